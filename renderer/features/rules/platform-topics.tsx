import type { SubjectLine } from '#shared/domain/comparison-subjects.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
import { trustTags } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Mark, UnknownLine } from './platform-cells.tsx';
import styles from './platforms.module.css';

interface TopicProps {
  readonly rules: ComparedRules;
}

/** Who may certify, together what is equally to be trusted; then who may not, and who is not named by any source. */
export function SubjectLines({ rules }: TopicProps) {
  const t = useT();
  const types = useTypes();
  const may = rules.subjects.filter(({ state }) => state === 'may');
  const refused = rules.subjects.filter(({ state }) => state === 'may_not');
  const others = rules.subjects.filter(({ state }) => state === 'unknown');
  const groups = trustTags
    .map((tag) => may.filter(({ basis }) => basis.tag === tag))
    .flatMap((lines) => (lines[0] === undefined ? [] : [{ first: lines[0], lines }]));
  const [other] = others;
  return (
    <>
      {groups.map(({ first, lines }) => (
        <p key={first.basis.tag} className={styles.line}>
          <span>{t('platforms.may', { types: types(namesIn(lines)) })}</span>
          <Mark basis={first.basis} rules={rules} />
        </p>
      ))}
      {refused.map(({ entityType, basis }) => (
        <p key={entityType} className={styles.line}>
          <span>{t('platforms.mayNot', { types: types([entityType]) })}</span>
          <Mark basis={basis} rules={rules} />
        </p>
      ))}
      {other && (
        <>
          <p className={styles.line}>{t('platforms.mayUnknown', { types: types(namesIn(others)) })}</p>
          <UnknownLine text={other.text} basis={other.basis} rules={rules} />
        </>
      )}
    </>
  );
}

const namesIn = (lines: readonly SubjectLine[]): EntityType[] => lines.map(({ entityType }) => entityType);

/** Names the types; of all of them only how many. */
function useTypes(): (types: readonly EntityType[]) => string {
  const t = useT();
  return (types) =>
    types.length === entityTypes.length
      ? t('platforms.everyType', { n: types.length })
      : types.map((type) => t(`vocabulary.entityType.${type}`)).join(t('platforms.list'));
}

export function FeeLines({ rules }: TopicProps) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const types = useTypes();
  return rules.fees.map(({ entityTypes: payers, amountFen: cell, note }) => (
    <p key={cell.basis.place} className={styles.line}>
      {cell.state === 'known' ? (
        <span className="cf-strong">
          {cell.value === 0 ? t('platforms.free') : format.moneyWithUnit(cell.value)}
        </span>
      ) : (
        <span className={styles.hollow}>{t('platforms.unknown')}</span>
      )}
      <span>{types(payers)}</span>
      {note && <span className={styles.said}>{say(note)}</span>}
      {cell.state === 'unknown' && cell.text && <span className={styles.said}>{say(cell.text)}</span>}
      <Mark basis={cell.basis} rules={rules} />
    </p>
  ));
}

/** When the annual review opens, and what stops working when it is missed. */
export function ReviewWindow({ rules }: TopicProps) {
  const t = useT();
  const say = useRuleText();
  const cell = rules.annualReview;
  if (cell.state === 'unknown') {
    return <UnknownLine text={cell.text} basis={cell.basis} rules={rules} isWhole />;
  }
  return (
    <>
      <p className={styles.line}>
        <span className="cf-strong">{t('platforms.window', { count: cell.value.opensDaysBefore })}</span>
        <Mark basis={cell.basis} rules={rules} />
      </p>
      {cell.value.losses.map(({ afterDays, text, basis }) => (
        <p key={afterDays} className={styles.line}>
          <span className={styles.said}>
            {afterDays === 0
              ? t('platforms.loss', { text: say(text) })
              : t('platforms.lossAfter', { count: afterDays, text: say(text) })}
          </span>
          <Mark basis={basis} rules={rules} />
        </p>
      ))}
    </>
  );
}

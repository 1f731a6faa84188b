import type { ApplicationItem } from '#shared/contract/applications.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { ChecklistItem } from '#renderer/components/checklist-item.tsx';
import { DropTarget } from '#renderer/components/drop-target.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFileDrop } from '#renderer/components/use-file-drop.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AddingLine } from './adding-line.tsx';
import { useCase } from './case-context.tsx';
import { takesFiles } from './destination.ts';
import { itemElementId } from './focus-item.ts';
import { ItemMenu } from './item-menu.tsx';
import { itemNote } from './item-words.ts';
import { PaperPopover } from './paper-popover.tsx';
import { useTakeFiles } from './take-files.tsx';
import styles from './checklist-row.module.css';

interface ChecklistRowProps {
  readonly item: ApplicationItem;
  /** The alternative that begins here, from 0. */
  readonly option: number | undefined;
}

/** One item: its state and reason, its papers, and a place for files. The whole row takes a drop. */
export function ChecklistRow({ item, option }: ChecklistRowProps) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const files = useTakeFiles();
  const { today, details } = useCase();
  const mayTake = takesFiles(item, details.application.stage);
  const drop = useFileDrop((dropped) => files.take(item, dropped), !mayTake);
  const adding = files.at(item.id);
  const { requirement } = item;
  const title = ruleText(requirement.title);
  const letter =
    option === undefined ? '' : t('application.checklist.option', { letter: letterOf(option, t) });
  const reason = itemNote(item, { t, format, today, ruleText });
  return (
    <ChecklistItem
      {...drop.handlers}
      id={itemElementId(item.id)}
      data-item={item.id}
      data-drop={drop.hot || undefined}
      state={requirement.state}
      name={`${letter}${title}`}
      {...(reason !== undefined && { reason: <span title={reason}>{reason}</span> })}
      papers={<Papers item={item} />}
      target={
        <span className={styles.end} data-wide={item.documents.length === 0 || undefined}>
          <Target item={item} hot={drop.hot} title={title} />
          <ItemMenu item={item} />
        </span>
      }
      below={adding && <AddingLine item={item} adding={adding} />}
    />
  );
}

const letterOf = (option: number, t: ReturnType<typeof useT>): string =>
  [...t('application.checklist.letters')][option] ?? String(option + 1);

/** A paper that another one has made needless is told in the papers' place, on the same quiet line. */
function Papers({ item }: { readonly item: ApplicationItem }) {
  const t = useT();
  if (item.requirement.reason?.code === 'alternative_satisfied') {
    return <span className="cf-xs cf-ink-3">{t('application.reason.alternative_satisfied')}</span>;
  }
  return item.documents.map((document) => <PaperPopover key={document.id} item={item} document={document} />);
}

interface TargetProps {
  readonly item: ApplicationItem;
  readonly hot: boolean;
  readonly title: string;
}

/** A wide place where nothing is yet, a small one beside a paper that will not do; none where all is well. */
function Target({ item, hot, title }: TargetProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const files = useTakeFiles();
  const { details } = useCase();
  const { state, reason, accepts } = item.requirement;
  const isFulfilled = state === 'satisfied' || state === 'expiring' || reason?.code === 'validity_unknown';
  if (!takesFiles(item, details.application.stage) || (isFulfilled && !hot)) return null;
  const [only] = accepts;
  const saveAs = accepts.length === 1 && only !== undefined ? t(`vocabulary.documentKind.${only}`) : title;
  const hasPapers = item.documents.length > 0;
  const drop = (
    <DropTarget
      onFiles={(dropped) => files.take(item, dropped)}
      onPick={() => files.pick(item)}
      saveAs={saveAs}
      mini={hasPapers}
      hot={hot}
    >
      {reason?.code === 'part_missing' ? t('application.item.addPart') : undefined}
    </DropTarget>
  );
  if (reason?.code !== 'applicability_unknown') return drop;
  const decide = (): Promise<unknown> =>
    act(
      () => backend.applications.decideItem({ itemId: item.id, decision: 'not_needed' }),
      t('application.item.doneNotNeeded'),
    );
  return (
    <>
      <TextButton plain onClick={() => void decide()}>
        {t('application.item.notNeeded')}
      </TextButton>
      {drop}
    </>
  );
}

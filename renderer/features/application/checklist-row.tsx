import type { ApplicationItem } from '#shared/contract/applications.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { ChecklistItem } from '#renderer/components/checklist-item.tsx';
import { DropTarget } from '#renderer/components/drop-target.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
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
import type { ChecklistLine } from './sections.ts';
import { PaperPopover } from './paper-popover.tsx';
import { useTakeFiles } from './take-files.tsx';
import styles from './checklist-row.module.css';

/** One item: its state and reason, its papers, and a place for files. The whole row takes a drop. */
export function ChecklistRow({ line }: { readonly line: ChecklistLine }) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const files = useTakeFiles();
  const { item } = line;
  const { today, details } = useCase();
  const mayTake = takesFiles(item, details.application.stage);
  const drop = useFileDrop((dropped) => files.take(item, dropped), !mayTake);
  const adding = files.at(item.id);
  const { requirement } = item;
  const title = ruleText(requirement.title);
  const reason = itemNote(item, { t, format, today, ruleText });
  return (
    <ChecklistItem
      {...drop.handlers}
      id={itemElementId(item.id)}
      data-item={item.id}
      data-drop={drop.hot || undefined}
      state={requirement.state}
      name={lineName(line, t, ruleText)}
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

/** The name of the paper, after the letter of the alternative and whose way it is. */
function lineName(
  { item, option, inner, way }: ChecklistLine,
  t: ReturnType<typeof useT>,
  ruleText: ReturnType<typeof useRuleText>,
): string {
  const title = ruleText(item.requirement.title);
  const name = way === undefined ? title : t('application.checklist.way', { way: ruleText(way), title });
  if (option === undefined) return name;
  const letter = `${letterOf(option, t)}${inner === undefined ? '' : inner + 1}`;
  return `${t('application.checklist.option', { letter })}${name}`;
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
  if (accepts.length === 0) return <FactTarget item={item} />;
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

/** No file settles what is read off the client: the firm's word does, or what is written down of the client. */
function FactTarget({ item }: { readonly item: ApplicationItem }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details } = useCase();
  switch (item.requirement.reason?.code) {
    case 'answer_unknown': {
      const confirm = (): Promise<unknown> =>
        act(
          () => backend.applications.decideItem({ itemId: item.id, decision: 'confirmed' }),
          t('application.item.doneConfirmed'),
        );
      return <TextButton onClick={() => void confirm()}>{t('application.item.isSo')}</TextButton>;
    }
    case 'scope_missing':
    case 'scope_unknown':
      return (
        <TextButton onClick={() => navigateTo(paths.client(details.client.id))}>
          {t('application.item.toClient')}
        </TextButton>
      );
    default:
      return null;
  }
}

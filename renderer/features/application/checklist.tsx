import { useRef } from 'react';
import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import { unprovenOpen } from '#shared/domain/checklist-state.ts';
import type { ItemState } from '#shared/domain/checklist-state.ts';
import { isInPreparation } from '#shared/domain/application.ts';
import { ChecklistGroup } from '#renderer/components/checklist-item.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import { ChecklistRow } from './checklist-row.tsx';
import { sectionsOf } from './sections.ts';

/** Everything that the rules ask for in this case, each with its papers. ↑ and ↓ move from row to row. */
export function Checklist() {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const list = useRef<HTMLElement>(null);
  const { details, today } = useCase();
  const { rulePackVersion, rulePackAsOf } = details.application;
  const move = (by: 1 | -1): void => moveFocus(list.current, by);
  return (
    <section
      ref={list}
      aria-labelledby="checklist-head"
      onKeyDown={onKeys({ arrowdown: () => move(1), arrowup: () => move(-1) })}
    >
      <PartHead id="checklist-head" title={t('application.checklist.title')} count={<Counts />}>
        <span title={t('application.checklist.packAsOf', { date: format.dateNear(rulePackAsOf, today) })}>
          {t('application.checklist.pack', { version: rulePackVersion })}
        </span>
      </PartHead>
      {details.items.length === 0 && <EmptyLine>{t('application.checklist.empty')}</EmptyLine>}
      {sectionsOf(shownItems(details)).map((section) => {
        const title = section.headings.map(ruleText).join(t('application.checklist.headingGap'));
        return (
          <ChecklistGroup key={section.id} {...(title !== '' && { title })} anyOf={section.anyOf}>
            {section.lines.map((line) => (
              <ChecklistRow key={line.item.id} line={line} />
            ))}
          </ChecklistGroup>
        );
      })}
    </section>
  );
}

/** After a pass nobody brings what was still open: the list is what went in. */
const shownItems = ({ application, items }: ApplicationDetails): readonly ApplicationItem[] =>
  application.stage === 'passed'
    ? items.filter(({ documents, requirement }) => documents.length > 0 || !isLeftOpen(requirement.state))
    : items;

const isLeftOpen = (state: ItemState): boolean => state === 'missing' || state === 'to_confirm';

function Counts() {
  const t = useT();
  const { details, preCheck } = useCase();
  const { counts } = details;
  const blockers = isInPreparation(details.application.stage) ? blockerCount(preCheck) : 0;
  const unproven = unprovenOpen(counts);
  // What was missing at the end of an order is nothing to be brought any more.
  if (details.application.closedAtMs !== null)
    return t('application.checklist.total', { count: counts.total });
  const parts = [
    t('application.checklist.total', { count: counts.total }),
    counts.open > 0 ? t('application.checklist.open', { count: counts.open }) : '',
    counts.toConfirm > 0 ? t('application.checklist.toConfirm', { count: counts.toConfirm }) : '',
    counts.expiring > 0 ? t('application.checklist.expiring', { count: counts.expiring }) : '',
    unproven > 0 ? t('application.checklist.unproven', { count: unproven }) : '',
    counts.open === 0 && counts.toConfirm === 0 && counts.expiring === 0 && unproven === 0
      ? blockers > 0
        ? t('application.checklist.completeBlocked', { count: blockers })
        : t('application.checklist.complete')
      : '',
  ];
  return parts.filter((part) => part !== '').join(t('application.comma'));
}

/** From the row that has the keyboard to the first control of its neighbour. */
function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('li[data-item]') ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  for (let index = here + by; index >= 0 && index < rows.length; index += by) {
    const control = rows[index]?.querySelector<HTMLElement>('button:not(:disabled), input');
    if (control) {
      control.focus();
      return;
    }
  }
}

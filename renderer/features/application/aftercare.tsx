import { Button } from '@mantine/core';
import type { AftercareRow, AftercareWord } from '#shared/contract/aftercare.ts';
import type { AftercareStep } from '#shared/domain/aftercare.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { StatusKey } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { AdviceNote, AdviceRow } from './advice-row.tsx';
import { useAftercareWords, waitsOnPlatform } from './aftercare-words.ts';
import { useCase } from './case-context.tsx';
import styles from './aftercare.module.css';

/** What follows the end of the order: each step with its state and its last day, to be ticked off; what only informs comes last. */
export function Aftercare() {
  const t = useT();
  const { details } = useCase();
  const rows = details.aftercare.toSorted((a, b) => rankOf(a.step) - rankOf(b.step));
  const open = rows.filter(({ step }) => step.state === 'to_do').length;
  return (
    <section aria-labelledby="aftercare-head">
      <PartHead
        id="aftercare-head"
        title={t(
          `application.aftercare.${details.application.stage === 'failed' ? 'titleOfFailure' : 'title'}`,
        )}
        count={open > 0 ? t('application.aftercare.open', { count: open }) : undefined}
      />
      {rows.length === 0 ? (
        <EmptyLine>{t('application.aftercare.empty')}</EmptyLine>
      ) : (
        <ul>
          {rows.map((row) => (
            <StepRow key={row.step.rule.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

const ranks = ['to_do', 'question', 'waits', 'done', 'not_needed', 'lapsed', 'note'] as const;
const rankOf = ({ state }: AftercareStep): number => ranks.indexOf(state);

function StepRow({ row }: { readonly row: AftercareRow }) {
  const t = useT();
  const ruleText = useRuleText();
  const { today } = useCase();
  const say = useAftercareWords();
  const { step, remark } = row;
  const sign = signOf(step, today);
  const note = say(step);
  return (
    <AdviceRow
      of={sign}
      word={wordOf(step, sign, t)}
      title={ruleText(step.rule.text)}
      rule={isOpen(step) || step.state === 'note' ? step.rule : undefined}
      action={step.state === 'note' ? undefined : <StepActions row={row} />}
    >
      {note !== '' && <AdviceNote>{note}</AdviceNote>}
      {remark !== null && <AdviceNote>{remark}</AdviceNote>}
    </AdviceRow>
  );
}

const isOpen = ({ state }: AftercareStep): boolean => state === 'to_do' || state === 'question';

function signOf(step: AftercareStep, today: CalendarDate): StatusKey {
  switch (step.state) {
    case 'to_do': {
      const end = step.term.internalOn ?? step.term.legalOn;
      if (end !== undefined && compareDates(end, today) < 0) return 'overdue';
      if (step.rule.duty?.waitingOn === 'platform') return 'waiting_platform';
      return step.rule.duty?.waitingOn === 'client' ? 'waiting_client' : 'missing';
    }
    case 'question':
      return 'to_confirm';
    case 'done':
      return 'satisfied';
    case 'not_needed':
      return 'not_needed';
    case 'waits':
    case 'lapsed':
    case 'note':
      return 'note';
  }
}

/** What the usual words of the signs do not say. */
function wordOf({ state }: AftercareStep, sign: StatusKey, t: TFunction): string | undefined {
  switch (state) {
    case 'done':
    case 'waits':
    case 'lapsed':
      return t(`application.aftercare.state.${state}`);
    case 'to_do':
      return sign === 'missing' ? t('application.aftercare.state.to_do') : undefined;
    case 'question':
    case 'not_needed':
    case 'note':
      return undefined;
  }
}

/** Done and not needed; a question can be said to be needed first, and a word be taken back. */
function StepActions({ row }: { readonly row: AftercareRow }) {
  const t = useT();
  const ruleText = useRuleText();
  const { backend } = useApi();
  const act = useAction();
  const { details } = useCase();
  const { step, itemIds } = row;
  const { id: ruleId, duty, text } = step.rule;
  const name = ruleText(duty?.title ?? text);
  const decide = (decision: AftercareWord | null): void =>
    void act(
      () => backend.aftercare.decide({ applicationId: details.application.id, ruleId, decision }),
      t(`application.aftercare.said.${decision ?? 'taken_back'}`, { name }),
    );
  // Alternatives are told apart here even where the checklist has said that one of them is wanted.
  const canApply = itemIds.length > 0 || duty?.alternatives !== undefined;
  const waited = waitsOnPlatform(step.rule);
  // Done by itself once the number or the paper stands with the client.
  const isRecorded = step.state === 'to_do' && (duty?.number !== undefined || duty?.paper !== undefined);
  if (step.state === 'done' || step.state === 'not_needed') {
    return step.on === undefined ? undefined : (
      <TextButton
        plain
        aria-label={t('application.aftercare.takeBackOf', { name })}
        onClick={() => decide(null)}
      >
        {t('application.aftercare.takeBack')}
      </TextButton>
    );
  }
  if (step.state === 'waits') return undefined;
  return (
    <span className={styles.actions}>
      {step.state === 'question' && canApply && (
        <Button
          aria-label={t(`application.aftercare.${waited ? 'concernedOf' : 'neededOf'}`, { name })}
          onClick={() => decide('applies')}
        >
          {t(`application.aftercare.${waited ? 'concerned' : 'needed'}`)}
        </Button>
      )}
      {isRecorded && (
        <Button
          aria-label={t('application.aftercare.recordOf', { name })}
          onClick={() => navigateTo(paths.client(details.client.id))}
        >
          {t('application.aftercare.record')}
        </Button>
      )}
      {step.state === 'to_do' && !isRecorded ? (
        <Button aria-label={t('application.aftercare.doneOf', { name })} onClick={() => decide('done')}>
          {t('application.aftercare.done')}
        </Button>
      ) : (
        <TextButton aria-label={t('application.aftercare.doneOf', { name })} onClick={() => decide('done')}>
          {t('application.aftercare.done')}
        </TextButton>
      )}
      <TextButton
        plain
        aria-label={t('application.aftercare.notNeededOf', { name })}
        onClick={() => decide('not_needed')}
      >
        {t('application.aftercare.notNeeded')}
      </TextButton>
    </span>
  );
}

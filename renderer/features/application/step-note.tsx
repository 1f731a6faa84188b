import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

/** What the step means, where that is not plain from its name. */
export function StepNote({ kind }: { readonly kind: ApplicationActionKind }) {
  const note = useNote(kind);
  return note === undefined ? null : <p className="cf-ink-2">{note}</p>;
}

function useNote(kind: ApplicationActionKind): string | undefined {
  const t = useT();
  const ruleText = useRuleText();
  const { details } = useCase();
  const { attempts, refillMax, running } = details;
  switch (kind) {
    case 'submit':
    case 'resubmit':
      return t(`application.step.note.${kind}`);
    case 'authorisation_lapsed':
    case 'payment_lapsed':
    case 'confirmation_lapsed':
      return running === null ? undefined : ruleText(running.clock.consequence);
    case 'return':
      return refillMax !== null && attempts.length > refillMax
        ? t('application.step.note.lastReturn')
        : undefined;
    case 'fail':
    case 'withdraw':
      return t(`application.step.note.${kind}`);
    case 'authorise':
    case 'pay':
    case 'pre_approve':
    case 'confirm':
    case 'pass':
      return undefined;
  }
}

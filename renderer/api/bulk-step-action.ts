import { IconProgressCheck } from '@tabler/icons-react';
import type { ApplicationsLook } from '#shared/contract/bulk.ts';
import type { BulkAction } from '#renderer/components/bulk-bar.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { StepKind } from './bulk-step-dialog.tsx';

/** 记一步 in the bar: the steps that the stages allow, each with how many can take it. `none` is said where there are none. */
export function useStepAction(
  look: Pick<ApplicationsLook, 'count' | 'steps'> | undefined,
  none: string,
  onAsk: (kind: StepKind) => void,
): BulkAction {
  const t = useT();
  const format = useFormat();
  const total = look?.count ?? 0;
  const steps = (look?.steps ?? []).map(({ kind, count }) => {
    const step = t(`application.step.menu.${kind}`);
    const words = { step, n: format.count(count), total: format.count(total) };
    const label = count === total ? t('bulk.step.ofAll', words) : t('bulk.step.ofSome', words);
    return { id: kind, label, run: () => onAsk(kind) };
  });
  return {
    ...{ id: 'step', Icon: IconProgressCheck, letter: 's' },
    label: t('bulk.action.step'),
    choices: steps.length === 0 ? [{ id: 'none', label: none, run: () => undefined }] : steps,
  };
}

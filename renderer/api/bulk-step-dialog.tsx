import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { bulkSteps, BulkStep, StepCheck } from '#shared/contract/bulk.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { Checking } from '#renderer/components/checking.tsx';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { NamedLines } from '#renderer/components/named-lines.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { useSure } from '#renderer/components/use-sure.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { QueryFailure } from './query-failure.tsx';
import { useLook } from './use-look.ts';

export type StepKind = (typeof bulkSteps)[number];

interface BulkStepDialogProps {
  readonly kind: StepKind;
  /** Whose applications they are, where others were selected. */
  readonly note?: ReactNode;
  /** Names the applications that are meant, for the look at them. */
  readonly meant: readonly unknown[];
  readonly check: (step: BulkStep, signal: AbortSignal) => PromiseLike<AsyncIterable<WorkStep<StepCheck>>>;
  /** With what the platform said, where the step asks for it. */
  readonly onStep: (step: BulkStep) => Promise<SeenWritten>;
  /** What it is called to leave those out that can't take it. */
  readonly leave: string;
  readonly onLeave: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Steps that carry the platform's words. */
const withReason: readonly StepKind[] = ['return', 'fail'];

/** One step of many applications: each is looked at beforehand, and those that can't take it are named. */
export function BulkStepDialog(props: BulkStepDialogProps) {
  const { kind, note, meant, check: start, onStep, leave, onLeave, onClose } = props;
  const t = useT();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const asksReason = withReason.includes(kind);
  // Beforehand any words do: which they will be changes nothing for whom they can be recorded.
  const asked = { kind, ...(asksReason && { reasonText: '-' }) };
  const look = useLook(['bulk', 'checkStep', meant, asked], (signal) => start(asked, signal));
  const { result: check, progress, error } = look;
  const { isSure, setSure } = useSure([check?.doubtfulCount, check?.doubtful]);
  const n = format.count(check?.count ?? 0);
  const isDoubtful = (check?.doubtfulCount ?? 0) > 0;
  const isSaid = !asksReason || reason.trim() !== '';
  const can = check !== undefined && check.count > 0 && check.refusedIds.length === 0 && isSaid;
  return (
    <FormDialog
      title={t('bulk.step.title', { step: t(`application.step.menu.${kind}`).replace(/…$/u, ''), n })}
      confirm={t('bulk.step.save', { n })}
      canSave={can && (!isDoubtful || isSure)}
      width={560}
      acceptsAtOnce={!asksReason}
      hasLines={asksReason}
      onSave={async () =>
        (await onStep({ kind, ...(asksReason && { reasonText: reason.trim() }) })) === 'written'
      }
      onClose={onClose}
    >
      {note && <p className="cf-ink-2">{note}</p>}
      {error !== null && error !== undefined && <QueryFailure error={error} onRetry={look.again} />}
      {check === undefined && !error && <Checking unit="applications" progress={progress} />}
      {check && <Checked check={check} leave={leave} onLeave={onLeave} />}
      {check && kind === 'pass' && <p className="cf-ink-2">{t('bulk.step.passNote')}</p>}
      {asksReason && <ReasonField reason={reason} onReason={setReason} />}
      {isDoubtful && (
        <Checkbox
          label={t('bulk.step.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}

interface ReasonFieldProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

function ReasonField({ reason, onReason }: ReasonFieldProps) {
  const t = useT();
  return (
    <Field label={t('bulk.step.reason')} required>
      {(ids) => (
        <Textarea
          {...ids}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          data-autofocus
        />
      )}
    </Field>
  );
}

interface CheckedProps extends Pick<BulkStepDialogProps, 'leave' | 'onLeave'> {
  readonly check: StepCheck;
}

function Checked({ check, leave, onLeave }: CheckedProps) {
  const t = useT();
  const format = useFormat();
  const { count, refused, refusedIds, doubtful, doubtfulCount } = check;
  const n = format.count(refusedIds.length);
  return (
    <>
      {refusedIds.length === 0 && <p>{t('bulk.step.fine', { n: format.count(count) })}</p>}
      {refusedIds.length > 0 && (
        <Notice
          tone="danger"
          title={t('bulk.step.refused', { n })}
          actions={<TextButton onClick={() => onLeave(refusedIds)}>{leave}</TextButton>}
        >
          <NamedLines of={refusedIds.length}>
            {refused.map(({ id, number, clientName, stage, reason }) => (
              <li key={id} title={t(`refusals.${reason}`)}>
                {t('bulk.step.refusedLine', {
                  number,
                  client: clientName,
                  stage: t(`vocabulary.stage.${stage}`),
                })}
              </li>
            ))}
          </NamedLines>
        </Notice>
      )}
      {doubtfulCount > 0 && (
        <Notice tone="warning" title={t('bulk.step.doubtful', { n: format.count(doubtfulCount) })}>
          <NamedLines of={doubtfulCount}>
            {doubtful.map(({ id, number, clientName, doubts }) => (
              <li key={id}>
                {t('bulk.step.doubtLine', {
                  number,
                  client: clientName,
                  doubts: doubts
                    .map((doubt) => t(`application.step.doubt.${doubt}`))
                    .join(t('clients.operator.or')),
                })}
              </li>
            ))}
          </NamedLines>
        </Notice>
      )}
    </>
  );
}

import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { bulkSteps, StepCheck } from '#shared/contract/bulk.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Job } from '#renderer/components/job.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './step-dialog.module.css';

type Meant = Parameters<Api['backend']['bulk']['lookAtApplications']>[0];
export type StepKind = (typeof bulkSteps)[number];

interface StepDialogProps {
  readonly kind: StepKind;
  readonly meant: Meant;
  /** With what the platform said, where the step asks for it. */
  readonly onStep: (reasonText?: string) => void;
  readonly onLeave: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Steps that carry the platform's words. */
const withReason: readonly StepKind[] = ['return', 'fail'];

/** One step of many applications: each is looked at beforehand, and those that can't take it are named. */
export function StepDialog({ kind, meant, onStep, onLeave, onClose }: StepDialogProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [isSure, setSure] = useState(false);
  const [reason, setReason] = useState('');
  const asksReason = withReason.includes(kind);
  // Beforehand any words do: which they will be changes nothing for whom they can be recorded.
  const input = { ...meant, step: { kind, ...(asksReason && { reasonText: '-' }) } };
  const look = useLook(['bulk', 'checkStep', input], (signal) => backend.bulk.checkStep(input, { signal }));
  const { result: check, progress, error } = look;
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
      onSave={() => {
        onStep(asksReason ? reason.trim() : undefined);
        return Promise.resolve(true);
      }}
      onClose={onClose}
    >
      {error !== null && error !== undefined && <QueryFailure error={error} onRetry={look.again} />}
      {check === undefined && !error && (
        <Job
          title={t('bulk.step.checking')}
          figures={
            progress &&
            t('bulk.figures', { done: format.count(progress.done), total: format.count(progress.total) })
          }
          share={progress === null ? null : progress.done / Math.max(1, progress.total)}
        />
      )}
      {check && <Checked check={check} onLeave={onLeave} />}
      {check && kind === 'pass' && <p className="cf-ink-2">{t('bulk.step.passNote')}</p>}
      {asksReason && (
        <Field label={t('bulk.step.reason')} required>
          {(ids) => (
            <Textarea
              {...ids}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              data-autofocus
            />
          )}
        </Field>
      )}
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

interface CheckedProps {
  readonly check: StepCheck;
  readonly onLeave: (ids: readonly string[]) => void;
}

function Checked({ check, onLeave }: CheckedProps) {
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
          actions={<TextButton onClick={() => onLeave(refusedIds)}>{t('bulk.step.leave')}</TextButton>}
        >
          <Lines of={refusedIds.length}>
            {refused.map(({ id, number, clientName, stage, reason }) => (
              <li key={id} title={t(`refusals.${reason}`)}>
                {t('bulk.step.refusedLine', {
                  number,
                  client: clientName,
                  stage: t(`vocabulary.stage.${stage}`),
                })}
              </li>
            ))}
          </Lines>
        </Notice>
      )}
      {doubtfulCount > 0 && (
        <Notice tone="warning" title={t('bulk.step.doubtful', { n: format.count(doubtfulCount) })}>
          <Lines of={doubtfulCount}>
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
          </Lines>
        </Notice>
      )}
    </>
  );
}

/** The first of them by name, and how many there are besides. */
function Lines({ of, children }: { readonly of: number; readonly children: readonly ReactNode[] }) {
  const t = useT();
  const format = useFormat();
  const more = of - children.length;
  return (
    <ul className={styles.lines}>
      {children}
      {more > 0 && <li>{t('bulk.step.more', { n: format.count(more) })}</li>}
    </ul>
  );
}

import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useDraft } from '#renderer/api/use-draft.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { DraftHint } from '#renderer/components/draft-hint.tsx';
import { leadToFault } from '#renderer/components/form-keys.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { StepDoubts } from './step-doubts.tsx';
import type { StepDraft } from './step-draft.ts';
import { StepFields } from './step-fields.tsx';
import { StepNote } from './step-note.tsx';
import { useStepDoubts } from './use-step-doubts.ts';
import { useStepForm } from './use-step-form.ts';

/** Of a step's dialog the platform's words are what takes long to type. */
const reasonDraft = z.string();

interface StepDialogProps {
  readonly kind: ApplicationActionKind;
  readonly onClose: () => void;
  readonly title?: string;
  /** What the fields hold at first. */
  readonly preset?: Partial<StepDraft>;
  /** A choice of what happened, above the fields. */
  readonly children?: ReactNode;
}

/** Records one step: when it happened and what came with it. Taken back by the toast. */
export function StepDialog({ kind, onClose, title, preset, children }: StepDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details } = useCase();
  const form = useStepForm(kind, preset);
  const body = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const { read } = form;
  const { id } = details.application;
  const { reasonText } = form.draft;
  const reason = reasonText.trim() === '' || reasonText === preset?.reasonText ? null : reasonText;
  const draft = useDraft({
    form: `step.${id}.${kind}`,
    schema: reasonDraft,
    values: reason,
    restore: (restored) => form.change({ reasonText: restored }),
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const leave = (): void => {
    if (reason !== null) showToast({ message: t('components.draft.kept') });
    onClose();
  };
  const doubts = useStepDoubts(read.ok ? read.step : undefined);
  // The word is about these doubts alone: with others it is asked for anew.
  const about = doubts.join();
  const [sureOf, setSureOf] = useState<string | null>(null);
  const isSure = sureOf === about;
  const canSave = read.ok && (doubts.length === 0 || isSure);
  const save = async (): Promise<void> => {
    if (!read.ok || !canSave || busy || leadToFault(body.current)) return;
    setBusy(true);
    const done = await act(
      () => backend.applications.step({ id, step: read.step }),
      t(`application.step.done.${kind}`),
    );
    setBusy(false);
    if (done !== undefined) close();
  };
  return (
    <DialogFrame
      opened
      body={body}
      onClose={leave}
      onSave={() => void save()}
      canSave={canSave}
      title={title ?? t(`application.step.title.${kind}`)}
      footer={
        <>
          <Button variant="filled" loading={busy} disabled={!canSave} onClick={() => void save()}>
            {t(`application.step.confirm.${kind}`)}
          </Button>
          <Button onClick={close}>{t('components.action.cancel')}</Button>
          {draft.isRestored && (
            <DraftHint
              onDiscard={() => {
                form.change({ reasonText: preset?.reasonText ?? '' });
                draft.forget();
              }}
            />
          )}
        </>
      }
    >
      {children}
      <StepNote kind={kind} />
      <StepFields kind={kind} form={form} onEnter={() => void save()} />
      <StepDoubts doubts={doubts} isSure={isSure} onSure={(isSure) => setSureOf(isSure ? about : null)} />
    </DialogFrame>
  );
}

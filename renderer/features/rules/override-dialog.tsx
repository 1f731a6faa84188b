import { Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OverrideRow } from '#shared/contract/rules.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { isLongerThanPublished, overrideFault } from '#shared/domain/override-faults.ts';
import type { OverrideFault } from '#shared/domain/override-faults.ts';
import { keepingItsLine, placeOf } from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { isSameValue } from '#shared/domain/same-value.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { shownError } from '#renderer/api/app-error.ts';
import { useLongAction } from '#renderer/api/use-long-action.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Writing } from './judging.tsx';
import { changeOf, draftOf, overrideKinds } from './override-draft.ts';
import type { OverrideDraft } from './override-draft.ts';
import { OverrideFields } from './override-fields.tsx';
import { Standing } from './override-standing.tsx';
import { OverrideTouched } from './override-touched.tsx';
import { overrideWords } from './override-words.ts';
import { standingAt } from './standing-at.ts';
import { useAuthor } from './use-author.tsx';
import { useRuleSpeech } from './use-rule-speech.ts';

interface OverrideDialogProps {
  readonly pack: RulePack;
  /** What the firm has laid over the pack, as it stands now. */
  readonly present: readonly OverrideRow[];
  /** The one that is opened again; left out for a new one. */
  readonly editing?: OverrideRow;
  readonly onClose: () => void;
}

/** One rule of the firm's own: a fee, the time of a clock, or a paper that is wanted besides. */
export function OverrideDialog({ pack, present, editing, onClose }: OverrideDialogProps) {
  const t = useT();
  const [seen, setSeen] = useState(present);
  const [draft, setDraft] = useState<OverrideDraft>(() => draftOf(pack, editing));
  const set = (changes: Partial<OverrideDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  const paperTitle = draft.title ?? t(`vocabulary.documentKind.${draft.documentKind}`);
  const change = changeOf(draft, paperTitle, pack);
  const reason = draft.reason.trim();
  // One that was taken away elsewhere, and was seen to be, is no longer edited.
  const replaces = seen.find(({ id }) => id === editing?.id)?.id;
  const fault = useFault(pack, change, present, replaces);
  const isLonger = change !== undefined && isLongerThanPublished(pack, change);
  const [sureOf, setSureOf] = useState<number | null>(null);
  const total = change?.kind === 'clock' ? change.total : null;
  const isSure = sureOf !== null && sureOf === total;
  const { author, isNamed, AuthorField } = useAuthor(editing?.author ?? null);
  const said = { sure: isSure, author };
  const { progress, save } = useSave({ pack, change, reason, said, replaces, seen, present, setSeen });
  const isSettled = reason !== '' && isNamed && (!isLonger || isSure);
  const isSame = editing !== undefined && isAsBefore(editing, change, reason);
  const unit = pack.clocks.find(({ id }) => id === draft.clockId)?.unit;
  const speech = useRuleSpeech();
  const what = editing && overrideWords(editing.change, unit, speech).what;
  return (
    <FormDialog
      title={what === undefined ? t('rules.override.add') : t('rules.override.editTitle', { what })}
      canSave={change !== undefined && fault === undefined && isSettled && !isSame && progress === null}
      onSave={save}
      onClose={onClose}
      width={560}
      hasLines
    >
      {editing === undefined && (
        <ChoiceField
          label={t('rules.override.what')}
          values={overrideKinds(pack)}
          words={(kind) => t(`rules.override.kind.${kind}`)}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          autoFocus
        />
      )}
      <OverrideFields
        pack={pack}
        draft={draft}
        paperTitle={paperTitle}
        isEdit={editing !== undefined}
        fault={fault}
        onChange={set}
      />
      {isLonger && <LongerNotice isSure={isSure} onSure={(sure) => setSureOf(sure ? total : null)} />}
      <ReasonField value={draft.reason} onChange={(text) => set({ reason: text })} />
      {AuthorField}
      {change !== undefined && fault === undefined && (
        <Standing change={change} seen={seen} present={present} unit={unit} replaces={replaces} />
      )}
      {change !== undefined && fault === undefined && !isSame && (
        <OverrideTouched packId={pack.id} change={change} replaces={replaces} />
      )}
      <Writing progress={progress} />
    </FormDialog>
  );
}

/** The platform’s clock runs out all the same: that is asked about before it is laid down. */
function LongerNotice({
  isSure,
  onSure,
}: {
  readonly isSure: boolean;
  readonly onSure: (sure: boolean) => void;
}) {
  const t = useT();
  return (
    <Notice tone="warning" title={t('rules.override.longer')}>
      <p>{t('rules.override.longerNote')}</p>
      <Checkbox
        label={t('rules.override.longerSure')}
        checked={isSure}
        onChange={(event) => onSure(event.currentTarget.checked)}
      />
    </Notice>
  );
}

function ReasonField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useT();
  return (
    <Field label={t('rules.override.reason')} required>
      {(ids) => (
        <Textarea
          {...ids}
          value={value}
          minRows={2}
          maxLength={2000}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

const isAsBefore = (editing: OverrideRow, change: OverrideChange | undefined, reason: string): boolean =>
  reason === editing.reason &&
  change !== undefined &&
  isSameValue(keepingItsLine(change, editing.change), editing.change);

/** What is wrong with it as it is typed; the backend asks the same. */
function useFault(
  pack: RulePack,
  change: OverrideChange | undefined,
  present: readonly OverrideRow[],
  replaces: string | undefined,
): OverrideFault | undefined {
  const { query } = useApi();
  const { data } = useQuery(query.system.info.queryOptions());
  if (change === undefined || data === undefined) return undefined;
  const others = present
    .filter((each) => each.id !== replaces && placeOf(each.change) !== placeOf(change))
    .map((each) => each.change);
  return overrideFault(pack, change, others, dateOfInstant(data.nowMs));
}

interface Saving {
  readonly pack: RulePack;
  readonly change: OverrideChange | undefined;
  readonly reason: string;
  readonly said: { readonly sure: boolean; readonly author: string | null };
  readonly replaces: string | undefined;
  readonly seen: readonly OverrideRow[];
  readonly present: readonly OverrideRow[];
  readonly setSeen: (rows: readonly OverrideRow[]) => void;
}

function useSave({ pack, change, reason, said, replaces, seen, present, setSeen }: Saving) {
  const t = useT();
  const { backend } = useApi();
  const { progress, run } = useLongAction();
  const save = async (): Promise<boolean> => {
    if (change === undefined) return false;
    const base = standingAt(change, seen)?.id ?? null;
    const input = {
      packId: pack.id,
      change,
      reason,
      base,
      ...said,
      ...(replaces !== undefined && { replaces }),
    };
    const saved = await run(
      () => backend.rules.setOverride(input),
      t('rules.override.saved'),
      (error) => {
        // Both values are in the dialog then, and the next save is about the one that stands there.
        const isStale = shownError(error)?.code === 'STALE';
        if (isStale) setSeen(present);
        return isStale;
      },
    );
    return saved !== undefined;
  };
  return { progress, save };
}

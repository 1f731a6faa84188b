import { Checkbox, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { OverrideRow } from '#shared/contract/rules.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { ClockId, RulePack } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { shownError } from '#renderer/api/app-error.ts';
import { useLongAction } from '#renderer/api/use-long-action.ts';
import { useLook } from '#renderer/api/use-look.ts';
import { Field, TextField } from '#renderer/components/field.tsx';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MoneyField, readMoney } from '#renderer/components/money-field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Judging, Writing } from './judging.tsx';
import { Standing } from './override-standing.tsx';
import { standingAt } from './standing-at.ts';
import { TouchedList } from './touched-list.tsx';
import styles from './rules.module.css';

interface Draft {
  readonly kind: OverrideChange['kind'];
  readonly entityType: EntityType;
  readonly amount: string;
  readonly clockId: ClockId;
  readonly total: string;
  readonly documentKind: DocumentKind;
  /** Null until it is touched: the kind's own name. */
  readonly title: string | null;
  readonly allTypes: boolean;
  readonly reason: string;
}

interface OverrideDialogProps {
  readonly pack: RulePack;
  /** What the firm has laid over the pack, as it stands now. */
  readonly present: readonly OverrideRow[];
  readonly onClose: () => void;
}

/** One rule of the firm's own: a fee, the time of a clock, or a paper that is wanted besides. */
export function OverrideDialog({ pack, present, onClose }: OverrideDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const { progress, run } = useLongAction();
  const [seen, setSeen] = useState(present);
  const isPaid = pack.path.includes('awaiting_payment');
  const kinds = kindsOf(pack, isPaid);
  const [draft, setDraft] = useState<Draft>({
    kind: kinds[0] ?? 'paper',
    entityType: pack.coveredEntityTypes[0] ?? 'company',
    amount: '',
    clockId: pack.clocks[0]?.id ?? 'review',
    total: '',
    documentKind: 'other',
    title: null,
    allTypes: true,
    reason: '',
  });
  const set = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));
  const paperTitle = draft.title ?? t(`vocabulary.documentKind.${draft.documentKind}`);
  const change = changeOf(draft, paperTitle, pack);
  const reason = draft.reason.trim();
  const save = async (): Promise<boolean> => {
    if (change === undefined) return false;
    const base = standingAt(change, seen)?.id ?? null;
    const saved = await run(
      () => backend.rules.setOverride({ packId: pack.id, change, reason, base }),
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
  const unit = pack.clocks.find(({ id }) => id === draft.clockId)?.unit;
  return (
    <FormDialog
      title={t('rules.override.add')}
      canSave={change !== undefined && reason !== '' && progress === null}
      onSave={save}
      onClose={onClose}
      width={560}
    >
      <ChoiceField
        label={t('rules.override.what')}
        values={kinds}
        words={(kind) => t(`rules.override.kind.${kind}`)}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        autoFocus
      />
      {draft.kind !== 'clock' && (
        <ChoiceField
          label={t('rules.entityType')}
          values={pack.coveredEntityTypes}
          words={(type) => t(`vocabulary.entityType.${type}`)}
          value={draft.entityType}
          onChange={(entityType) => set({ entityType, allTypes: false })}
        />
      )}
      {draft.kind === 'fee' && (
        <MoneyField
          label={t('rules.override.amount')}
          text={draft.amount}
          onChange={(amount) => set({ amount })}
        />
      )}
      {draft.kind === 'clock' && (
        <>
          <ChoiceField
            label={t('rules.override.clock')}
            values={pack.clocks.map(({ id }) => id)}
            words={(id) => t(`vocabulary.obligationKind.clock_${id}`)}
            value={draft.clockId}
            onChange={(clockId) => set({ clockId })}
          />
          <TextField
            label={t('rules.override.total')}
            hint={unit && t(`application.unit.${unit}`)}
            value={draft.total}
            onChange={(total) => set({ total })}
            inputMode="numeric"
            autoComplete="off"
            required
          />
        </>
      )}
      {draft.kind === 'paper' && (
        <>
          <Checkbox
            label={t('rules.override.allTypes')}
            checked={draft.allTypes}
            onChange={({ currentTarget }) => set({ allTypes: currentTarget.checked })}
          />
          <ChoiceField
            label={t('rules.override.paperKind')}
            values={documentKinds}
            words={(kind) => t(`vocabulary.documentKind.${kind}`)}
            value={draft.documentKind}
            onChange={(documentKind) => set({ documentKind })}
            searchable
          />
          <TextField
            label={t('rules.override.paperTitle')}
            value={paperTitle}
            onChange={(title) => set({ title })}
            required
          />
        </>
      )}
      <Field label={t('rules.override.reason')} required>
        {(ids) => (
          <Textarea
            {...ids}
            value={draft.reason}
            minRows={2}
            maxLength={2000}
            onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
          />
        )}
      </Field>
      {change !== undefined && <Standing change={change} seen={seen} present={present} unit={unit} />}
      {change !== undefined && <Touched packId={pack.id} change={change} />}
      <Writing progress={progress} />
    </FormDialog>
  );
}

const kindsOf = (pack: RulePack, isPaid: boolean): OverrideChange['kind'][] => [
  ...(isPaid ? (['fee'] as const) : []),
  ...(pack.clocks.length > 0 ? (['clock'] as const) : []),
  'paper',
];

/** What was typed as a change of the rules; undefined until it is one. */
function changeOf(draft: Draft, title: string, pack: RulePack): OverrideChange | undefined {
  switch (draft.kind) {
    case 'fee': {
      const amountFen = readMoney(draft.amount);
      return amountFen === undefined ? undefined : { kind: 'fee', entityType: draft.entityType, amountFen };
    }
    case 'clock': {
      const total = /^\d{1,4}$/u.test(draft.total.trim()) ? Number(draft.total) : 0;
      return total < 1 || total > 3650 ? undefined : { kind: 'clock', clockId: draft.clockId, total };
    }
    case 'paper': {
      if (title.trim() === '') return undefined;
      const entityTypes = draft.allTypes ? [...pack.coveredEntityTypes] : [draft.entityType];
      return { kind: 'paper', entityTypes, documentKind: draft.documentKind, title: title.trim() };
    }
  }
}

/** The open applications for which it would change something, before it is saved. */
function Touched({ packId, change }: { readonly packId: string; readonly change: OverrideChange }) {
  const t = useT();
  const { backend } = useApi();
  // Looked up when the typing has come to rest: each look judges every open case.
  const [settled] = useDebouncedValue(change, 400);
  const input = { packId, change: settled };
  const look = useLook(['previewOverride', input], (signal) =>
    backend.rules.previewOverride(input, { signal }),
  );
  return (
    <section className={styles.preview} aria-label={t('rules.touched.title')}>
      <Judging look={look}>
        {(touched) => (
          <>
            <p className="cf-ink-2">{t('rules.touched.willTouch', { count: touched.length })}</p>
            <TouchedList touched={touched} />
          </>
        )}
      </Judging>
    </section>
  );
}

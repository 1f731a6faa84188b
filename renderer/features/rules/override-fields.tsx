import { Checkbox } from '@mantine/core';
import type { OverrideFault } from '#shared/domain/override-faults.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { typeNames } from './override-words.ts';
import type { OverrideDraft, PaperTypes } from './override-draft.ts';
import { overrideFaultWords } from './override-fault-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

interface OverrideFieldsProps {
  readonly pack: RulePack;
  readonly draft: OverrideDraft;
  readonly paperTitle: string;
  /** Whether what it is about stands already: then only what it says is asked. */
  readonly isEdit: boolean;
  readonly fault: OverrideFault | undefined;
  readonly onChange: (changes: Partial<OverrideDraft>) => void;
}

/** What the firm lays down: an amount, a length, or a paper, with what is wrong with it below the field. */
export function OverrideFields(props: OverrideFieldsProps) {
  switch (props.draft.kind) {
    case 'fee':
      return <FeeFields {...props} />;
    case 'clock':
      return <ClockFields {...props} />;
    case 'paper':
      return <PaperFields {...props} />;
  }
}

function FeeFields({ pack, draft, isEdit, fault, onChange }: OverrideFieldsProps) {
  const t = useT();
  const speech = useRuleSpeech();
  return (
    <>
      {!isEdit && (
        <ChoiceField
          label={t('rules.entityType')}
          values={pack.coveredEntityTypes}
          words={(type) => t(`vocabulary.entityType.${type}`)}
          value={draft.entityType}
          onChange={(entityType) => onChange({ entityType })}
        />
      )}
      <MoneyField
        label={t('rules.override.amount')}
        text={draft.amount}
        fault={fault && overrideFaultWords(fault, speech)}
        onChange={(amount) => onChange({ amount })}
        autoFocus={isEdit}
      />
    </>
  );
}

function ClockFields({ pack, draft, isEdit, fault, onChange }: OverrideFieldsProps) {
  const t = useT();
  const speech = useRuleSpeech();
  const unit = pack.clocks.find(({ id }) => id === draft.clockId)?.unit;
  const isNoNumber = draft.total.trim() !== '' && !/^-?\d+$/u.test(draft.total.trim());
  const wrong = isNoNumber ? t('rules.override.fault.noNumber') : fault && overrideFaultWords(fault, speech);
  return (
    <>
      {!isEdit && (
        <ChoiceField
          label={t('rules.override.clock')}
          values={pack.clocks.map(({ id }) => id)}
          words={(id) => t(`vocabulary.obligationKind.clock_${id}`)}
          value={draft.clockId}
          onChange={(clockId) => onChange({ clockId })}
        />
      )}
      <TextField
        label={t('rules.override.total')}
        hint={unit && t(`application.unit.${unit}`)}
        value={draft.total}
        onChange={(total) => onChange({ total })}
        {...(wrong !== undefined && { check: { tone: 'danger', text: wrong } as const })}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus={isEdit || undefined}
        required
      />
    </>
  );
}

function PaperFields({ pack, draft, paperTitle, isEdit, fault, onChange }: OverrideFieldsProps) {
  const t = useT();
  const speech = useRuleSpeech();
  const kept: readonly PaperTypes[] = draft.keptTypes.length > 1 ? ['kept'] : [];
  const chosen = draft.paperTypes === 'all' ? (kept[0] ?? draft.entityType) : draft.paperTypes;
  return (
    <>
      <Checkbox
        label={t('rules.override.allTypes')}
        checked={draft.paperTypes === 'all'}
        onChange={({ currentTarget }) => onChange({ paperTypes: currentTarget.checked ? 'all' : chosen })}
      />
      {draft.paperTypes !== 'all' && (
        <ChoiceField<PaperTypes>
          label={t('rules.entityType')}
          values={[...kept, ...pack.coveredEntityTypes]}
          words={(types) =>
            types === 'all' || types === 'kept'
              ? typeNames(draft.keptTypes, speech)
              : t(`vocabulary.entityType.${types}`)
          }
          value={draft.paperTypes}
          onChange={(paperTypes) => onChange({ paperTypes })}
        />
      )}
      <ChoiceField
        label={t('rules.override.paperKind')}
        values={documentKinds}
        words={(kind) => t(`vocabulary.documentKind.${kind}`)}
        value={draft.documentKind}
        onChange={(documentKind) => onChange({ documentKind })}
        {...(fault && { check: { tone: 'danger', text: overrideFaultWords(fault, speech) } as const })}
        searchable
      />
      <TextField
        label={t('rules.override.paperTitle')}
        value={paperTitle}
        onChange={(title) => onChange({ title })}
        data-autofocus={isEdit || undefined}
        required
      />
    </>
  );
}

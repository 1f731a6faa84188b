import type { AccountNumber } from '#shared/domain/rule-pack.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import {
  filingNumberFinding,
  originalIdFinding,
  platformIdFinding,
} from '#renderer/components/identifier-words.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import type { StepForm } from './use-step-form.ts';

interface NumberFieldsProps {
  readonly form: StepForm;
  /** Enter in a field of one line. */
  readonly onEnter: () => void;
}

/** The numbers that came with the pass: known ones stand there, what is left out can be entered later. */
export function NumberFields({ form, onEnter }: NumberFieldsProps) {
  return form.asked.map((number) => (
    <NumberField key={number} number={number} form={form} onEnter={onEnter} />
  ));
}

function NumberField({ number, form, onEnter }: NumberFieldsProps & { readonly number: AccountNumber }) {
  const t = useT();
  const { numbers } = form;
  const text = numbers.texts[number];
  const check = useNumberCheck(number, text);
  const setText = (value: string): void =>
    form.change({ numbers: { ...numbers, texts: { ...numbers.texts, [number]: value } } });
  return (
    <>
      <TextField
        label={t(`application.step.number.${number}`)}
        {...(text.trim() === '' && { hint: t('application.step.number.later') })}
        value={text}
        onChange={setText}
        {...(check && { check })}
        mono
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeys({ enter: onEnter })}
      />
      {number === 'filing_number' && text.trim() !== '' && (
        <DateField
          label={t('application.step.number.filedOn')}
          value={numbers.filedOn ?? form.moment.date}
          parse={(typed) => readTypedDate(typed, t)}
          onChange={(date) =>
            form.change({ numbers: { ...numbers, filedOn: date === 'forever' ? null : date } })
          }
          onEnter={onEnter}
        />
      )}
    </>
  );
}

function useNumberCheck(number: AccountNumber, text: string): Check | undefined {
  const t = useT();
  const { account } = useCase().details;
  switch (number) {
    case 'app_id':
    case 'merchant_number':
      return platformIdFinding(text, account, t);
    case 'original_id':
      return originalIdFinding(text, t);
    case 'filing_number':
      return filingNumberFinding(text, t);
  }
}

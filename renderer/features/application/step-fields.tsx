import { Select, Textarea } from '@mantine/core';
import { parseYuan } from '#shared/domain/money.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Field, TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { kindsWords } from './item-words.ts';
import { NumberFields } from './number-fields.tsx';
import type { StepForm } from './use-step-form.ts';
import styles from './step-fields.module.css';

interface StepFieldsProps {
  readonly kind: ApplicationActionKind;
  readonly form: StepForm;
  /** Enter in a field of one line. */
  readonly onEnter: () => void;
}

/** When, and what came with the step. */
export function StepFields({ kind, form, onEnter }: StepFieldsProps) {
  return (
    <>
      <When form={form} onEnter={onEnter} />
      {kind === 'pay' && <Fee form={form} onEnter={onEnter} />}
      {kind === 'pass' && form.certifiedUntil !== null && <CertifiedUntil form={form} onEnter={onEnter} />}
      <NumberFields form={form} onEnter={onEnter} />
      {kind === 'return' && <Reason form={form} />}
      {(kind === 'return' || kind === 'fail') && <ReasonText form={form} />}
    </>
  );
}

type FieldProps = Omit<StepFieldsProps, 'kind'>;

function When({ form, onEnter }: FieldProps) {
  const t = useT();
  const format = useFormat();
  const { details, nowMs } = useCase();
  const { moment, read } = form;
  const fault = read.ok ? undefined : read.fault;
  const began = format.moment(details.application.stageSinceAtMs, nowMs);
  const check: Check | undefined =
    fault === 'before_stage'
      ? { tone: 'danger', text: t('application.step.fault.before_stage', { moment: began }) }
      : fault === 'in_future'
        ? { tone: 'danger', text: t('application.step.fault.in_future') }
        : undefined;
  return (
    <div className={styles.when}>
      <DateField
        label={t('application.step.date')}
        value={moment.date}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => form.change({ moment: { ...moment, date: date === 'forever' ? null : date } })}
        {...(check && { check })}
        onEnter={onEnter}
      />
      <TextField
        label={t('application.step.time')}
        value={moment.time}
        onChange={(time) => form.change({ moment: { ...moment, time } })}
        autoComplete="off"
        {...(fault === 'no_time' && { check: { tone: 'danger', text: t('application.step.fault.no_time') } })}
        onKeyDown={onKeys({ enter: onEnter })}
      />
    </div>
  );
}

function Fee({ form, onEnter }: FieldProps) {
  const t = useT();
  const format = useFormat();
  const { details } = useCase();
  const { feeText } = form.draft;
  const feeFen = parseYuan(feeText);
  const byRules = details.platformFeeFen;
  const check: Check =
    feeFen === undefined || feeFen < 0
      ? { tone: 'danger', text: t('application.step.fault.no_fee') }
      : byRules !== null && feeFen !== byRules
        ? {
            tone: 'warning',
            text: t('application.step.feeDiffers', { amount: format.moneyWithUnit(byRules) }),
          }
        : {
            tone: 'success',
            text: t('application.step.feeByRules', { amount: format.moneyWithUnit(feeFen) }),
          };
  return (
    <TextField
      label={t('application.step.fee')}
      value={feeText}
      onChange={(text) => form.change({ feeText: text })}
      autoComplete="off"
      inputMode="decimal"
      check={check}
      onKeyDown={onKeys({ enter: onEnter })}
    />
  );
}

function CertifiedUntil({ form, onEnter }: FieldProps) {
  const t = useT();
  const isTooEarly = !form.read.ok && form.read.fault === 'end_not_after_pass';
  return (
    <DateField
      label={t('application.step.certifiedUntil')}
      hint={t('application.step.certifiedUntilHint')}
      value={form.certifiedUntil}
      parse={(text) => readTypedDate(text, t)}
      onChange={(date) => form.change({ certifiedUntil: date === 'forever' ? null : date })}
      {...(isTooEarly && {
        check: { tone: 'danger', text: t('application.step.fault.end_not_after_pass') } as const,
      })}
      onEnter={onEnter}
    />
  );
}

/** The rules' reasons: each brings its remedy, and papers that join the checklist. */
function Reason({ form }: { readonly form: StepForm }) {
  const t = useT();
  const ruleText = useRuleText();
  const { pack } = useCase();
  const reasons = pack?.returnReasons ?? [];
  const chosen = reasons.find(({ code }) => code === form.draft.reasonCode);
  const papers = chosen?.remedyDocuments ?? [];
  const choose = (code: string | null): void => {
    const text = form.draft.reasonText.trim();
    const wasOwn = text !== '' && !reasons.some((reason) => ruleText(reason.text) === text);
    const next = reasons.find((reason) => reason.code === code);
    form.change({ reasonCode: code, ...(!wasOwn && next && { reasonText: ruleText(next.text) }) });
  };
  return (
    <Field label={t('application.step.reason')}>
      {(ids) => (
        <>
          <Select
            {...ids}
            data={reasons.map(({ code, text }) => ({ value: code, label: ruleText(text) }))}
            value={form.draft.reasonCode}
            onChange={choose}
            placeholder={t('application.step.reasonChoose')}
            maxDropdownHeight={320}
            clearable
          />
          {chosen && (
            <p className={styles.remedy}>
              {t('application.remedy', { text: ruleText(chosen.remedy) })}
              {papers.map((rule) => (
                <span key={rule.id}>
                  {t('application.step.remedyPaper', {
                    title: ruleText(rule.title),
                    kinds: kindsWords(rule.accepts, t),
                  })}
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function ReasonText({ form }: { readonly form: StepForm }) {
  const t = useT();
  return (
    <Field label={t('application.step.reasonText')} hint={t('application.step.reasonTextHint')} required>
      {(ids) => (
        <Textarea
          {...ids}
          value={form.draft.reasonText}
          onChange={(event) => form.change({ reasonText: event.currentTarget.value })}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
        />
      )}
    </Field>
  );
}

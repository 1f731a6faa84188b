import { Select, Textarea } from '@mantine/core';
import { parseYuan } from '#shared/domain/money.ts';
import { feeVariants, platformFee } from '#shared/domain/rule-pack-lookup.ts';
import type { FeeVariant } from '#shared/domain/rule-pack-lookup.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { isFarFromRules } from '#shared/domain/step-doubts.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Field, TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { FeeVariants } from './fee-variants.tsx';
import { kindsWords } from './item-words.ts';
import { MomentFields } from './moment-fields.tsx';
import { NumberFields } from './number-fields.tsx';
import { RejectedPapers } from './rejected-papers.tsx';
import { momentFaults } from '#renderer/components/typed-moment.ts';
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
      {kind === 'return' && <RejectedPapers form={form} />}
      {(kind === 'return' || kind === 'fail') && <ReasonText form={form} />}
    </>
  );
}

type FieldProps = Omit<StepFieldsProps, 'kind'>;

function When({ form, onEnter }: FieldProps) {
  const { moment, read } = form;
  const isMomentFault = !read.ok && momentFaults.find((fault) => fault === read.fault);
  return (
    <MomentFields
      moment={moment}
      fault={isMomentFault === false ? undefined : isMomentFault}
      onChange={(next) => form.change({ moment: next })}
      onEnter={onEnter}
    />
  );
}

function Fee({ form, onEnter }: FieldProps) {
  const t = useT();
  const format = useFormat();
  const { feeText } = form.draft;
  const feeFen = parseYuan(feeText);
  const { byRules, variants } = useFees(form);
  const say = useRuleText();
  const variant = variants.find(({ amountFen }) => amountFen === feeFen && amountFen !== byRules);
  const check: Check =
    feeFen === undefined || feeFen < 0
      ? { tone: 'danger', text: t('application.step.fault.no_fee') }
      : variant !== undefined
        ? {
            tone: 'info',
            text: t('application.step.feeByVariant', {
              amount: format.moneyWithUnit(feeFen),
              variant: say(variant.variant.text),
            }),
          }
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
    <>
      <TextField
        label={t('application.step.fee')}
        value={feeText}
        onChange={(text) => form.change({ feeText: text })}
        autoComplete="off"
        inputMode="decimal"
        check={check}
        onKeyDown={onKeys({ enter: onEnter })}
      />
      <FeeVariants variants={variants} onChoose={(text) => form.change({ feeText: text })} />
    </>
  );
}

/** What the rules charge on the day of the payment, and what else may be charged then. */
function useFees({ moment }: StepForm): {
  readonly byRules: number | null;
  readonly variants: readonly FeeVariant[];
} {
  const { details, pack } = useCase();
  const { date } = moment;
  if (pack === undefined || date === null) return { byRules: details.platformFeeFen, variants: [] };
  const { entityType } = details.application;
  return {
    byRules: platformFee(pack, entityType, date)?.amountFen ?? null,
    variants: feeVariants(pack, entityType, date),
  };
}

function CertifiedUntil({ form, onEnter }: FieldProps) {
  const t = useT();
  const format = useFormat();
  const isTooEarly = !form.read.ok && form.read.fault === 'end_not_after_pass';
  const isNoTime = !form.read.ok && form.read.fault === 'no_end_time';
  const { certifiedUntil, proposedUntil } = form;
  const isDoubtful =
    certifiedUntil !== null && proposedUntil !== null && isFarFromRules(certifiedUntil, proposedUntil);
  const date = proposedUntil === null ? '' : format.dateLong(proposedUntil);
  return (
    <div className={styles.when}>
      <DateField
        label={t('application.step.certifiedUntil')}
        hint={t('application.step.certifiedUntilHint')}
        value={form.certifiedUntil}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => form.change({ certifiedUntil: date === 'forever' ? null : date })}
        {...(isTooEarly
          ? { check: { tone: 'danger', text: t('application.step.fault.end_not_after_pass') } as const }
          : isDoubtful && {
              check: { tone: 'warning', text: t('application.step.endDiffers', { date }) } as const,
            })}
        onEnter={onEnter}
      />
      <TextField
        label={t('application.step.endTime')}
        value={form.draft.endTime}
        placeholder={t('client.account.optional')}
        onChange={(endTime) => form.change({ endTime })}
        autoComplete="off"
        {...(isNoTime && { check: { tone: 'danger', text: t('application.step.fault.no_time') } as const })}
        onKeyDown={onKeys({ enter: onEnter })}
      />
    </div>
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

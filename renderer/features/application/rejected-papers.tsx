import { MultiSelect } from '@mantine/core';
import { Field } from '#renderer/components/field.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import type { StepForm } from './use-step-form.ts';

/** Which of the papers handed in the platform named in its answer; each is asked for anew. */
export function RejectedPapers({ form }: { readonly form: StepForm }) {
  const t = useT();
  const ruleText = useRuleText();
  const { details } = useCase();
  const handedIn = details.items.filter(({ documents }) => documents.length > 0);
  if (handedIn.length === 0) return null;
  return (
    <Field label={t('application.step.rejects')} hint={t('application.step.rejectsHint')}>
      {(ids) => (
        <MultiSelect
          {...ids}
          data={handedIn.map(({ requirement: { requirementId, title } }) => ({
            value: requirementId,
            label: ruleText(title),
          }))}
          value={[...form.draft.rejects]}
          onChange={(rejects) => form.change({ rejects })}
          {...(form.draft.rejects.length === 0 && { placeholder: t('application.step.rejectsChoose') })}
          maxDropdownHeight={240}
          hidePickedOptions
        />
      )}
    </Field>
  );
}

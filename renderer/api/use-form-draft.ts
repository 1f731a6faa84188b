import { useState } from 'react';
import { z } from 'zod';
import { showToast } from '#renderer/components/toast.tsx';
import type { FormKeeping } from '#renderer/components/form-dialog.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useDraft } from './use-draft.ts';

interface FormDraftOptions<Values> {
  /** Names the form and what it is about, such as `contact.ID`. */
  readonly form: string;
  readonly schema: z.ZodType<Values>;
  /** What the fields hold. */
  readonly values: Values;
  /** Puts values into the fields. */
  readonly put: (values: Values) => void;
  /** It changes a record: a draft of it is good for as long as the record is as it was then. */
  readonly isChange: boolean;
  /** What of the record a draft hangs on, where that is not all that the fields are opened with. */
  readonly basis?: Readonly<Record<string, string | number>>;
}

/** Keeps what is typed into a small form: Escape leaves it, the form that is opened again has it, Cancel gives it up. */
export function useFormDraft<Values>(options: FormDraftOptions<Values>): FormKeeping {
  const { form, schema, values, put, isChange, basis = values } = options;
  const t = useT();
  const [opened] = useState(values);
  const [of] = useState(isChange ? JSON.stringify(basis) : null);
  const [envelope] = useState(() => z.object({ of: z.literal(of), typed: schema }));
  const isTyped = JSON.stringify(values) !== JSON.stringify(opened);
  const draft = useDraft({
    form,
    schema: envelope,
    values: isTyped ? { of, typed: values } : null,
    restore: ({ typed }) => put(typed),
  });
  return {
    isRestored: draft.isRestored,
    giveUp: draft.forget,
    clear() {
      put(opened);
      draft.forget();
    },
    onLeave() {
      if (isTyped) showToast({ message: t('components.draft.kept') });
    },
  };
}

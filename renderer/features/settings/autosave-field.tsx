import { useState } from 'react';
import { TextField } from '#renderer/components/field.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';

interface AutosaveFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** A line of text that is saved when it is left or with Enter; Escape gives the old value back. */
export function AutosaveField({ label, value, onSave }: AutosaveFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft.trim() !== value) onSave(draft.trim());
    setDraft(null);
  };
  return (
    <TextField
      label={label}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={onKeys({ enter: save, escape: () => setDraft(null) })}
    />
  );
}

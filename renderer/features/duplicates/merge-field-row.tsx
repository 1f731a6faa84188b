import { Radio } from '@mantine/core';
import { fieldStanding } from '#shared/domain/client-merge.ts';
import type { MergeField } from '#shared/domain/client-merge.ts';
import type { MergeSide } from '#shared/contract/merging.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Choice } from './merge-comparison.tsx';
import { useMergeWords } from './use-merge-words.ts';
import styles from './merge.module.css';

interface MergeFieldRowProps {
  readonly field: MergeField;
  readonly kept: MergeSide;
  readonly other: MergeSide;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One field with a choice: the two differ, or only the client that is put in has a value. */
export function MergeFieldRow({ field, kept, other, chosen, onChoose }: MergeFieldRowProps) {
  const t = useT();
  const words = useMergeWords();
  const label = words.label(field, kept);
  const sides = [
    ['kept', kept],
    ['other', other],
  ] as const;
  return (
    <div className={styles.field} role="radiogroup" aria-label={label}>
      <span className={styles.label}>{label}</span>
      {sides.map(([side, client]) => (
        <label
          key={side}
          className={styles.option}
          data-chosen={chosen === side || chosen === 'both' || undefined}
        >
          <Radio
            size="xs"
            className={styles.radio}
            name={`merge-${field}`}
            checked={chosen === side}
            onChange={() => onChoose(side)}
            aria-label={t(`duplicates.dialog.choose.${side}`, {
              field: label,
              value: words.value(field, client),
            })}
          />
          <Value field={field} client={client} />
        </label>
      ))}
      {field === 'remark' && fieldStanding(field, kept, other) === 'differs' && (
        <label className={styles.both}>
          <Radio
            size="xs"
            className={styles.radio}
            name={`merge-${field}`}
            checked={chosen === 'both'}
            onChange={() => onChoose('both')}
          />
          {t('duplicates.dialog.choose.both')}
        </label>
      )}
    </div>
  );
}

function Value({ field, client }: { readonly field: MergeField; readonly client: MergeSide }) {
  const words = useMergeWords();
  const value = client[field];
  const isEmpty = value === null || value === '';
  const note = words.note(field, client);
  return (
    <span
      className={styles.value}
      data-empty={isEmpty || undefined}
      data-code={(field === 'creditCode' && !isEmpty) || undefined}
    >
      {words.value(field, client)}
      {note !== null && <span className={styles.note}>{note}</span>}
    </span>
  );
}

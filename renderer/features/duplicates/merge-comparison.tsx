import { Button } from '@mantine/core';
import { useState } from 'react';
import { fieldStanding, mergeFields } from '#shared/domain/client-merge.ts';
import type { FieldStanding, MergeField } from '#shared/domain/client-merge.ts';
import type { MergePreview, MergeSide } from '#shared/contract/merging.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { MergeFieldRow } from './merge-field-row.tsx';
import { MergeHeads } from './merge-heads.tsx';
import { MergedThings } from './merged-things.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { mergeWidth } from './widths.ts';
import styles from './merge.module.css';

/** Whose value a field has after the merge. */
export type Choice = 'kept' | 'other' | 'both';
export type Choices = Readonly<Partial<Record<MergeField, Choice>>>;

interface MergeComparisonProps {
  readonly preview: MergePreview;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

export function MergeComparison({ preview, onSwap, onClose }: MergeComparisonProps) {
  const t = useT();
  const { kept, other } = preview;
  const [choices, setChoices] = useState<Choices>(() => beginning(preview));
  const merge = useMerge(preview, choices, onClose);
  const standings = mergeFields.map((field) => [field, fieldStanding(field, kept, other)] as const);
  const fieldsOf = (...wanted: readonly FieldStanding[]): MergeField[] =>
    standings.filter(([, standing]) => wanted.includes(standing)).map(([field]) => field);
  return (
    <DialogFrame
      opened
      width={mergeWidth}
      onClose={onClose}
      onSave={() => void merge.run()}
      title={t('duplicates.dialog.title')}
      footer={
        <>
          <Button
            variant="filled"
            loading={merge.isRunning}
            rightSection={<Keys of="mod+enter" />}
            onClick={() => void merge.run()}
          >
            {t('duplicates.dialog.confirm')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
          <span className="cf-grow" />
          <span className="cf-xs cf-ink-3">{t('duplicates.dialog.safe')}</span>
        </>
      }
    >
      <div className={styles.compared} role="group">
        <MergeHeads kept={kept} other={other} onSwap={onSwap} />
        <div className={styles.grid}>
          {fieldsOf('differs', 'alone').map((field) => (
            <MergeFieldRow
              key={field}
              {...{ field, kept, other }}
              chosen={choices[field] ?? 'kept'}
              onChoose={(choice) => setChoices({ ...choices, [field]: choice })}
            />
          ))}
        </div>
        <QuietFields title={t('duplicates.dialog.keptOnly')} fields={fieldsOf('kept_only')} client={kept} />
        <QuietFields title={t('duplicates.dialog.same')} fields={fieldsOf('same')} client={kept} />
      </div>
      <MergedThings preview={preview} />
    </DialogFrame>
  );
}

const beginning = ({ kept, other, suggested }: MergePreview): Choices => ({
  ...Object.fromEntries(suggested.map((field) => [field, 'other'])),
  ...(fieldStanding('remark', kept, other) === 'differs' && { remark: 'both' }),
});

function useMerge(
  { kept, other }: MergePreview,
  choices: Choices,
  onClose: () => void,
): { readonly isRunning: boolean; readonly run: () => Promise<void> } {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    const take = mergeFields.filter((field) => choices[field] === 'other');
    const done = await act(
      () =>
        backend.clients.merge({
          ...{ keptId: kept.id, otherId: other.id, take },
          joinRemarks: choices.remark === 'both',
          seen: { kept: seenOf(kept), other: seenOf(other) },
        }),
      t('duplicates.dialog.merged', { kept: kept.name, other: other.name }),
    );
    setRunning(false);
    if (done === undefined) return;
    onClose();
    navigateTo(paths.client(kept.id));
  };
  return { isRunning, run };
}

/** The values that stand on the screen. */
const seenOf = (side: MergeSide) =>
  Object.fromEntries(mergeFields.map((field) => [field, side[field]])) as Partial<MergeSide>;

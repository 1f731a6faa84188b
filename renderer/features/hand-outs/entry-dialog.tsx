import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { HandOutRow } from '#shared/contract/hand-outs.ts';
import { saidOutcomes } from '#shared/domain/hand-out.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { FactLine } from '#renderer/components/facts.tsx';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './hand-outs.module.css';

interface EntryDialogProps {
  readonly entry: HandOutRow;
  readonly onClose: () => void;
}

/** What is entered of a copy, and what became of it. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { id, outcome, outcomeOn, remark } = entry;
  const [said, setSaid] = useState(saidOutcomes.find((each) => each === outcome) ?? null);
  const [on, setOn] = useState(outcomeOn);
  const [text, setText] = useState(remark ?? '');
  const isSaid = outcome !== 'not_written';
  const save = async (): Promise<boolean> => {
    const changes = {
      ...(isSaid && said !== outcome && { outcome: said }),
      ...(on !== outcomeOn && { outcomeOn: on }),
      ...(text !== (remark ?? '') && { remark: text === '' ? null : text }),
    };
    const base = {
      ...(isSaid && { outcome: saidOutcomes.find((each) => each === outcome) ?? null }),
      outcomeOn,
      remark,
    };
    const done = await act(() => backend.handOuts.note({ id, base, changes }), t('handOuts.note.saved'));
    return done !== undefined;
  };
  return (
    <FormDialog title={t('handOuts.note.title')} canSave onSave={save} onClose={onClose} hasLines width={520}>
      <dl>
        <FactLine label={t('handOuts.column.copy')}>{entry.copyName}</FactLine>
        <FactLine label={t('handOuts.column.recipient')}>
          {t('handOuts.part.line', { recipient: entry.recipient, purpose: entry.purpose })}
        </FactLine>
        <FactLine label={t('handOuts.note.copyHash')}>
          <span className={`cf-mono cf-selectable ${styles.hash}`}>{entry.copySha256}</span>
        </FactLine>
      </dl>
      {isSaid && (
        <>
          <Field label={t('handOuts.note.outcome')}>
            {(ids) => (
              <SegmentedControl
                {...ids}
                value={said ?? 'out'}
                data={['out' as const, ...saidOutcomes].map((value) => ({
                  value,
                  label: t(`handOuts.outcome.${value}`),
                }))}
                onChange={(value) => setSaid(saidOutcomes.find((each) => each === value) ?? null)}
              />
            )}
          </Field>
          <DateField
            label={t('handOuts.note.on')}
            value={on}
            parse={(typed) => readTypedDate(typed, t)}
            onChange={(value) => setOn(value === 'forever' ? null : value)}
          />
        </>
      )}
      <Field label={t('handOuts.note.remark')}>
        {(ids) => (
          <Textarea
            {...ids}
            value={text}
            autosize
            minRows={2}
            maxLength={500}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

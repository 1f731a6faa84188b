import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useConflicts } from '#renderer/api/conflicts.tsx';
import type { Choices, Conflict, ConflictField, Side } from '#renderer/api/conflicts.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useFieldWords } from '#renderer/api/use-field-words.ts';
import styles from './conflict-dialog.module.css';

/** A save that meets what was written elsewhere: both values of every field side by side, to be chosen from. */
export function ConflictDialog() {
  const { current } = useConflicts();
  if (current === null) return null;
  return <Choosing key={current.key} conflict={current} onAnswer={current.answer} />;
}

interface ChoosingProps {
  readonly conflict: Conflict;
  readonly onAnswer: (choices: Choices | null) => void;
}

function Choosing({ conflict: { fields, of, by }, onAnswer }: ChoosingProps) {
  const t = useT();
  const whole = (side: Side): Choices => Object.fromEntries(fields.map(({ field }) => [field, side]));
  const [choices, setChoices] = useState<Choices>({});
  const isDecided = fields.every(({ field }) => choices[field] !== undefined);
  return (
    <DialogFrame
      opened
      width={760}
      onClose={() => onAnswer(null)}
      onSave={() => {
        if (isDecided) onAnswer(choices);
      }}
      title={t('components.conflict.title', { count: fields.length })}
      footer={
        <>
          <Button
            variant="filled"
            disabled={!isDecided}
            rightSection={isDecided && <Keys of="mod+enter" />}
            onClick={() => onAnswer(choices)}
          >
            {t('components.conflict.save')}
          </Button>
          <Button onClick={() => onAnswer(null)}>{t('components.conflict.later')}</Button>
        </>
      }
    >
      <div className={styles.grid} role="group">
        <span />
        <span className={styles.head}>{t('components.conflict.opened')}</span>
        <span className={styles.head}>
          <TheirHead by={by} />
          {fields.length > 1 && (
            <TextButton onClick={() => setChoices(whole('theirs'))}>
              {t('components.conflict.all')}
            </TextButton>
          )}
        </span>
        <span className={styles.head}>
          <span className="cf-grow">{t('components.conflict.mine')}</span>
          {fields.length > 1 && (
            <TextButton onClick={() => setChoices(whole('mine'))}>{t('components.conflict.all')}</TextButton>
          )}
        </span>
        {fields.map((each) => (
          <FieldChoice
            key={each.field}
            conflict={each}
            of={of}
            chosen={choices[each.field]}
            onChoose={(side) => setChoices({ ...choices, [each.field]: side })}
          />
        ))}
      </div>
      <p className="cf-xs cf-ink-3">{t('components.conflict.safe')}</p>
    </DialogFrame>
  );
}

function TheirHead({ by }: Pick<Conflict, 'by'>) {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const nowMs = useQuery(query.system.info.queryOptions()).data?.nowMs;
  const facts =
    by === null || nowMs === undefined ? [] : [by.actorName, format.moment(by.atMs, nowMs)].filter(Boolean);
  return (
    <span className="cf-grow">
      {t('components.conflict.theirs')}
      {facts.length > 0 && <span className={styles.by}>{facts.join(' ')}</span>}
    </span>
  );
}

interface FieldChoiceProps {
  readonly conflict: ConflictField;
  readonly of: Conflict['of'];
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function FieldChoice({ conflict, of, chosen, onChoose }: FieldChoiceProps) {
  const words = useFieldWords(of);
  const { field, expected, found, mine } = conflict;
  const label = words.label(field);
  const values = { theirs: words.value(field, found), mine: words.value(field, mine) };
  return (
    <>
      <span className={styles.field}>{label}</span>
      <span className={styles.opened}>{words.value(field, expected)}</span>
      {(['theirs', 'mine'] as const).map((side) => (
        <label key={side} className={styles.side} data-chosen={chosen === side || undefined}>
          <Radio
            size="xs"
            name={`conflict-${field}`}
            checked={chosen === side}
            onChange={() => onChoose(side)}
            aria-label={words.side(side, label, values[side])}
          />
          <span className={styles.value}>{values[side]}</span>
        </label>
      ))}
    </>
  );
}

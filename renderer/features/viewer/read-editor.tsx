import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isDayField } from '#shared/domain/read-field.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { Crop } from '#renderer/components/scan/crop.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { ReadRow } from './read-row.ts';
import { readValue } from './read-words.ts';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';
import styles from './read-fields.module.css';

interface ReadEditorProps {
  readonly row: ReadRow;
  readonly fields: ReadFields;
  readonly pane: OpenPane;
  readonly label: string;
}

/** The place on the page, enlarged, and below it what it says, to be confirmed or corrected. */
export function ReadEditor({ row, fields, pane, label }: ReadEditorProps) {
  const t = useT();
  const { read } = row;
  const { reading, mayKeep } = fields;
  const page =
    reading?.state === 'read' ? reading.pages.find(({ pageNo }) => pageNo === read.pageNo) : undefined;
  return (
    <div className={styles.editor}>
      {page !== undefined && (
        <Crop
          scan={pane.scan}
          pageNo={read.pageNo}
          size={sizeOf(page)}
          box={read.box}
          label={t('viewer.read.crop', { field: label })}
        />
      )}
      {mayKeep && read.target !== null ? (
        <Editing {...{ row, fields, label }} />
      ) : (
        <p className="cf-xs cf-ink-3">
          {t(read.target === null ? 'viewer.read.onlyShown' : 'viewer.read.older')}
        </p>
      )}
    </div>
  );
}

const sizeOf = ({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }) => ({
  width: widthPx,
  height: heightPx,
});

function Editing({ row, fields, label }: Omit<ReadEditorProps, 'pane'>) {
  const t = useT();
  const { read, noted, isWaiting } = row;
  const [text, setText] = useState(readValue(noted ?? read.value, t));
  const typed = readTyped(row, text, t);
  const keep = (): void => {
    if ('value' in typed) void fields.keep(row, typed.value);
  };
  const leave = (): void => fields.choose(null);
  return (
    <>
      <Textarea
        autosize
        minRows={1}
        maxRows={5}
        aria-label={label}
        value={text}
        error={'fault' in typed}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value.replaceAll('\n', ''))}
        onKeyDown={onKeys({ enter: keep, escape: leave })}
      />
      {'fault' in typed && typed.fault !== undefined && (
        <CheckLine check={{ tone: 'danger', text: typed.fault }} />
      )}
      <div className={styles.actions}>
        <Button
          variant="filled"
          disabled={'fault' in typed}
          onClick={keep}
          rightSection={<Keys of="enter" />}
        >
          {t(isWaiting ? 'viewer.read.keep' : 'viewer.read.change', { field: label })}
        </Button>
        <Button onClick={leave} rightSection={<Keys of="escape" />}>
          {t(isWaiting ? 'viewer.read.leave' : 'components.action.cancel')}
        </Button>
      </div>
    </>
  );
}

/** A day as YYYY-MM-DD or 'forever', any other text as it is; nothing may take the place of what is kept only. */
function readTyped(
  { read, noted }: ReadRow,
  text: string,
  t: TFunction,
): { value: string } | { fault: string | undefined } {
  const value = text.trim();
  if (value === '') return noted === null ? { fault: undefined } : { value };
  if (!isDayField(read.field)) return { value };
  const typed = readTypedDate(value, t);
  switch (typed.kind) {
    case 'date':
      return { value: typed.date };
    case 'forever':
      return read.field === 'valid_until'
        ? { value: 'forever' }
        : { fault: t('components.cell.fault.forever_not_allowed') };
    case 'empty':
      return { fault: undefined };
    case 'fault':
      return { fault: typed.fault };
  }
}

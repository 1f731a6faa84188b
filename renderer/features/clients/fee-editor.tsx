import { useState } from 'react';
import type { ClientRow } from '#shared/contract/clients.ts';
import { parseYuan } from '#shared/domain/money.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { InlineEdit } from '#renderer/components/inline-edit.tsx';
import type { EditMove } from '#renderer/components/inline-edit.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface FeeEditorProps {
  readonly row: ClientRow;
  readonly onFinish: (move: EditMove) => void;
}

/** The service fee in its cell; sums may be typed and show what they come to. */
export function FeeEditor({ row, onFinish }: FeeEditorProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const saveFields = useSave();
  // What was shown when the writing began is what the save starts from.
  const [{ id, name, serviceFeeFen: stored }] = useState(row);
  const preview = (text: string) => {
    if (text.trim() === '') return {};
    const fen = parseYuan(text);
    if (fen === undefined || fen < 0) return { fault: t('clients.notMoney') };
    return isSum(text) ? { note: t('clients.comesTo', { amount: format.money(fen) }) } : {};
  };
  const save = (text: string, move: EditMove): void => {
    onFinish(move);
    const fen = text.trim() === '' ? null : (parseYuan(text) ?? stored);
    if (fen === stored) return;
    void saveFields<{ serviceFeeFen: number | null }>(
      {
        ...{ rowId: id, base: { serviceFeeFen: stored }, changes: { serviceFeeFen: fen }, isInline: true },
        write: (fields) => backend.clients.update({ id, ...fields }),
      },
      t('clients.feeSaved', { name }),
    );
  };
  return (
    <InlineEdit
      label={t('components.edit.label', { field: t('clients.column.serviceFee') })}
      initial={stored === null ? '' : format.money(stored)}
      align="end"
      preview={preview}
      onSave={save}
      onCancel={() => onFinish('stay')}
    />
  );
}

/** Whether there is something to work out, beyond a sign in front. */
const isSum = (text: string): boolean => /[-+*/×÷xX（(万]/u.test(text.trim().slice(1));

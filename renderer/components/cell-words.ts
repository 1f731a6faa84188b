/** What is wrong with a cell, in words, and what a typed one comes to. */
import { readCellText } from '#shared/domain/cell-value.ts';
import type { CellFault, CellType } from '#shared/domain/cell-value.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { clientCodeFinding } from './identifier-words.ts';

/** `typed` is what was to be written into the cell; of a code it says where it goes wrong. */
export function cellFaultWords(fault: CellFault, typed: string, t: TFunction): string {
  const { code, limit = 0, name = '', found = null } = fault;
  if (code === 'client_code') {
    const finding = clientCodeFinding(typed, t)?.text ?? '';
    return t('components.cell.fault.client_code', { finding: typeof finding === 'string' ? finding : '' });
  }
  const places = { limit, name, found: found ?? t('components.cell.nothing') };
  return t(`components.cell.fault.${code}`, places);
}

/** For the line under a cell that is being typed into. */
export function typedCellPreview(type: CellType, text: string, t: TFunction, format: Format) {
  const read = readCellText(type, text);
  if (read.kind === 'fault') return { fault: cellFaultWords(read.fault, text, t) };
  const { value } = read;
  if (type.kind === 'money' && typeof value === 'number' && isSum(text))
    return { note: t('components.cell.comesTo', { value: format.money(value) }) };
  if ((type.kind === 'date' || type.kind === 'term') && value !== null && value !== text.trim())
    return {
      note: t('components.cell.comesTo', {
        value: value === 'forever' ? t('components.date.noExpiry') : value,
      }),
    };
  if (type.kind === 'clientCode' && typeof value === 'string')
    return { note: clientCodeFinding(value, t, type.entityType)?.text };
  return {};
}

/** Whether there is something to work out, beyond a sign in front. */
const isSum = (text: string): boolean => /[-+*/×÷xX（(万]/u.test(text.trim().slice(1));

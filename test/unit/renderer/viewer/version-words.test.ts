import { expect, test } from 'vitest';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { PaperVersion } from '../../../../renderer/features/viewer/paper-context.tsx';
import {
  inStripOrder,
  paperName,
  receivedWords,
  versionName,
} from '../../../../renderer/features/viewer/version-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const version = (id: string, part: PaperVersion['part'], versionNo: number, day: string): PaperVersion => ({
  id,
  part,
  versionNo,
  sha256: id.padEnd(64, '0'),
  originalName: `${id}.jpg`,
  mediaType: 'image/jpeg',
  sizeBytes: 1,
  pageCount: 1,
  widthPx: 1,
  heightPx: 1,
  isGrey: null,
  createdAtMs: instantOf(calendarDate(day), '09:00'),
});

const front = version('a', 'front', 2, '2026-08-11');
const back = version('b', 'back', 1, '2026-03-20');
const older = version('c', 'front', 1, '2026-03-20');
const oldest = version('d', 'whole', 1, '2025-01-02');

test('what is in use stands on top, a front before its back, then what was replaced, the newest first', () => {
  const order = inStripOrder([back, oldest, older, front], [front, back]);
  expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a version is called by its number, a side of a card by that as well', () => {
  const { t, format } = chinese;
  expect([oldest, front].map((each) => versionName(each, t))).toEqual(['第 1 版', '正面第 2 版']);
  const today = calendarDate('2026-09-22');
  expect(receivedWords(front, today, t, format)).toBe('8月11日收件');
  expect(receivedWords(oldest, today, t, format)).toBe('2025年1月2日收件');
});

test('a paper is called by its name, else by its kind, with the person whose it is', () => {
  const { t } = chinese;
  const card = { title: '', kind: 'id_card', contactName: '示例甲' } as const;
  expect(paperName(card, t)).toBe('示例甲的身份证');
  expect(paperName({ ...card, title: '示例甲身份证' }, t)).toBe('示例甲身份证');
  expect(paperName({ ...card, title: '副本', contactName: null }, t)).toBe('副本');
});

test('every language says them', () => {
  for (const { t, format } of everyLanguage) {
    const words = [versionName(front, t), receivedWords(front, calendarDate('2026-09-22'), t, format)];
    expect(words.filter(isUnspoken)).toEqual([]);
  }
});

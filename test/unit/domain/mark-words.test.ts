import { describe, expect, it } from 'vitest';
import {
  longestMark,
  markAgain,
  markedMediaType,
  markLayouts,
  suggestedMark,
  withMark,
  withoutMark,
} from '#shared/domain/mark-words.ts';

it('a mark says what the copy is for, when and for whom', () => {
  const said = { purpose: '首次认证', recipient: '示例平台', date: '2026-09-22' };
  expect(suggestedMark({ ...said, accountName: '示例归樾商城' })).toBe(
    '仅用于「示例归樾商城」首次认证 · 2026-09-22 · 交示例平台',
  );
  expect(suggestedMark({ purpose: '', recipient: '', date: '2026-09-22' })).toBe('仅用于认证 · 2026-09-22');
  expect([...suggestedMark({ ...said, purpose: '很'.repeat(500) })]).toHaveLength(longestMark);
});

describe('words that somebody wrote once', () => {
  const then = { purpose: '首次认证', recipient: '示例平台', date: '2026-09-22' };
  const now = { purpose: '年度审核', recipient: '示例平台', date: '2027-09-20' };

  it('stand there again with what is another now', () => {
    expect(markAgain('仅供示例平台首次认证，2026-09-22', then, now)).toBe('仅供示例平台年度审核，2027-09-20');
    expect(markAgain('非原件', then, now)).toBe('非原件');
    expect(markAgain('仅供首次认证', then, { ...now, purpose: '' })).toBe('仅供首次认证');
  });

  it('are none where they were just what is suggested', () => {
    expect(markAgain(suggestedMark(then), then, now)).toBeNull();
  });

  it('name the account that the copy is for now, or are none', () => {
    const words = '供「示例甲店」使用';
    const named = { ...then, accountName: '示例甲店' };
    expect(markAgain(words, named, { ...now, accountName: '示例乙店' })).toBe('供「示例乙店」使用');
    expect(markAgain(words, named, now)).toBeNull();
  });

  it('are replaced in one go, whatever stands in the parts, and are no longer than a mark may be', () => {
    const odd = { purpose: '$&', recipient: 'e', date: '2026-09-22' };
    expect(markAgain('here: $&, 2026-09-22', odd, { ...odd, purpose: '2026-09-22', date: '$1' })).toBe(
      'here: 2026-09-22, $1',
    );
    const long = markAgain('供首次认证', then, { ...now, purpose: '很'.repeat(500) });
    expect([...(long ?? '')]).toHaveLength(longestMark);
  });
});

it('is written in one line or in several of about the same length', () => {
  expect(markLayouts('仅用于首次认证 · 2026-09-22 · 交示例平台')).toEqual([
    ['仅用于首次认证 · 2026-09-22 · 交示例平台'],
    ['仅用于首次认证', '2026-09-22 · 交示例平台'],
    ['仅用于首次认证', '2026-09-22', '交示例平台'],
  ]);
  expect(markLayouts('仅用于示例归樾商城首次认证')).toEqual([
    ['仅用于示例归樾商城首次认证'],
    ['仅用于示例归樾', '商城首次认证'],
  ]);
  expect(markLayouts('for certification only')).toEqual([
    ['for certification only'],
    ['for certification', 'only'],
  ]);
  expect(markLayouts('仅供认证')).toEqual([['仅供认证']]);
});

it('stands with the purpose in the register, and is no purpose of its own', () => {
  const noted = withMark('首次认证', '仅用于认证〔示例〕');
  expect(noted).toBe('首次认证〔水印：仅用于认证(示例)〕');
  expect(withoutMark('首次认证')).toBe('首次认证');
  expect(withoutMark(withMark('首次认证', '仅用于认证'))).toBe('首次认证');
  expect(withMark('很'.repeat(500), '仅'.repeat(longestMark)).length).toBeLessThanOrEqual(500);
});

it('a copy of several pages, or of a PDF, becomes a PDF', () => {
  expect(markedMediaType({ mediaType: 'image/tiff', pageCount: 2 })).toBe('application/pdf');
  expect(markedMediaType({ mediaType: 'application/pdf', pageCount: 1 })).toBe('application/pdf');
  expect(markedMediaType({ mediaType: 'image/png', pageCount: 1 })).toBe('image/png');
  expect(markedMediaType({ mediaType: 'image/webp', pageCount: 1 })).toBe('image/jpeg');
});

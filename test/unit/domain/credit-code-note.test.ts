import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCheckCharacter, noteAfter } from '#shared/domain/credit-code-note.ts';
import { existingFrom } from '#shared/domain/import-existing.ts';
import { planImport } from '#shared/domain/import-plan.ts';
import { parseImportRow } from '#shared/domain/import-row.ts';
import { nameKey } from '#shared/domain/name-key.ts';

const right = '91440399MAXA00014R';
const wrong = '91440399MAXA00015R';
const otherWrong = '92330199MAXB000223';

describe('a code of which only the check character is wrong', () => {
  it('says what it should end in; any other code says nothing', () => {
    expect(expectedCheckCharacter(wrong)).toBe('W');
    expect(expectedCheckCharacter(` ${wrong.toLowerCase()}`)).toBe('W');
    for (const code of [null, '', right, '91440399MAXAOO014R', '91440399MAXA0001']) {
      expect(expectedCheckCharacter(code)).toBeUndefined();
    }
  });

  it('keeps its note, takes a new one, and passes none on to another code', () => {
    const noted = { creditCode: wrong, creditCodeNote: '执照如此' };
    expect(noteAfter(noted, {})).toBe('执照如此');
    expect(noteAfter(noted, { creditCode: wrong })).toBe('执照如此');
    expect(noteAfter(noted, { creditCodeNote: '登记机关已查' })).toBe('登记机关已查');
    expect(noteAfter(noted, { creditCodeNote: '' })).toBeNull();
    expect(noteAfter(noted, { creditCode: otherWrong })).toBeNull();
    expect(noteAfter(noted, { creditCode: otherWrong, creditCodeNote: '另一张' })).toBe('另一张');
    expect(noteAfter(noted, { creditCode: null })).toBeNull();
  });

  it('is the only one that ever has a note', () => {
    const code = fc.constantFrom(null, right, wrong, otherWrong, '9144');
    const note = fc.constantFrom(null, '', '执照如此');
    fc.assert(
      fc.property(code, note, code, note, (creditCode, creditCodeNote, next, nextNote) => {
        const kept = noteAfter(
          { creditCode, creditCodeNote },
          { creditCode: next, creditCodeNote: nextNote },
        );
        if (kept !== null) expect(expectedCheckCharacter(next)).toBeDefined();
      }),
    );
  });
});

describe('such a code in a sheet', () => {
  const rowOf = (creditCode: string) => ({
    rowNo: 2,
    ...parseImportRow({
      name: '示例归樾有限公司',
      entityType: '企业',
      creditCode,
      address: '示例市样本路 2 号',
    }),
  });
  const firm = (isCodeNoted?: true) =>
    existingFrom({
      clients: [
        {
          clientId: 'c1',
          key: nameKey('示例归樾有限公司'),
          values: { name: '示例归樾有限公司', entityType: 'company', creditCode: wrong },
          tags: [],
          administrators: [],
          ...(isCodeNoted && { isCodeNoted }),
        },
      ],
      accounts: [],
      consultants: [],
    });
  const planned = (creditCode: string, isCodeNoted?: true) =>
    planImport([rowOf(creditCode)], firm(isCodeNoted)).rows[0];

  it('is refused, unless the client who has it says why', () => {
    expect(planned(wrong)).toMatchObject({ deed: 'refuse' });
    expect(planned(wrong, true)).toMatchObject({
      deed: 'update',
      clientId: 'c1',
      notes: [{ level: 'warning', code: 'credit_code_noted', data: { value: wrong, expected: 'W' } }],
      changes: [{ field: 'address' }],
    });
  });

  it('is refused where it is another than the one that was explained', () => {
    expect(planned(otherWrong, true)).toMatchObject({ deed: 'refuse' });
  });
});

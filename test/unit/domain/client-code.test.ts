import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClientCode, clientCodeFault, noteAfter } from '#shared/domain/client-code.ts';
import { existingFrom } from '#shared/domain/import-existing.ts';
import { planImport } from '#shared/domain/import-plan.ts';
import { parseImportRow } from '#shared/domain/import-row.ts';
import { nameKey } from '#shared/domain/name-key.ts';

const right = '91440399MAXA00014R';
const wrong = '91440399MAXA00015R';
const otherWrong = '92330199MAXB000223';

const fault = (code: string | null) => clientCodeFault(code, 'company')?.code;

describe('the code of a client', () => {
  it.each([right, '440399000000005', '40000001-8', 'MAXA0001-4', ' 440399 000000005 '])(
    'may be %s',
    (code) => {
      expect(checkClientCode(code)).toMatchObject({ level: 'ok' });
      expect(fault(code)).toBeUndefined();
    },
  );

  it.each([
    [wrong, 'checksum'],
    ['91440399MAXAOO014R', 'alphabet'],
    ['91330199MAXAO10175', 'alphabet'],
    ['9133', 'length'],
    ['40000001-7', 'old_checksum'],
    ['4000O0O1-8', 'old_checksum'],
    ['44039900000000A', 'old_alphabet'],
  ])('is at fault as %s: %s', (code, flaw) => {
    expect(fault(code)).toBe(flaw);
  });

  it('is a matter of warnings only for the check digit and the length of an old licence number', () => {
    expect(checkClientCode('440399000000006')).toMatchObject({ level: 'warning', code: 'old_checksum' });
    expect(checkClientCode('4403990000000')).toMatchObject({ level: 'warning', code: 'old_length' });
  });

  it('says what it should end in', () => {
    expect(clientCodeFault(wrong, 'company')?.expected).toBe('W');
    expect(clientCodeFault(` ${wrong.toLowerCase()}`, 'company')?.expected).toBe('W');
  });

  it('is asked of nobody without a register of ours', () => {
    for (const type of ['individual', 'overseas'] as const)
      expect(clientCodeFault('12345678', type)).toBeUndefined();
    expect(fault(null)).toBeUndefined();
    expect(fault('')).toBeUndefined();
  });
});

describe('the note of a code that does not pass', () => {
  const noted = { entityType: 'company', creditCode: wrong, creditCodeNote: '执照如此' } as const;

  it('is kept, taken anew, and not passed on to another code', () => {
    expect(noteAfter(noted, {})).toBe('执照如此');
    expect(noteAfter(noted, { creditCode: wrong })).toBe('执照如此');
    expect(noteAfter(noted, { creditCodeNote: '登记机关已查' })).toBe('登记机关已查');
    expect(noteAfter(noted, { creditCodeNote: '' })).toBeNull();
    expect(noteAfter(noted, { creditCode: otherWrong })).toBeNull();
    expect(noteAfter(noted, { creditCode: otherWrong, creditCodeNote: '另一张' })).toBe('另一张');
    expect(noteAfter(noted, { creditCode: '9133', creditCodeNote: '待补全' })).toBe('待补全');
    expect(noteAfter(noted, { creditCode: null })).toBeNull();
    expect(noteAfter(noted, { entityType: 'overseas' })).toBeNull();
  });

  it('stands with a code at fault only', () => {
    const code = fc.constantFrom(null, right, wrong, otherWrong, '9144', '40000001-8', '40000001-7');
    const note = fc.constantFrom(null, '', '执照如此');
    fc.assert(
      fc.property(code, note, code, note, (creditCode, creditCodeNote, next, nextNote) => {
        const before = { entityType: 'company', creditCode, creditCodeNote } as const;
        const kept = noteAfter(before, { creditCode: next, creditCodeNote: nextNote });
        if (kept !== null) expect(fault(next)).toBeDefined();
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

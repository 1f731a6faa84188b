import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import { schemaFaults } from '#shared/contract/schema-faults.ts';
import { certificationPack } from './certification-pack.ts';

const shape = z.strictObject({
  text: z.string().trim().min(1),
  count: z.int().min(2).max(9),
  kind: z.enum(['a', 'b']),
  list: z.array(z.string()).min(2),
  flag: z.boolean(),
  code: z.string().regex(/^x$/u),
});
const sound = { text: 'x', count: 3, kind: 'a', list: ['p', 'q'], flag: true, code: 'x' };

describe('the faults of a file', () => {
  test.each<[string, object, string, string, string]>([
    ['a missing part', { text: undefined }, 'text', '缺少这一项', 'Missing'],
    ['another type', { flag: 'yes' }, 'flag', '应为是或否（true、false）', 'Must be true or false'],
    ['a broken number', { count: 2.5 }, 'count', '应为整数', 'Must be a whole number'],
    ['an unknown word', { kind: 'c' }, 'kind', '只能是a、b', 'Must be one of: a, b'],
    ['an empty text', { text: ' ' }, 'text', '不能为空', 'Must not be empty'],
    ['too few', { list: ['p'] }, 'list', '至少 2 项', 'At least 2 entries'],
    ['too much', { count: 10 }, 'count', '至多为 9', 'At most 9'],
    ['another form', { code: 'y' }, 'code', '写法不符', 'Not written as it should be'],
    ['a misspelt key', { lists: 1 }, '', '不认识的项：lists', 'Unknown keys: lists'],
  ])('say %s in both languages, with the place', (_, change, place, zh, en) => {
    expect(schemaFaults(shape, { ...sound, ...change })).toEqual([{ place, fault: { zh, en } }]);
  });

  test('are none in a file that fits', () => {
    expect(schemaFaults(shape, sound)).toEqual([]);
    expect(schemaFaults(rulePackSchema, certificationPack)).toEqual([]);
  });

  test('lead into the alternative that was meant', () => {
    const paper = certificationPack.returnReasons.flatMap(({ remedyDocuments }) => remedyDocuments)[0];
    const formula = { op: 'all_of', parts: [{ ...paper, title: { zh: '甲' } }] };
    const [set, ...sets] = certificationPack.requirements;
    const [group, ...groups] = set?.groups ?? [];
    const pack = {
      ...certificationPack,
      requirements: [{ ...set, groups: [{ ...group, formula }, ...groups] }, ...sets],
    };
    expect(schemaFaults(rulePackSchema, pack)).toEqual([
      {
        place: 'requirements.0.groups.0.formula.parts.0.title.en',
        fault: { zh: '缺少这一项', en: 'Missing' },
      },
    ]);
  });

  test('of a pack that points nowhere and of a day that is none have words of their own', () => {
    const nowhere = { ...certificationPack, asOf: '2026-02-30' };
    expect(schemaFaults(rulePackSchema, nowhere)).toEqual([
      { place: 'asOf', fault: { zh: '不是存在的日期（年-月-日）', en: 'No such day (YYYY-MM-DD)' } },
    ]);
    const unused = [
      ...certificationPack.sources,
      { code: 'X1', title: { zh: '甲', en: 'A' }, publisher: 'own' },
    ];
    expect(schemaFaults(rulePackSchema, { ...certificationPack, sources: unused })).toEqual([
      { place: 'sources.X1', fault: { zh: '来源没有被任何一条引用', en: 'No rule names this source' } },
    ]);
  });
});

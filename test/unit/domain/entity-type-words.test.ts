import { describe, expect, it } from 'vitest';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { readCell } from '#shared/domain/import-cell.ts';
import { vocabulary as en } from '#shared/words/en/vocabulary.ts';
import { vocabulary as zh } from '#shared/words/zh-cn/vocabulary.ts';

const notesOf = (text: string) => readCell('entityType', text).notes;

describe('kinds of body in an import', () => {
  it('are read without a word in the words of the program', () => {
    for (const type of entityTypes) {
      for (const text of [type, zh.entityType[type], en.entityType[type]]) {
        const { value, notes } = readCell('entityType', text);
        expect([text, value, notes]).toEqual([text, type, []]);
      }
    }
  });

  it.each([
    ...[
      '公司',
      '企业类',
      '有限责任公司',
      '有限责任公司（自然人投资或控股）',
      '有限责任公司(台港澳自然人独资)',
    ],
    ...[
      '股份有限公司（非上市、自然人投资或控股）',
      '个人独资企业',
      '普通合伙企业',
      '特殊普通合伙企业',
      '外商投资企业',
    ],
    ...[
      '全民所有制企业',
      '集体所有制（股份合作制）企业',
      '非法人分支机构',
      '有限责任公司分公司',
      ' 个 体 工商户 ',
    ],
    ...[
      '外国（地区）企业常驻代表机构',
      '事业单位法人',
      '民办非企业单位（法人）',
      '农民专业合作社',
      '基层群众性自治组织特别法人',
    ],
    ...['有限公司（分公司）', '有限责任公司（台港澳与境内合资）', 'Sole proprietorship', 'Branch office'],
  ])('%s is a kind as a whole', (text) => {
    expect(notesOf(text)).toEqual([]);
  });

  it.each(['火星企业', '企业吗', '公司？待核', '张三个体', '某某协会秘书处', '公司（火星）'])(
    '%s is said to be read as one',
    (text) => {
      expect(notesOf(text)).toMatchObject([
        { level: 'warning', code: 'entity_type_read_as', data: { typed: text } },
      ]);
    },
  );
});

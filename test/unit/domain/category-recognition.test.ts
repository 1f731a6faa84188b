import { describe, expect, it } from 'vitest';
import { pathText } from '#shared/domain/category-pack.ts';
import { recogniseCategories } from '#shared/domain/category-recognition.ts';
import { categoryPack as pack } from '#test/unit/categories/category-pack.ts';

const read = (text: string) => {
  const { matches, unknown } = recogniseCategories(text, pack);
  return [matches.map(({ id }) => id), unknown];
};

describe('recognising categories', () => {
  it.each([
    ['餐饮-餐饮服务场所', 'catering.place'],
    ['餐饮服务场所', 'catering.place'],
    ['餐饮 > 火锅', 'catering.place'],
    ['餐饮服务-餐饮服务场所/餐饮服务管理企业-咖啡厅', 'catering.place'],
    ['自营 > 酒类', 'shop.alcohol'],
    ['商家自营/酒类', 'shop.alcohol'],
    ['商家自营→酒类', 'shop.alcohol'],
    ['學歷教育', undefined],
    ['学历教育(学校)', 'education.school'],
    ['教育服务—学历教育（培训机构）', 'education.degree_training'],
    ['ＯＴＡ', 'travel.ota'],
    ['Own shop – Alcohol', 'shop.alcohol'],
    ['政务民生-医疗', 'public.health'],
    ['政务-邮政', 'public.post'],
    ['物流-邮政', 'logistics.postal'],
    ['邮政', undefined],
    ['医疗', undefined],
    ['教育', undefined],
    ['体育', undefined],
    ['文娱', undefined],
    ['时政信息', 'news.current_affairs'],
    ['电商平台-电商平台', 'ecommerce.platform'],
    ['AI问答', 'ai.questions'],
    ['餐饮-酒类', undefined],
  ])('reads %s', (text, id) => {
    expect(read(text)).toEqual(id === undefined ? [[], [text]] : [[id], []]);
  });

  it('reads several, each once, and keeps what it does not know', () => {
    expect(read('酒类、自营-酒类；卖东西\n 工具-天气 ,')).toEqual([
      ['shop.alcohol', 'tools.weather'],
      ['卖东西'],
    ]);
    expect(read(' ')).toEqual([[], []]);
  });

  it('finds every category again by its path in either language', () => {
    for (const category of pack.categories) {
      const { zh, en } = pathText(category);
      expect(read(zh)).toEqual([[category.id], []]);
      if (!en.includes(',')) expect(read(en)).toEqual([[category.id], []]);
    }
  });
});

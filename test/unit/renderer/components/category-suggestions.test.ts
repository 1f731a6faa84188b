import { describe, expect, it } from 'vitest';
import { withKnownNames } from '#shared/domain/category-recognition.ts';
import { suggestedCategories } from '#renderer/components/category-suggestions.ts';
import { categoryPack as pack } from '#test/unit/categories/category-pack.ts';

describe('the suggestions for an account’s categories', () => {
  it('finish the last of several', () => {
    expect(suggestedCategories('酒', pack)).toEqual(
      expect.arrayContaining(['商家自营-酒类', '旅游服务-住宿服务']),
    );
    expect(suggestedCategories('工具-天气、酒类', pack)).toEqual(['工具-天气、商家自营-酒类']);
    expect(suggestedCategories('火锅', pack)).toEqual(['餐饮服务-餐饮服务场所/餐饮服务管理企业']);
    expect(suggestedCategories('工具-天气、', pack)).toEqual([]);
    expect(suggestedCategories('服务', pack)).toHaveLength(8);
  });

  it('know a category by the paper that it asks for, after those of that name', () => {
    const found = suggestedCategories('快递', pack);
    expect(found[0]).toBe('物流服务-快递柜');
    expect(found).toContain('物流服务-收件/派件');
    expect(suggestedCategories('动物诊疗', pack)).toEqual(['生活服务-宠物医院/兽医']);
  });

  it('leave the names of the list in the field, and what is not in it as it was', () => {
    expect(withKnownNames('自营>酒类；卖东西 , 酒类', pack)).toBe('商家自营-酒类、卖东西');
    expect(withKnownNames(' ', pack)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { holderCheck } from '#renderer/features/client/holder-words.ts';
import { chinese } from '../speech.ts';

const client = {
  name: '示例（云汀）餐饮有限公司',
  entityType: 'company' as const,
  legalRepresentative: '许听澜',
};
const check = (holder: string, owner: Parameters<typeof holderCheck>[1] = client) =>
  holderCheck(holder, owner, chinese.t);

describe('the holder of a bank account', () => {
  it('is the client, or differs in brackets only, or is another', () => {
    expect(check('示例（云汀）餐饮有限公司')).toEqual({ tone: 'success', text: '户名一致' });
    expect(check('示例(云汀)餐饮有限公司')).toEqual({ tone: 'warning', text: '户名括号全半角不同' });
    expect(check('示例（澄州）餐饮有限公司')).toMatchObject({ tone: 'warning' });
  });

  it('may be the operator of a sole trader, but of nobody else', () => {
    expect(check('许听澜', { ...client, entityType: 'sole_trader' })).toEqual({
      tone: 'success',
      text: '户名是经营者',
    });
    expect(check('许听澜')).toMatchObject({ tone: 'warning' });
  });
});

import { nameKey } from './name-key.ts';

/** 有限责任公司 and 有限公司 are one legal form, written in full and short; 股份有限公司 is another and stays as it is. */
const full = '有限责任公司';
const short = '有限公司';
const inFull = /(?<!股份)有限责任公司/gu;
const inShort = /(?<!股份)有限公司/gu;

/**
 * The other ways to write the legal form within a `nameKey`, also of a branch. Two bodies may be called so and differ in
 * nothing else: what is found by them is alike, never the same for certain.
 */
export function otherFormsOf(nameKey: string): readonly string[] {
  const forms = [nameKey.replaceAll(inFull, short), nameKey.replaceAll(inShort, full)];
  return [...new Set(forms)].filter((form) => form !== nameKey);
}

/** As they are registered, with what is said of some of them. */
const forms = [
  '有限责任公司 有限公司 股份有限公司 股份公司 公司 集团 总公司 分公司 子公司 企业',
  '一人 法人独资 自然人独资 自然人投资 国有独资 外商独资 外商投资 港澳台投资 个人独资 控股',
  '特殊普通合伙 普通合伙 有限合伙 合伙',
  '个体工商户 个体户 个人经营 家庭经营 农民专业合作社 专业合作社 合作社',
  '民办非企业单位 社会服务机构 社会团体 基金会 事业单位',
  'CO LTD COMPANY LIMITED CORPORATION CORP INC LLC',
].flatMap((line) => line.split(' '));
const onlyForms = new RegExp(`^(?:${forms.join('|')})+$`, 'u');

/** Whether a client's name is nothing but a legal form, in any spelling: there is still to be said whose. */
export function isOnlyLegalForm(name: string): boolean {
  const words = nameKey(name).replaceAll(/[\p{P}\p{S}]/gu, '');
  return onlyForms.test(words);
}

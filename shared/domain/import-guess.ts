import { checkCreditCode } from './credit-code.ts';
import type { ImportField } from './import-fields.ts';
import { recognisePlatformId } from './platform-ids.ts';

/** The fields that values give away, the surest first. */
const tells: readonly (readonly [ImportField, (text: string) => boolean])[] = [
  ['creditCode', (text) => text.length >= 18 && checkCreditCode(text).level !== 'error'],
  ['appId', isAppId],
  ['name', (text) => /(公司|合作社|基金会|协会|学会|商会|委员会|事务所|工作室|个体工商户)$/u.test(text)],
];

/** Of the cells that hold anything, this share has to look right. */
const share = 0.6;

/** The field that a column's values stand for, when nothing but them says so. */
export function guessField(cells: readonly string[]): ImportField | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return undefined;
  return tells.find(([, isLike]) => filled.filter(isLike).length >= filled.length * share)?.[0];
}

function isAppId(text: string): boolean {
  const kind = recognisePlatformId(text);
  return kind === 'wechat_app_id' || kind === 'douyin_app_id';
}

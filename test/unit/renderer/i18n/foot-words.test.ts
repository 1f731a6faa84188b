import { expect, it } from 'vitest';
import { en } from '#renderer/i18n/en.ts';
import { zhCn } from '#renderer/i18n/zh-cn.ts';

/** What the feet of the lists say, by what they count. */
const feetOf = ({ clients, accounts, applications, documents, bulk }: typeof zhCn | typeof en) => ({
  client: [clients.count, clients.returnedTotal, bulk.clients.chosen],
  account: [accounts.count, ...Object.values(accounts.figure), bulk.accounts.chosen],
  application: [
    applications.count,
    ...Object.values(applications.figure),
    applications.board.overdueCount,
    applications.board.withinDay,
    bulk.applications.chosen,
  ],
  paper: [documents.count],
  fee: [clients.feeTotal, bulk.clients.feeTotal],
});
type Counted = keyof ReturnType<typeof feetOf>;

const chineseUnits: Readonly<Record<Counted, RegExp>> = {
  client: /\{\{n\}\} 户/u,
  account: /\{\{n\}\} 个/u,
  application: /\{\{n\}\} 件/u,
  paper: /\{\{n\}\} 份/u,
  fee: /\{\{amount\}\} 元/u,
};
const englishUnits: Readonly<Record<Counted, RegExp>> = {
  client: /client/iu,
  account: /account/iu,
  application: /application/iu,
  paper: /paper/iu,
  fee: /CNY \{\{amount\}\}/u,
};

it.each([
  ['Chinese', zhCn, chineseUnits],
  ['English', en, englishUnits],
] as const)('every figure at the foot of a list has its unit: %s', (_language, words, units) => {
  const feet = feetOf(words);
  for (const counted of Object.keys(units) as Counted[])
    for (const text of feet[counted]) expect(text).toMatch(units[counted]);
});

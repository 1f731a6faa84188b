import type { WordsLike } from '#shared/words/words-like.ts';
import type { needed as zh } from '../zh-cn/needed.ts';

export const needed = {
  title: 'Papers still needed',
  count_one: '{{count}} paper',
  count_other: '{{count}} papers',
  met: '{{met}} of {{all}} items met',
  empty: 'Nothing is missing for the open applications and the categories of the accounts.',
  nothingAsked: 'No application is under way, and no account has a category that asks for papers.',
  act: {
    attach: 'On file',
    complete: 'Side missing',
    replace: 'Rejected',
    renew: 'Expired',
    get: 'Missing',
    scope: 'Missing',
  },
  what: {
    attach: '“{{title}}” is on file and only has to be put to the item',
    complete: 'Complete “{{title}}”',
    replace: 'Replaces “{{title}}”',
    renew: 'Renews “{{title}}”',
    get: '“{{title}}” will not do',
  },
  until: '{{title}}, until {{date}}',
  for: 'For',
  held: '{{paper}} ({{holder}})',
  application: '{{kind}} of “{{name}}”',
  applicationItems: '{{kind}} of “{{name}}”: {{items}}',
  category: 'category {{category}} of “{{name}}”',
  assuming: 'Taken for granted until found out',
  extent: 'Find out, and write it in the paper’s remark or the client’s business scope',
  closed: 'The category “{{category}}” is not open to this kind of body and is left out',
  shared: 'A paper of use to several counts once; the cheapest set by Certfolio’s own weights.',
  notProven: 'Too many combinations to look at all of them: this set is enough, but may not be the cheapest.',
  list: ', ',
} as const satisfies WordsLike<typeof zh>;

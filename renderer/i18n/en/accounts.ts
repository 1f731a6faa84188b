import type { WordsLike } from '#shared/words/words-like.ts';
import type { accounts as zh } from '../zh-cn/accounts.ts';

export const accounts = {
  title: 'Accounts',
  count: '{{n}} account{{n, s}}',
  search: 'Account, client, AppID, pinyin',
  opened: 'Since {{date}}',
  application: '{{kind}}, {{stage}}',
  column: {
    name: 'Account',
    client: 'Client',
    platform: 'Platform',
    appId: 'AppID or merchant no.',
    certifiedUntil: 'Certified until',
    reviewOpens: 'Review opens',
    application: 'Under way',
    consultant: 'Consultant',
    originalId: 'Original ID',
    filingNumber: 'Filing no.',
    filedOn: 'Filed on',
    certifiedSince: 'Certified since',
    remark: 'Remark',
  },
  condition: {
    consultantIds: 'Consultant',
    platforms: 'Platform',
    kinds: 'Kind',
    certifiedWithinDays: 'Certified until',
    windowOpen: 'Review window open',
    certified: 'Certified',
    underWay: 'Application under way',
  },
  notUnderWay: 'No application under way',
  choice: {
    windowOpen: 'Review window open',
    uncertified: 'Not certified',
    underWay: 'Application under way',
  },
  figure: {
    expired: 'Accounts expired: {{n}}',
    windowOpen: 'Accounts in the review window: {{n}}',
    uncertified: 'Accounts not certified: {{n}}',
  },
  empty: 'No accounts yet',
  emptyNote: 'Accounts are added on the page of their client, or come with an import.',
  nothingFound: 'No account fits',
} as const satisfies WordsLike<typeof zh>;

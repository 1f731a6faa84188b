import type { WordsLike } from '#shared/words/words-like.ts';
import type { account as zh } from '../zh-cn/account.ts';

export const account = {
  accounts: 'Accounts',
  subtitle: '{{platform}} {{kind}}',
  editAll: 'Edit all fields…',
  openClient: 'Open client',
  inTrash: 'This account is in the trash',
  inTrashNote: 'Its applications and fees stay with the client; after a restore all is as before.',
  clientInTrash: 'The client is in the trash; restore it first.',
  plan: {
    label: 'Annual review plan',
    step: {
      ask: 'Ask for papers',
      opens: 'Review opens',
      submit: 'Planned submission',
      end: 'Certification ends',
      loss: 'After the end',
    },
    daysAfter_one: '{{count}} day after the end',
    daysAfter_other: '{{count}} days after the end',
    late_one: '{{count}} day past',
    late_other: '{{count}} days past',
    afterEnd: '{{date}}. Then: {{text}}',
    from: 'From {{date}}: {{text}}',
    and: '; ',
    basis: { window: 'Window', plan: 'Plan' },
  },
  certified: {
    label: 'Certification',
    title: 'Certification',
    nothingUnderWay: 'No certification under way',
  },
  orders: {
    empty: 'No applications for this account yet.',
    notSubmitted: 'Not submitted',
    submissions_one: '{{count}} submission',
    submissions_other: '{{count}} submissions',
    attempt: 'No. {{n}}, {{moment}}, {{outcome}}',
    since: 'Since {{from}}',
    period: '{{from}} to {{to}}',
  },
  papers: {
    title: 'Papers used',
    empty: 'Its applications use no papers yet.',
    all: 'All papers of the client',
  },
  facts: {
    title: 'On the platform',
    endTime: 'End time',
    administrator: 'Admin',
    noAdministrator: 'Not on record; add under People',
  },
} as const satisfies WordsLike<typeof zh>;

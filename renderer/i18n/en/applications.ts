import type { WordsLike } from '#shared/words/words-like.ts';
import type { applications as zh } from '../zh-cn/applications.ts';

export const applications = {
  title: 'Applications',
  count: '{{n}} applications',
  open: 'Open',
  closed: 'Closed',
  all: 'All',
  search: 'Client, account or number',
  column: {
    number: 'Number',
    client: 'Client',
    account: 'Account',
    kind: 'Kind',
    stage: 'Stage',
    clock: 'Deadline',
    items: 'Papers',
    consultant: 'Consultant',
  },
  empty: 'No applications yet',
  emptyNote:
    'Choose a platform account on a client’s page and start a first certification or an annual review; the rule pack brings the checklist.',
  toClients: 'Go to clients',
  nothingFound: 'No application fits',
} as const satisfies WordsLike<typeof zh>;

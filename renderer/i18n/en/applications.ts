import type { WordsLike } from '#shared/words/words-like.ts';
import type { applications as zh } from '../zh-cn/applications.ts';

export const applications = {
  title: 'Applications',
  count: '{{n}} applications',
  open: 'Open',
  closed: 'Closed',
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
    since: 'In stage since',
    opened: 'Opened',
  },
  condition: {
    open: 'State',
    clientId: 'Client',
    consultantIds: 'Consultant',
    platforms: 'Platform',
    kinds: 'Kind',
    stages: 'Stage',
    dueWithinDays: 'Deadline',
    dueWithinHours: 'Hours left',
    papersMissing: 'Papers missing',
    returned: 'Sent back',
    overdue: 'Overdue',
  },
  oneClient: 'one client',
  hoursAhead: '{{n}} hours',
  figure: { overdue: '{{n}} overdue', hours: '{{n}} within 24 hours', returned: '{{n}} sent back' },
  empty: 'No applications yet',
  emptyNote:
    'Choose a platform account on a client’s page and start a first certification or an annual review; the rule pack brings the checklist.',
  toClients: 'Go to clients',
  nothingFound: 'No application fits',
  nothingFoundNote: 'Remove a filter, or look for other words.',
} as const satisfies WordsLike<typeof zh>;

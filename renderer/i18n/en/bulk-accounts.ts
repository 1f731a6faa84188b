import type { accounts as zh } from '../zh-cn/bulk-accounts.ts';
import type { WordsLike } from '#shared/words/words-like.ts';

export const accounts = {
  chosen: 'Accounts selected: {{n}}',
  owners: {
    assign:
      'Selected accounts: {{accounts}}, of clients: {{clients}}. The consultant is the client’s: all accounts of these clients change with it.',
    tags: 'Selected accounts: {{accounts}}, of clients: {{clients}}. Tags are the client’s: all accounts of these clients change with them.',
  },
  edit: {
    title: 'Edit accounts: {{n}}',
    preview: 'Fields to be written: {{fields}}, in accounts: {{accounts}}. All other fields stay.',
    untouched: 'Only the fields that you change are written; each account keeps the rest.',
    times: 'Of {{n}} the time of the end is known; when a day is written, only the day stays.',
    merchants:
      'Merchants among them: {{n}}. They are not filed; the day of the filing is not written to them.',
    save: 'Write to {{n}}',
    running: 'Changing accounts',
    done: 'Accounts changed: {{n}}',
  },
  step: {
    note: 'The applications under way of the selected accounts ({{n}}).',
    none: 'The selected accounts have no application under way',
    unread: 'The applications could not be read; open the menu once more to try again',
    leave: 'Leave these out',
  },
  start: {
    title: 'New applications for accounts: {{n}}',
    own: 'By account: annual review once certified, else first certification',
    fine: 'Will be opened: {{kinds}}.',
    fineOne: 'One application will be opened: {{kind}}.',
    ofKind: '{{kind}}: {{n}}',
    and: ', ',
    refused: 'Accounts that can’t have it: {{n}}',
    refusedLine: {
      already_open: '{{account}} ({{client}}): {{kind}} under way, {{number}}',
      not_covered: '{{account}} ({{client}}): no rules yet for {{kind}} of this kind of body',
      kind_unfit: '{{account}} ({{client}}): {{kind}} is not for this kind of account',
    },
    doubtful: 'Accounts that hardly need it: {{n}}',
    doubtLine: {
      too_early: '{{account}} ({{client}}): the review is not open yet',
      passed_before: '{{account}} ({{client}}): {{kind}} has passed before',
    },
    sure: 'Open them all the same',
    save: 'Open {{n}}',
    running: 'Opening applications',
    done: 'Applications opened: {{n}}',
  },
  assign: { title: 'Assign clients: {{n}}' },
} as const satisfies WordsLike<typeof zh>;

import type { WordsLike } from '#shared/words/words-like.ts';
import type { search as zh } from '../zh-cn/search.ts';

export const search = {
  initials: 'pinyin',
  commands: 'Commands',
  more: '{{n}} more',
  inFile: 'page {{page}} of the file',
  inOldFile: 'page {{page}} of an older file',
  none: {
    all: 'Nothing found for “{{query}}”. Try a shorter name, pinyin initials or a part of a code.',
    application: 'No application fits “{{query}}”. Without # everything is searched.',
    command: 'No command fits “{{query}}”. Without > everything is searched.',
    whichApplication: 'Go on with a client, an account or a number: only applications are searched.',
  },
  command: {
    newClient: 'New client',
    newClientNote: 'create a client',
    importClients: 'Import clients',
    importClientsNote: 'from a workbook',
    today: 'Go to Today',
    clients: 'Go to Clients',
    accounts: 'Go to Accounts',
    applications: 'Go to Applications',
    documents: 'Go to Documents',
    rules: 'Go to Rules',
    backup: 'Back up now',
    backupNote: 'database and files',
    duplicates: 'Duplicate clients',
    duplicatesNote: 'Find and merge',
    trash: 'Trash',
    settings: 'Settings',
    undo: 'Undo',
    light: 'Light appearance',
    dark: 'Dark appearance',
    language: '中文',
  },
} as const satisfies WordsLike<typeof zh>;

import type { WordsLike } from '#shared/words/words-like.ts';
import type { documents as zh } from '../zh-cn/documents.ts';

export const documents = {
  title: 'Documents',
  count: '{{n}} paper{{n, s}}',
  all: 'All',
  expired: 'Expired',
  soon: 'Expiring in 30 days',
  quarter: 'Expiring in 90 days',
  search: 'Client, title, number or text',
  column: { paper: 'Paper', client: 'Client', validity: 'Valid until', files: 'Files', added: 'Received' },
  comma: ', ',
  noValidity: 'Prints no end',
  validityUnknown: 'End not entered',
  files: '{{n}} file{{n, s}}',
  versions: '{{n}} version{{n, s}}',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  inFile: 'page {{page}}',
  inOldFile: 'page {{page}} of an older file',
  empty: 'No papers yet',
  emptyNote:
    'Drop scans on a checklist item, or add them on a client’s page; originals are kept by fingerprint and never altered.',
  nothingFound: 'No paper fits',
  picture: 'Thumbnail of “{{name}}”',
} as const satisfies WordsLike<typeof zh>;

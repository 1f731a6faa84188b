import type { WordsLike } from '../words-like.ts';
import type { categories as zh } from '../zh-cn/categories.ts';

export const categories = {
  title: 'Category permits',
  count: '{{n}} categories, {{asking}} ask for papers',
  find: 'Name of a category or paper',
  filter: 'Only',
  only: { asking: 'Asks for papers', cac: 'Internet authority', individuals: 'Open to individuals' },
  cac: 'CAC',
  individuals: 'Individuals',
  free: 'No papers',
  papers_one: '{{count}} item',
  papers_other: '{{count}} items',
  nothing: 'No category fits',
  allOf: 'All of',
  anyOf: 'Any of',
  when: 'If {{condition}}',
  otherwise: 'Otherwise',
  condition: {
    entityType: 'the subject is: {{types}}',
    platform: 'the platform is {{names}}',
    category: 'the category is {{names}}',
    yes: '{{question}}: yes',
    no: '{{question}}: no',
  },
  list: ', ',
  cheapest: 'Least',
  requirement: 'What “{{name}}” asks for',
  implied: 'by the entity type',
  unknown: 'Not in the list of categories: {{names}}',
  known_one: '{{count}} category recognised',
  known_other: '{{count}} categories recognised',
} as const satisfies WordsLike<typeof zh>;

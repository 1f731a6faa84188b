import { describe, expect, it } from 'vitest';
import { searchKinds } from '#shared/contract/search.ts';
import { serviceStatuses } from '#shared/contract/clients.ts';
import { relationKinds } from '#shared/domain/client-relation.ts';
import { standings } from '#shared/domain/standing.ts';
import { bankAccountKinds } from '#shared/domain/bank-account.ts';
import { feeKinds } from '#shared/contract/fees.ts';
import { heatKinds } from '#shared/contract/today.ts';
import { agendaGroups } from '#shared/domain/agenda.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { en } from '#renderer/i18n/en.ts';
import { zhCn } from '#renderer/i18n/zh-cn.ts';

type Words = { readonly [key: string]: string | Words };

function leaves(words: Words, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else for (const [inner, text] of leaves(value, name)) found.set(inner, text);
  }
  return found;
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const chinese = leaves(zhCn);
const english = leaves(en);
/**
 * Both ends of a span are given whole and as days; which of them is shortened is up to the language. Which resubmission it
 * is the squares beside it say, and English has no room to repeat it.
 */
const shortenedDifferently: ReadonlySet<string> = new Set([
  'application.rail.spanInMonth',
  'clients.next.refill_short',
]);
/** Chinese has one plural form, English two. */
const singular = '_one';

describe('the two dictionaries', () => {
  it('have the same keys, but for the English singular', () => {
    const keys = [...english.keys()].filter((key) => !key.endsWith(singular));
    expect(keys.sort()).toEqual([...chinese.keys()].sort());
  });

  it('give an English singular only beside a plural', () => {
    const alone = [...english.keys()].filter(
      (key) => key.endsWith(singular) && !english.has(`${key.slice(0, -singular.length)}_other`),
    );
    expect(alone).toEqual([]);
  });

  it('leave a word empty in both languages only where neither needs one', () => {
    const absent = [...chinese].filter(([key, text]) => text === '' && english.get(key) === '');
    expect(absent.map(([key]) => key)).toEqual([
      'application.clock.waits.pre_review',
      'application.clock.waits.review',
      'application.clock.waits.refill',
    ]);
  });

  it('ask for the same values in both languages', () => {
    const unlike = [...chinese].filter(
      ([key, text]) => placesIn(text).join() !== placesIn(english.get(key) ?? '').join(),
    );
    expect(unlike.map(([key]) => key).filter((key) => !shortenedDifferently.has(key))).toEqual([]);
  });

  it('name a field without asking for anything, since it is named alone as well', () => {
    const asking = [...chinese, ...english].filter(
      ([key, text]) => key.startsWith('client.history.field.') && placesIn(text).length > 0,
    );
    expect(asking).toEqual([]);
  });

  it('state facts: no exclamation marks and no 请注意', () => {
    const loud = [...chinese, ...english].filter(([, text]) => /[!！]|请注意/.test(text)).map(([key]) => key);
    expect(loud).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it.each([
    ['entityType', entityTypes],
    ['platform', platforms],
    ['accountKind', accountKinds],
    ['applicationKind', applicationKinds],
    ['stage', stages],
    ['documentKind', documentKinds],
    ['obligationKind', obligationKinds],
    ['bankAccountKind', bankAccountKinds],
    ['relationKind', relationKinds],
    ['standing', standings],
    ['serviceStatus', serviceStatuses],
    ['feeKind', feeKinds],
    ['heatKind', heatKinds],
    ['searchKind', searchKinds],
    ['agendaGroup', agendaGroups],
  ] as const)('has a word for every value of %s and for no other', (area, values) => {
    expect(Object.keys(zhCn.vocabulary[area]).sort()).toEqual([...values].sort());
  });
});

describe('createI18n', () => {
  it('speaks the language it was made for, at once', () => {
    expect(createI18n('zh-CN').t('shell.nav.today')).toBe('今日');
    expect(createI18n('en').t('shell.nav.today')).toBe('Today');
  });

  it('puts values in without escaping them', () => {
    const { t } = createI18n('zh-CN');
    expect(t('components.drop.release', { name: '商标 <授权> & 书' })).toBe('松开，存为「商标 <授权> & 书」');
  });

  it('says nothing where a language needs no word', () => {
    expect(createI18n('en').t('application.clock.waits.review')).toBe('');
  });

  it('finds values of the domain whose names hold an underscore', () => {
    const { t } = createI18n('en');
    expect(t('status.word.no_expiry')).toBe('No expiry');
    expect(t('vocabulary.entityType.other_organisation')).toBe('Other organisation');
  });
});

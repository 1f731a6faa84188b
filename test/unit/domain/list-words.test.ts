/** What an export writes, the import knows by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchColumns } from '#shared/domain/import-columns.ts';
import { readCell, tagList, tagsText } from '#shared/domain/import-cell.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { standings } from '#shared/domain/standing.ts';
import { platformWords } from '#backend/exports/client-accounts.ts';
import { listWords } from '#backend/exports/words.ts';

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const words = listWords(language);
  const { lists, vocabulary } = words;

  it('the headings', () => {
    const matched = matchColumns(importFields.map((field) => lists.client[field]));
    expect(matched.map(({ field, how }) => [field, how])).toEqual(
      importFields.map((field) => [field, 'heading']),
    );
  });

  it.each(entityTypes)('the entity type %s', (type) => {
    expect(readCell('entityType', vocabulary.entityType[type])).toEqual({ value: type, notes: [] });
  });

  it.each(standings)('the standing %s', (standing) => {
    expect(readCell('standing', vocabulary.standing[standing])).toEqual({ value: standing, notes: [] });
  });

  it.each(platforms.flatMap((platform) => accountKinds.map((kind) => [platform, kind] as const)))(
    'an account of %s, %s',
    (platform, kind) => {
      const text = platformWords(platform, kind, words);
      expect(readCell('platform', text)).toEqual({ value: platform, accountKind: kind, notes: [] });
    },
  );

  it('a licence without end', () => {
    expect(readCell('licenceUntil', lists.forever)).toEqual({ value: 'forever', notes: [] });
  });
});

it('tags, whatever signs they hold', () => {
  const tag = fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.stringMatching(/^["、 a，/]{1,5}$/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.uniqueArray(tag), (tags) => {
      expect(tagList(tagsText(tags))).toEqual(tags);
    }),
  );
});

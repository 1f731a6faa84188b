import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { dayChoices } from '#renderer/components/condition-words.ts';
import { conditionsOf, conditionWords, toggled, without } from '#renderer/features/clients/conditions.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const nameOf = (id: string): string => `人 ${id}`;

const filters: fc.Arbitrary<ClientFilter> = fc.record(
  {
    text: fc.string(),
    entityTypes: fc.uniqueArray(fc.constantFrom(...entityTypes)),
    consultantIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'nobody' as const)),
    serviceStatuses: fc.uniqueArray(fc.constantFrom(...serviceStatuses)),
    tag: fc.string(),
    certifiedWithinDays: fc.integer({ min: -1, max: 400 }),
    papersMissing: fc.boolean(),
    returned: fc.boolean(),
    owing: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('chips of a filter', () => {
  it('are there for every condition that says something, and not for the text', () => {
    const filter: ClientFilter = {
      text: '茶',
      entityTypes: [],
      tag: ' ',
      certifiedWithinDays: 0,
      owing: false,
    };
    expect(conditionsOf(filter)).toEqual(['certifiedWithinDays', 'owing']);
  });

  it('taking every chip away leaves the text alone', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const bare = conditionsOf(filter).reduce((left, id) => without(left, id), filter);
        expect(conditionsOf(bare)).toEqual([]);
        expect(bare.text).toBe((filter.text ?? '').trim() === '' ? undefined : filter.text?.trim());
      }),
    );
  });

  it('a value chosen twice is as if it had never been chosen', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...entityTypes), (filter, type) => {
        const twice = toggled(toggled(filter, 'entityTypes', type), 'entityTypes', type);
        expect(new Set(twice.entityTypes)).toEqual(new Set(filter.entityTypes));
      }),
    );
  });

  it('the last value taken back takes the chip away', () => {
    const filter = toggled({}, 'consultantIds', 'a');
    expect(conditionsOf(filter)).toEqual(['consultantIds']);
    expect(toggled(filter, 'consultantIds', 'a')).toEqual({});
  });

  it.each(everyLanguage)('have words for all that a filter can hold in $language', ({ t }) => {
    fc.assert(
      fc.property(filters, (filter) => {
        for (const id of conditionsOf(filter)) {
          const { field, value } = conditionWords(filter, id, { t, nameOf });
          expect(isUnspoken(field)).toBe(false);
          if (id !== 'tag') expect(isUnspoken(value)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('say days relative to today', () => {
    const words = dayChoices.map((days) =>
      conditionWords({ certifiedWithinDays: days }, 'certifiedWithinDays', { ...chinese, nameOf }),
    );
    expect(words.map(({ operator, value }) => `${operator} ${value}`)).toEqual([
      '是 已过期',
      '不晚于 30 天后',
      '不晚于 60 天后',
      '不晚于 90 天后',
      '不晚于 180 天后',
      '不晚于 12 个月后',
    ]);
  });

  it('name the consultants', () => {
    const words = conditionWords({ consultantIds: ['a', 'nobody'] }, 'consultantIds', { ...chinese, nameOf });
    expect(words).toEqual({ field: '负责人', operator: '是', value: '人 a、未指定' });
  });
});

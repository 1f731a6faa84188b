import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';

/** Marks of a leaf that a third party tells. */
export const told = { tag: 'P', source: ['X1'], asOf: calendarDate('2026-01-01') } as const;
/** Marks of a leaf that the platform itself tells. */
export const official = { ...told, tag: 'V' } as const;
export const inferred = { ...told, tag: 'I', source: ['OWN'] } as const;

/** A pack that says next to nothing. */
const bare: RulePack = {
  id: 'bare',
  version: '2026.01',
  asOf: told.asOf,
  title: { zh: '空', en: 'Bare' },
  platform: 'alipay',
  accountKinds: ['mini_program'],
  applicationKinds: ['first_certification'],
  coveredEntityTypes: ['company', 'individual'],
  sources: [],
  uploadProfiles: [],
  requirements: [],
  path: ['in_review'],
  stages: [],
  clocks: [],
  refills: null,
  withdrawal: null,
  fees: [],
  validity: null,
  reviewCriteria: [],
  nameRules: null,
  returnReasons: [],
  checks: [],
  reviewerCall: null,
  reviewLines: [],
  aftercare: [],
  statements: [],
  unknowns: [],
  conflicts: [],
};

export const packWith = (parts: Partial<RulePack>): RulePack => ({ ...bare, ...parts });

/** A text of a pack. */
export const line = (
  id: string,
  words: string,
  marks: typeof told | typeof official | typeof inferred = told,
) => ({
  id,
  text: { zh: words, en: words },
  ...marks,
});

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { feeVariants, platformFee } from '#shared/domain/rule-pack-lookup.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import { certificationPack, packFile } from './certification-pack.ts';

type Found = { readonly at: string; readonly value: Readonly<Record<string, unknown>> };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of the file with its place, outermost first. */
function objectsIn(value: unknown, at = ''): Found[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => objectsIn(part, `${at}/${index}`));
  if (!isRecord(value)) return [];
  return [{ at, value }, ...Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${at}/${key}`))];
}

const objects = objectsIn(packFile);
const leaves = objects.filter(({ value }) => 'tag' in value);
const texts = objects.filter(({ value }) => 'zh' in value || 'en' in value);

/** Where the schema found something, also inside the alternatives of a formula. */
function placesOf(issues: readonly z.core.$ZodIssue[], at = ''): Set<string> {
  const places = issues.flatMap((issue) => {
    const place = [at, ...issue.path.map(String)].join('/');
    const inner =
      issue.code === 'invalid_union' ? issue.errors.flatMap((one) => [...placesOf(one, place)]) : [];
    return [place, ...inner];
  });
  return new Set(places);
}

describe('the shipped certification pack', () => {
  it('fits the schema and holds together', () => {
    expect(rulePackFaults(certificationPack)).toEqual([]);
    expect(certificationPack).toMatchObject({ id: 'wechat.mp.certification', version: '2026.11' });
  });

  it.each(['tag', 'source', 'asOf'])('refuses every leaf that lacks its %s', (key) => {
    expect(leaves.length).toBeGreaterThan(70);
    const copy: unknown = structuredClone(packFile);
    for (const { value } of objectsIn(copy))
      if ('tag' in value || 'source' in value) Reflect.deleteProperty(value, key);
    const { error } = rulePackSchema.safeParse(copy);
    const refused = placesOf(error?.issues ?? []);
    for (const { at } of leaves) expect(refused.has(`${at}/${key}`), `${at}/${key}`).toBe(true);
  });

  it('says everything in both languages', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const { at, value } of texts) {
      expect(Object.keys(value).sort(), at).toEqual(['en', 'zh']);
      expect(value.zh, at).toMatch(/\p{Script=Han}/u);
      expect(value.en, at).toMatch(/^[^\p{Script=Han}，。：；（）「」]+$/u);
      expect(`${String(value.zh)}${String(value.en)}`, at).not.toMatch(/[!！]|请注意/u);
    }
  });

  it('refuses a key that it does not know', () => {
    for (const { at } of [...leaves.slice(0, 5), { at: '' }]) {
      const copy: unknown = structuredClone(packFile);
      const owner = objectsIn(copy).find((found) => found.at === at);
      if (owner) Object.assign(owner.value, { tags: 'V' });
      expect(rulePackSchema.safeParse(copy).success, at).toBe(false);
    }
  });

  it('refuses a reference that leads nowhere, as the schema reads it', () => {
    const copy: unknown = structuredClone(packFile);
    const leaf = objectsIn(copy).find(({ value }) => 'uploadProfileId' in value);
    if (leaf) Object.assign(leaf.value, { uploadProfileId: 'gone' });
    const result = rulePackSchema.safeParse(copy);
    expect(result.error?.issues.map(({ message }) => message)).toContain('unknown_upload_profile');
  });
});

describe('what the pack says', () => {
  const on = calendarDate('2026-11-22');

  it.each([
    ['company', 30_000],
    ['branch', 30_000],
    ['media', 30_000],
    ['social_group', 30_000],
    ['private_non_enterprise', 30_000],
    ['other_organisation', 30_000],
    ['sole_trader', 3_000],
    ['individual', 3_000],
    ['public_institution', 30_000],
    ['government', 0],
    ['foundation', 0],
    ['overseas', 30_000],
    ['law_firm', 30_000],
    ['committee', 30_000],
    ['cooperative', 30_000],
    ['representative_office', 30_000],
  ] as const)('fee of %s: %s fen', (entityType, amountFen) => {
    expect(platformFee(certificationPack, entityType, on)?.amountFen).toBe(amountFen);
  });

  it.each([
    ['company', '2018-11-15', 30_000],
    ['sole_trader', '2022-12-31', 30_000],
    ['sole_trader', '2023-01-01', 3_000],
    ['individual', '2023-12-24', undefined],
    ['individual', '2023-12-25', 3_000],
    ['government', '2018-11-15', 0],
  ] as const)('fee of %s on %s: %s fen', (entityType, day, amountFen) => {
    expect(platformFee(certificationPack, entityType, calendarDate(day))?.amountFen).toBe(amountFen);
  });

  it.each([
    ['other_organisation', '2026-09-22', ['foreign_government_office']],
    ['public_institution', '2026-09-22', ['as_government']],
    ['company', '2023-09-24', ['quick_registration', 'reuse']],
    ['company', '2023-09-25', ['quick_registration']],
    ['company', '2023-12-24', ['quick_registration']],
    ['company', '2023-12-25', []],
    ['sole_trader', '2023-09-24', ['reuse']],
    ['government', '2023-09-24', []],
    ['individual', '2023-09-24', []],
  ] as const)('what %s may be charged instead on %s: %j', (entityType, day, ids) => {
    const variants = feeVariants(certificationPack, entityType, calendarDate(day));
    expect(variants.map(({ variant }) => variant.id)).toEqual(ids);
    expect(variants.every(({ amountFen }) => amountFen === 0)).toBe(true);
  });

  it('states that sources disagree about public institutions, and names both amounts', () => {
    const conflict = certificationPack.conflicts.find(({ id }) => id === 'public_institution_fee');
    const amounts = conflict?.places.map(
      (place) => certificationPack.fees[Number(place.replace('fees.', ''))],
    );
    expect(amounts).toMatchObject([
      { entityTypes: ['public_institution'], amountFen: 30_000, tag: 'P' },
      { entityTypes: ['public_institution'], amountFen: 0, tag: 'I', variant: { id: 'as_government' } },
    ]);
  });

  it('marks a fee that no source names as inferred', () => {
    for (const entityType of [
      'representative_office',
      'cooperative',
      'committee',
      'law_firm',
      'overseas',
    ] as const)
      expect(platformFee(certificationPack, entityType, on)?.tag, entityType).toBe('I');
  });

  it('has the four clocks of the official process', () => {
    const table = certificationPack.clocks.map(({ id, total, unit, onExpiry }) => [
      id,
      total,
      unit,
      onExpiry,
    ]);
    expect(table).toEqual([
      ['authorisation', 24, 'hour', 'back_to_collecting'],
      ['payment', 24, 'hour', 'back_to_collecting'],
      ['review', 15, 'working_day', 'none'],
      ['refill', 30, 'calendar_day', 'failed'],
    ]);
    expect(certificationPack.refills.max).toBe(3);
  });

  it('certifies for a year with a window of 90 days and three steps of loss', () => {
    const { term, window, plan, losses } = certificationPack.validity;
    expect([term.years, window.daysBefore]).toEqual([1, 90]);
    expect([plan.askDaysBefore, plan.submitDaysBefore, plan.tag]).toEqual([100, 60, 'I']);
    expect(losses.map(({ afterDays }) => afterDays)).toEqual([0, 30, 60]);
  });

  it('takes JPG, PNG and GIF up to 2 MB, at least 720 × 1280', () => {
    const limits = certificationPack.uploadProfiles.flatMap((profile) => profile.limits);
    expect(limits.find(({ id }) => id === 'size')).toMatchObject({ maxBytes: 2_097_152 });
    expect(limits.find(({ id }) => id === 'format')).toMatchObject({
      formats: ['jpg', 'jpeg', 'png', 'gif'],
    });
    expect(limits.find(({ id }) => id === 'resolution')).toMatchObject({
      shortSidePx: 720,
      longSidePx: 1280,
    });
  });

  it('names the ten lines from which reviewers called, three calls ending the order', () => {
    expect(certificationPack.reviewLines.length).toBeGreaterThanOrEqual(9);
    expect(certificationPack.reviewerCall.missedCallsToFail).toBe(3);
  });
});

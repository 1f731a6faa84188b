import { describe, expect, it } from 'vitest';
import { companyUpkeepSchema } from '#shared/contract/company-upkeep.ts';
import { companyUpkeepFaults } from '#shared/domain/company-upkeep-faults.ts';
import type { CompanyUpkeep } from '#shared/domain/company-upkeep.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { companyUpkeep as upkeep, upkeepFile } from './company-upkeep.ts';

const { annualReport, papers } = upkeep;
const [window] = annualReport.windows;
const [loss] = annualReport.losses;
if (window === undefined || loss === undefined) throw new Error('the file is empty');

describe('the shipped rules of upkeep', () => {
  it('fit the schema and hold together', () => {
    expect(companyUpkeepFaults(upkeep)).toEqual([]);
    expect(upkeep).toMatchObject({ id: 'company.upkeep', version: '2026.11' });
  });

  it('say what becomes of everyone who has to report', () => {
    const reporters = annualReport.windows.flatMap(({ entityTypes }) => entityTypes);
    const losers = annualReport.losses.flatMap(({ entityTypes }) => entityTypes);
    expect([...losers].sort()).toEqual([...reporters].sort());
  });

  it('say everything in both languages', () => {
    const texts = JSON.stringify(upkeepFile).matchAll(/\{"zh":"([^"]+)","en":"([^"]+)"\}/gu);
    const pairs = [...texts].map(([, zh, en]) => [zh, en]);
    expect(pairs.length).toBe(9);
    for (const [zh, en] of pairs) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[^\p{Script=Han}，。：；（）「」]+$/u);
    }
  });
});

describe('the linter of upkeep', () => {
  const codes = (changed: Partial<CompanyUpkeep>) =>
    companyUpkeepFaults({ ...upkeep, ...changed }).map(({ code, at }) => `${code} ${at}`);

  it.each<[string, Partial<CompanyUpkeep>]>([
    ['duplicate_id sources', { sources: [...upkeep.sources, upkeep.sources[0]!] }],
    ['unused_source sources.S99', { sources: [...upkeep.sources, { ...upkeep.sources[0]!, code: 'S99' }] }],
    ['unknown_source papers.usual', { papers: { ...papers, usual: { ...papers.usual, source: ['S98'] } } }],
    [
      'official_without_official_source papers.usual',
      { papers: { ...papers, usual: { ...papers.usual, tag: 'V' } } },
    ],
    [
      'known_after_pack_date papers.usual',
      { papers: { ...papers, usual: { ...papers.usual, asOf: calendarDate('2026-11-23') } } },
    ],
    ['duplicate_id papers.kinds', { papers: { ...papers, kinds: [...papers.kinds, papers.kinds[0]!] } }],
    [
      'duplicate_id annualReport.windows',
      { annualReport: { ...annualReport, windows: [...annualReport.windows, window] } },
    ],
    [
      'window_backwards annualReport.windows.0',
      {
        annualReport: {
          ...annualReport,
          windows: [{ ...window, opens: window.ends, ends: window.opens }, ...annualReport.windows.slice(1)],
        },
      },
    ],
    [
      'loss_without_report annualReport.losses.2',
      {
        annualReport: {
          ...annualReport,
          losses: [...annualReport.losses, { ...loss, entityTypes: ['media'] }],
        },
      },
    ],
  ])('finds %s', (fault, changed) => {
    expect(codes(changed)).toContain(fault);
  });

  it('refuses unknown keys, missing provenance, days that not every year has, and too long an advance', () => {
    const refuses = (changed: object) => !companyUpkeepSchema.safeParse({ ...upkeep, ...changed }).success;
    const plan = { ...annualReport.plan };
    expect(refuses({ extra: 1 })).toBe(true);
    expect(refuses({ annualReport: { ...annualReport, plan: { submitDaysBefore: 1 } } })).toBe(true);
    const on = (opens: object) =>
      refuses({ annualReport: { plan, losses: [], windows: [{ ...window, opens }] } });
    expect(on({ month: 2, day: 29 })).toBe(true);
    expect(on({ month: 2, day: 28 })).toBe(false);
    expect(refuses({ papers: { ...papers, usual: { ...papers.usual, beginDaysBefore: 121 } } })).toBe(true);
  });
});

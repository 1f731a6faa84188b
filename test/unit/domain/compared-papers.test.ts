import { instantOf } from '#shared/domain/calendar-date.ts';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { comparedPapers } from '#shared/domain/compared-papers.ts';
import { consistencyMatrix } from '#shared/domain/consistency-matrix.ts';
import type { PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';

const clean = cleanCase(sampleSeed);
const withForm = (part: Partial<PaperFacts>): PreCheckFacts => ({
  ...clean,
  papers: clean.papers.map((paper) => (paper.kind === 'platform_form' ? { ...paper, ...part } : paper)),
});
const kindsIn = (facts: PreCheckFacts) => comparedPapers(facts).map(({ kind }) => kind);

describe('the papers that an application is compared by', () => {
  it('are all that speak of the client, and those of the order itself', () => {
    expect(kindsIn(clean)).toEqual(
      expect.arrayContaining(['business_licence', 'authorisation_letter', 'platform_form']),
    );
  });

  it('leave out a letter that was put to none of its items', () => {
    const items = clean.items.map((item) => ({ ...item, documentIds: [] }));
    const kinds = kindsIn({ ...clean, items });
    expect(kinds).not.toContain('authorisation_letter');
    expect(kinds).not.toContain('trademark_certificate');
    expect(kinds).toContain('business_licence');
  });

  it('leave out a form of an earlier order and one of another account', () => {
    expect(kindsIn(withForm({ receivedOn: calendarDate('2026-08-31') }))).not.toContain('platform_form');
    expect(kindsIn(withForm({ stated: { account_name: '示例归樾会员' } }))).not.toContain('platform_form');
    expect(kindsIn(withForm({ stated: { original_id: 'gh_ffffffffffff' } }))).not.toContain('platform_form');
    expect(kindsIn(withForm({ stated: { account_name: '示例归樾商店' } }))).toContain('platform_form');
    expect(kindsIn(withForm({ stated: {} }))).toContain('platform_form');
  });
});

describe('the consistency matrix', () => {
  const rowOf = (facts: PreCheckFacts, fact: string) =>
    consistencyMatrix(facts).filter((row) => row.fact === fact);

  it('holds the record and every paper against the licence, each in its own column', () => {
    const [row] = rowOf(clean, 'subject_name');
    const [licence, ...others] = row?.cells ?? [];
    expect(licence).toMatchObject({
      source: 'subject_document',
      value: sampleSeed.name,
      verdict: 'reference',
    });
    expect(others.map(({ source }) => source).sort()).toEqual([
      'account_proof',
      'account_proof',
      'authorisation_letter',
      'bank',
      'platform_form',
      'record',
    ]);
    expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(['identical']));
  });

  it('does not depend on the order of the papers', () => {
    const turned = { ...clean, papers: clean.papers.toReversed() };
    expect(consistencyMatrix(turned)).toEqual(consistencyMatrix(clean));
  });

  it('has one row of ID numbers a person, with card, letter and form', () => {
    const rows = rowOf(clean, 'id_number');
    expect(rows).toHaveLength(1);
    expect(new Set(rows[0]?.cells.map(({ source }) => source))).toEqual(
      new Set(['contact', 'id_card', 'authorisation_letter', 'platform_form']),
    );
  });

  it('compares no owner of a trade mark whose authorisation is among the papers', () => {
    const authorisation: PaperFacts = {
      documentId: 'authorisation',
      kind: 'trademark_authorisation',
      stated: {},
      receivedOn: clean.today,
      receivedAtMs: instantOf(clean.today),
      files: [],
    };
    const items = clean.items.map((item) =>
      item.requirementId === 'account.name_basis'
        ? { ...item, documentIds: [...item.documentIds, 'authorisation'] }
        : item,
    );
    expect(rowOf(clean, 'trademark_owner')).toHaveLength(1);
    const authorised = { ...clean, items, papers: [...clean.papers, authorisation] };
    expect(rowOf(authorised, 'trademark_owner')).toEqual([]);
  });
});

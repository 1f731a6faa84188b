import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyMatrix } from '#shared/domain/consistency-matrix.ts';
import { matrixGrid } from '#shared/domain/matrix-grid.ts';
import type { MatrixFact, PaperSource } from '#shared/domain/matrix-row.ts';
import type { PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { caseSeed, cleanCase, sampleSeed, withItems } from './pre-check-cases.ts';

const clean = cleanCase(sampleSeed);
const withPapers = (change: (paper: PaperFacts) => PaperFacts[]): PreCheckFacts =>
  withItems({ ...clean, papers: clean.papers.flatMap(change) });
/** Every paper is there, and nobody has typed off yet what any of them says. */
const untyped = withPapers((paper) => [{ ...paper, stated: {} }]);
const without = (kind: PaperFacts['kind']): PreCheckFacts =>
  withPapers((paper) => (paper.kind === kind ? [] : [paper]));

const rowOf = (facts: PreCheckFacts, fact: MatrixFact) =>
  matrixGrid(facts).rows.find((row) => row.fact === fact);
const gapOf = (facts: PreCheckFacts, fact: MatrixFact, source: PaperSource) =>
  rowOf(facts, fact)?.gaps.find((gap) => gap.source === source);

describe('the grid of sources', () => {
  it('has its columns before anything is typed', () => {
    expect(matrixGrid(untyped).columns).toEqual(
      expect.arrayContaining([
        'subject_document',
        'id_card',
        'authorisation_letter',
        'account_proof',
        'platform_form',
      ]),
    );
    expect(matrixGrid(untyped).columns).toEqual(matrixGrid(clean).columns);
  });

  it('has a column for what the checklist asks for, also while the paper is not there', () => {
    expect(matrixGrid(without('business_licence')).columns).toContain('subject_document');
    expect(gapOf(without('business_licence'), 'credit_code', 'subject_document')).toMatchObject({
      state: 'no_paper',
    });
    expect(matrixGrid(without('platform_form')).columns).not.toContain('platform_form');
  });

  it('tells what a paper does not print from what is not typed yet', () => {
    expect(gapOf(untyped, 'credit_code', 'account_proof')).toMatchObject({ state: 'not_printed' });
    expect(gapOf(untyped, 'bank_name', 'account_proof')).toMatchObject({
      state: 'not_typed',
      field: 'bank_name',
    });
    expect(gapOf(untyped, 'id_number', 'authorisation_letter')).toMatchObject({
      state: 'not_typed',
      field: 'administrator_id_number',
    });
    expect(gapOf(untyped, 'original_id', 'platform_form')).toEqual({
      source: 'platform_form',
      state: 'not_typed',
      documentId: 'form',
      field: 'original_id',
    });
  });

  it('invites for the ID card of the person that the row is about, and for no other', () => {
    const other = withPapers((paper) => [
      { ...paper, stated: {}, ...(paper.kind === 'id_card' && { contactId: 'somebody else' }) },
    ]);
    expect(gapOf(untyped, 'person_name', 'id_card')).toMatchObject({ state: 'not_typed' });
    expect(gapOf(other, 'person_name', 'id_card')).toMatchObject({ state: 'no_paper' });
  });

  it('leads to the paper’s own date where a licence has none', () => {
    const undated = withPapers((paper) => {
      const { validUntil, ...rest } = paper;
      return validUntil === undefined ? [paper] : [rest];
    });
    expect(gapOf(undated, 'licence_term', 'subject_document')).toMatchObject({
      state: 'not_typed',
      field: null,
    });
    expect(gapOf(undated, 'licence_term', 'account_proof')).toMatchObject({ state: 'not_printed' });
  });

  it('has every row that is compared, and in each a cell or a gap for each column', () => {
    fc.assert(
      fc.property(caseSeed, fc.integer({ min: 0, max: 8 }), (seed, kept) => {
        const whole = cleanCase(seed);
        const facts = {
          ...whole,
          papers: whole.papers.map((paper, index) => (index < kept ? paper : { ...paper, stated: {} })),
        };
        const { columns, rows } = matrixGrid(facts);
        const shown = rows.filter(({ cells }) => cells.length > 1);
        const compared = consistencyMatrix(facts);
        expect(shown.map(({ fact, cells }) => ({ fact, cells }))).toEqual(
          compared.map(({ fact, cells }) => ({ fact, cells })),
        );
        for (const { cells, gaps } of rows) {
          const filled = [...cells.map(({ source }) => source), ...gaps.map(({ source }) => source)];
          for (const column of columns) expect(filled).toContain(column);
        }
      }),
      { numRuns: 100 },
    );
  });
});

import type { CheckId } from './check-rule.ts';
import type { MatrixCell, MatrixFact, MatrixRow } from './consistency-matrix.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation, ObservationPlace } from './pre-check-observation.ts';

const checkOfFact: Readonly<Record<MatrixFact, CheckId>> = {
  subject_name: 'subject_name_differs',
  credit_code: 'credit_code_differs',
  licence_term: 'licence_term_differs',
  legal_representative: 'legal_representative_differs',
  id_number: 'id_number_differs',
  bank_account_number: 'bank_account_number_differs',
};

/** Every cell of the matrix that does not say what its row's first cell says. */
export function matrixObservations(rows: readonly MatrixRow[], facts: PreCheckFacts): Observation[] {
  return rows.flatMap((row) => {
    const expected = row.cells[0]?.value ?? '';
    return row.cells
      .filter(({ verdict }) => verdict === 'different' || verdict === 'equivalent')
      .map((cell): Observation => ({
        check: checkOf(row.fact, cell),
        place: placeOf(cell, facts),
        expected,
        found: cell.value,
        ...(cell.at === undefined ? {} : { at: cell.at }),
      }));
  });
}

const checkOf = (fact: MatrixFact, { verdict }: MatrixCell): CheckId =>
  fact === 'subject_name' && verdict === 'equivalent' ? 'subject_name_spelling' : checkOfFact[fact];

function placeOf({ source, of = '' }: MatrixCell, facts: PreCheckFacts): ObservationPlace {
  switch (source) {
    case 'record':
      return { at: 'client', field: 'name' };
    case 'bank':
      return { at: 'bank_account', id: of };
    case 'contact':
      return { at: 'contact', id: of };
    case 'subject_document':
    case 'account_proof':
    case 'id_card': {
      const item = facts.items.find(({ documentIds }) => documentIds.includes(of));
      if (item === undefined) return { at: 'paper', documentId: of };
      return { at: 'item', requirementId: item.requirementId, documentId: of };
    }
  }
}

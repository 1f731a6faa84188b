import type { ApplicationKind } from './application.ts';
import type { CheckId } from './check-rule.ts';
import type { MatrixCell, MatrixFact, MatrixRow } from './matrix-row.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation, ObservationPlace } from './pre-check-observation.ts';

/** The check that a differing value of a fact is found by. */
export const checkOfFact: Readonly<Record<MatrixFact, CheckId>> = {
  subject_name: 'subject_name_differs',
  credit_code: 'credit_code_differs',
  legal_representative: 'legal_representative_differs',
  person_name: 'person_name_differs',
  administrator_name: 'administrator_differs',
  id_number: 'id_number_differs',
  account_name: 'account_name_differs',
  original_id: 'original_id_differs',
  app_id: 'app_id_differs',
  bank_account_number: 'bank_account_number_differs',
  bank_name: 'bank_name_differs',
  address: 'address_differs',
  licence_term: 'licence_term_differs',
  trademark_owner: 'trademark_owner_differs',
};

/** Every cell of the matrix that does not say what its row's first cell says; the deciding paper stands first. */
export function matrixObservations(rows: readonly MatrixRow[], facts: PreCheckFacts): Observation[] {
  return rows.flatMap((row) => {
    const expected = row.cells[0]?.value ?? '';
    return row.cells.flatMap((cell): Observation[] => {
      const check = checkOf(row.fact, cell, facts.kind);
      if (check === undefined) return [];
      const at = cell.at === undefined ? {} : { at: cell.at };
      return [{ check, place: placeOf(row.fact, cell, facts), expected, found: cell.value, ...at }];
    });
  });
}

function checkOf(fact: MatrixFact, cell: MatrixCell, kind: ApplicationKind): CheckId | undefined {
  switch (cell.verdict) {
    case 'reference':
    case 'identical':
      return undefined;
    case 'equivalent':
      // Bank and platform may compare a subject's raw text; of all else the matrix alone shows the spelling.
      return fact === 'subject_name' ? 'subject_name_spelling' : undefined;
    case 'different':
      return isFilingContact(fact, cell, kind) ? 'filing_contact_differs' : checkOfFact[fact];
  }
}

/** The person that the form of a filing names is the filing contact, who has to be the administrator. */
const isFilingContact = (fact: MatrixFact, { source }: MatrixCell, kind: ApplicationKind): boolean =>
  fact === 'administrator_name' && source === 'platform_form' && kind === 'filing';

function placeOf(fact: MatrixFact, { source, of = '' }: MatrixCell, facts: PreCheckFacts): ObservationPlace {
  switch (source) {
    case 'record':
      return { at: 'client', field: fieldOf(fact) };
    case 'account':
      return { at: 'account_name' };
    case 'bank':
      return { at: 'bank_account', id: of };
    case 'contact':
      return { at: 'contact', id: of };
    case 'subject_document':
    case 'id_card':
    case 'authorisation_letter':
    case 'application_letter':
    case 'account_proof':
    case 'trademark_certificate':
    case 'platform_form': {
      const item = facts.items.find(({ documentIds }) => documentIds.includes(of));
      if (item === undefined) return { at: 'paper', documentId: of };
      return { at: 'item', requirementId: item.requirementId, documentId: of };
    }
  }
}

type ClientField = Extract<ObservationPlace, { at: 'client' }>['field'];

/** Where what the client's record says of a fact is written. */
function fieldOf(fact: MatrixFact): ClientField {
  switch (fact) {
    case 'credit_code':
      return 'creditCode';
    case 'legal_representative':
      return 'legalRepresentative';
    case 'address':
      return 'address';
    case 'licence_term':
      return 'licenceUntil';
    case 'subject_name':
    case 'person_name':
    case 'administrator_name':
    case 'id_number':
    case 'account_name':
    case 'original_id':
    case 'app_id':
    case 'bank_account_number':
    case 'bank_name':
    case 'trademark_owner':
      return 'name';
  }
}

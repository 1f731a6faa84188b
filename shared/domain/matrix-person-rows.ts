import { compareCodes } from './identifier-check.ts';
import { decidedBy } from './matrix-reference.ts';
import { rowOf, statementsOf } from './matrix-row.ts';
import type { MatrixRow, Statement } from './matrix-row.ts';
import { compareNames, nameKey } from './name-key.ts';
import type { ContactFacts, PaperFacts, PreCheckFacts } from './pre-check-facts.ts';

/** Who the legal representative and the administrators are, and the number of every person's ID, by every source. */
export function personRows(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] {
  return [
    legalRepresentativeRow(facts, papers),
    ...personNameRows(facts, papers),
    ...administratorRows(facts, papers),
    ...idNumberRows(facts, papers),
  ];
}

function legalRepresentativeRow(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow {
  const { client, contacts } = facts;
  const persons = contacts.filter((contact) => contact.isLegalRepresentative);
  const statements: Statement[] = [
    { source: 'record', value: client.legalRepresentative },
    ...persons.map(({ contactId, name }): Statement => ({ source: 'contact', value: name, of: contactId })),
    ...statementsOf(papers, 'legal_representative'),
  ];
  return rowOf('legal_representative', decidedBy('subject_document', statements, facts), compareNames);
}

const personNameRows = (facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] =>
  facts.contacts.map(({ contactId, name }) =>
    rowOf(
      'person_name',
      decidedBy(
        'id_card',
        [
          { source: 'contact', value: name, of: contactId },
          ...statementsOf(cardsOf(contactId, papers), 'person_name'),
        ],
        facts,
      ),
      compareNames,
      name,
    ),
  );

/** Without an administrator on file the papers are held against each other. */
function administratorRows({ contacts }: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] {
  const administrators = administratorsOf(contacts);
  if (administrators.length === 0)
    return [rowOf('administrator_name', statementsOf(papers, 'administrator_name'), compareNames)];
  return administrators.map((administrator) => {
    const { contactId, name } = administrator;
    const own = papers.filter((paper) => administratorMeant(paper, administrators) === administrator);
    return rowOf(
      'administrator_name',
      [{ source: 'contact', value: name, of: contactId }, ...statementsOf(own, 'administrator_name')],
      compareNames,
    );
  });
}

function idNumberRows(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] {
  const { contacts } = facts;
  const administrators = administratorsOf(contacts);
  const rows = contacts.map((contact) => {
    const { contactId, name, idNumber } = contact;
    const own = papers.filter((paper) => administratorMeant(paper, administrators) === contact);
    const statements: Statement[] = [
      { source: 'contact', value: idNumber, of: contactId },
      ...statementsOf(cardsOf(contactId, papers), 'id_number'),
      ...statementsOf(own, 'administrator_id_number'),
    ];
    return rowOf('id_number', decidedBy('id_card', statements, facts), compareCodes, name);
  });
  if (administrators.length > 0) return rows;
  return [...rows, rowOf('id_number', statementsOf(papers, 'administrator_id_number'), compareCodes)];
}

const cardsOf = (contactId: string, papers: readonly PaperFacts[]): PaperFacts[] =>
  papers.filter((paper) => paper.kind === 'id_card' && paper.contactId === contactId);

/** By key, so that the same one is meant whatever the order of the facts. */
export const administratorsOf = (contacts: readonly ContactFacts[]): ContactFacts[] =>
  contacts
    .filter(({ isAdministrator }) => isAdministrator)
    .toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));

/** Of several administrators the one whose number or name a paper states, else the first: then the paper differs. */
export function administratorMeant(
  { stated }: PaperFacts,
  administrators: readonly ContactFacts[],
): ContactFacts | undefined {
  const { administrator_name: name, administrator_id_number: number } = stated;
  return (
    administrators.find(
      ({ idNumber }) =>
        number !== undefined &&
        idNumber !== undefined &&
        compareCodes(number, idNumber).level === 'identical',
    ) ??
    administrators.find((contact) => name !== undefined && nameKey(contact.name) === nameKey(name)) ??
    administrators.at(0)
  );
}

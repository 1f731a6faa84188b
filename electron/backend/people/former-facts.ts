import type { PersonFacts } from '#shared/domain/person-words.ts';
import { personWordKinds } from '#shared/domain/person-words.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

const columns = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  wechat: 'wechat',
  idNumber: 'id_number',
} as const;

export interface FormerFacts {
  /** What the entry said before, each for itself. */
  readonly facts: readonly PersonFacts[];
  /** False where the entry had another name once: it may have been another person's then. */
  readonly isSurelyTheirs: boolean;
}

const nothing: PersonFacts = { name: null, phone: null, email: null, wechat: null, idNumber: null };

/** What somebody's entry said before it was changed, by its own history. */
export function formerFactsOf(db: Db, contactId: string, now: PersonFacts): FormerFacts {
  // What was written and taken back was a slip of the pen.
  const sql = `SELECT e.before, e.after FROM events e JOIN changes c ON c.id = e.change_id
    WHERE e.row_table = 'contacts' AND e.row_id = ? AND e.erasure_id IS NULL AND c.undoes_change_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes_change_id = c.id)`;
  const states = statement<[string], { before: string | null; after: string | null }>(db, sql)
    .all(contactId)
    .flatMap(({ before, after }) => [before, after])
    .flatMap((json) => (json === null ? [] : [JSON.parse(json) as Row]));
  const facts = personWordKinds.flatMap((kind): PersonFacts[] => {
    const said = states.map((row) => row[columns[kind]]);
    const former = said.filter((value) => typeof value === 'string' && value !== '' && value !== now[kind]);
    return [...new Set(former)].map((value) => ({ ...nothing, [kind]: value }));
  });
  return { facts, isSurelyTheirs: facts.every(({ name }) => name === null) };
}

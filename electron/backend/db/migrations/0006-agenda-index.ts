import type { Migration } from './migration.ts';

/** Today and the frame's count of urgent duties are read from the index alone, without a look at each row. */
const sql = `
DROP INDEX obligations_due;
CREATE INDEX obligations_due ON obligations (due_on, id, kind, waiting_on, unit, consultant_id, starts_on, opens_on, legal_on,
  legal_at_ms, internal_on, stake_fen);
DROP INDEX obligations_waiting;
CREATE INDEX obligations_waiting ON obligations (waiting_on, due_on, id, kind, unit, consultant_id, starts_on, opens_on, legal_on,
  legal_at_ms, internal_on, stake_fen);
`;

export const agendaIndex: Migration = { version: 6, name: 'agenda-index', sql };

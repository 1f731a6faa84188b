import type { TestBackend } from './backend.ts';

/** Of `firmOf`, unless it is told otherwise. */
export const many = 60;

/** A firm of so many clients, half of them in the charge of each of two consultants. */
export async function firmOf({ backend, call }: TestBackend, count = many) {
  const { id: lan } = await call.consultants.save({ id: null, consultant: person('示例顾问甲') });
  const { id: wen } = await call.consultants.save({ id: null, consultant: person('示例顾问乙') });
  const ids = backend.changes.record('test', (change) =>
    Array.from({ length: count }, (_, n) => {
      const name = `示例${String(n).padStart(4, '0')}`;
      const owner = n % 2 === 0 ? lan : wen;
      return change.insert('clients', {
        ...{ name, name_key: name, entity_type: 'company', consultant_id: owner, service_fee_fen: 100 },
      });
    }),
  ).result;
  return { lan, wen, ids };
}

const person = (name: string) => ({ name, phone: null, email: null, weeklyCapacity: null });
/** Every client, as a bulk change names them. */
export const all = { filter: {}, rows: { ids: null, except: [] } };
/** What is stored and derived of clients and their tags. */
export const facts = ({ backend }: TestBackend) => ({
  clients: backend.db
    .prepare(
      'SELECT id, consultant_id, service_status, service_fee_fen, deleted_at_ms IS NULL AS live FROM clients ORDER BY id',
    )
    .all(),
  tags: backend.db.prepare('SELECT client_id FROM client_tags WHERE deleted_at_ms IS NULL ORDER BY id').all(),
  derived: backend.db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all(),
});

/** No tag is touched. */
export const nothing = { addTags: [], removeTags: [] };

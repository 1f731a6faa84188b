import { uuidv7 } from 'uuidv7';
import { removeClient } from '#backend/clients/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { FirmInput } from './firm.ts';
import { addSampleClients } from './clients.ts';
import { sampleFiles } from './files.ts';
import { listConsultants } from '#backend/settings/consultants.ts';
import { clientsMade, idleConsultantsMade, noteSpan } from './queries.ts';

const action = 'samples.add';
const clientCount = 40;
/** Whoever looks at the samples sees the same ones. */
const seed = 7;
const consultantNames = ['示例顾问一', '示例顾问二'] as const;

/** How many clients of the samples are there. */
export const countSamples = ({ db }: Backend): number => clientsMade(db, action).length;

/**
 * Puts constructed clients beside whatever is there, with accounts, papers, applications in every stage and fees; all
 * of them say so in their names. Nothing when they are there already.
 */
export async function addSamples(backend: Backend): Promise<{ clientCount: number }> {
  if (countSamples(backend) > 0) return { clientCount: countSamples(backend) };
  const files = await sampleFiles(backend);
  const write = backend.db.transaction(() => {
    const from = uuidv7();
    const people = { today: backend.clock.today(), consultantIds: consultants(backend) };
    const shared = { ...people, seed, files, pastYears: 0 };
    const counts = { clients: 0, accounts: 0, applications: 0 };
    addSampleClients(backend, shared, { from: 0, to: clientCount, action }, counts);
    noteSpan(backend.db, { from, to: uuidv7() });
    return { clientCount: counts.clients };
  });
  return write.immediate();
}

/** Throws the samples away with all that was done to them, in one change; what is the firm's own stays. */
export function removeSamples(backend: Backend): { changeId: string | null } {
  const { db } = backend;
  const { changeId } = backend.changes.record('samples.trash', (change) => {
    for (const id of clientsMade(db, action)) removeClient(backend, change, id);
    for (const id of idleConsultantsMade(db, action)) change.remove('consultants', id);
  });
  return { changeId };
}

function consultants(backend: Backend): FirmInput['consultantIds'] {
  const known = new Map(listConsultants(backend).map(({ id, name }) => [name, id]));
  const { result } = backend.changes.record(action, (change) =>
    consultantNames.map(
      (name) => known.get(name) ?? change.insert('consultants', { name, weekly_capacity: 40 }),
    ),
  );
  const [first = '', ...others] = result;
  return [first, ...others];
}

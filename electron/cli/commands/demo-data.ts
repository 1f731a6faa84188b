import type { Backend } from '#backend/backend.ts';
import { deriveAll } from '#backend/derivations.ts';
import { addSampleClients } from '#backend/samples/clients.ts';
import { sampleFiles } from '#backend/samples/files.ts';
import { listConsultants, saveConsultant } from '#backend/settings/consultants.ts';
import type { Command } from '../command.ts';
import { noArgument, wholeNumber } from '../command-arguments.ts';
import type { FirmInput } from '#backend/samples/firm.ts';
import { withBareBackend } from '../session.ts';
import { UsageError } from '../usage.ts';

const clientsPerTransaction = 500;
const consultantNames = ['示例顾问一', '示例顾问二', '示例顾问三', '示例顾问四'];

/**
 * Fills the data with a generated firm: the same clients, accounts, papers and applications for the same seed and
 * the same day. The derived rows are computed once at the end instead of after each of many thousand changes.
 */
export const demoData: Command = async (args, options) => {
  const values = noArgument(args, {
    clients: { type: 'string' },
    seed: { type: 'string' },
    'past-years': { type: 'string' },
  });
  const clients = wholeNumber(values.clients, 'clients');
  const seed = wholeNumber(values.seed, 'seed');
  const pastYears = wholeNumber(values['past-years'], 'past-years') ?? 0;
  if (clients === undefined || seed === undefined) throw new UsageError('--clients and --seed are needed');
  return withBareBackend(options, async (backend) => {
    const startedAtMs = performance.now();
    const shared = {
      seed,
      pastYears,
      today: backend.clock.today(),
      consultantIds: consultants(backend),
      files: await sampleFiles(backend),
    };
    const counts = { clients: 0, accounts: 0, applications: 0 };
    for (let from = 0; from < clients; from += clientsPerTransaction) {
      const to = Math.min(clients, from + clientsPerTransaction);
      addSampleClients(backend, shared, { from, to, action: 'demo.client' }, counts);
      process.stderr.write(`${to} / ${clients}\n`);
    }
    process.stderr.write('derived rows\n');
    deriveAll(backend);
    return { output: { ...counts, seed, tookMs: Math.round(performance.now() - startedAtMs) } };
  });
};

function consultants(backend: Backend): FirmInput['consultantIds'] {
  const known = new Map(listConsultants(backend).map(({ id, name }) => [name, id]));
  const idOf = (name: string): string =>
    known.get(name) ??
    saveConsultant(backend, null, { name, phone: null, email: null, weeklyCapacity: 40 }).id;
  const [first = '', ...others] = consultantNames.map(idOf);
  return [first, ...others];
}

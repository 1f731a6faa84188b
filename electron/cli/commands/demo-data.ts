import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Backend } from '#backend/backend.ts';
import type { InspectedFile } from '#backend/jobs/file-jobs.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import { listConsultants, saveConsultant } from '#backend/settings/consultants.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import type { Command } from '../command.ts';
import { noArgument, wholeNumber } from '../command-arguments.ts';
import { addCase, isCovered } from '../demo/case.ts';
import { addFirm } from '../demo/firm.ts';
import type { FirmInput } from '../demo/firm.ts';
import { addPermitCase } from '../demo/permit-case.ts';
import { plainPicture } from '../demo/pictures.ts';
import { randomFrom } from '../demo/random.ts';
import { withBareBackend } from '../session.ts';
import { UsageError } from '../usage.ts';

const clientsPerTransaction = 500;
const pictureCount = 6;
/** How many of a hundred clients add a category to their mini program. */
const permitPercent = 12;
const consultantNames = ['示例顾问一', '示例顾问二', '示例顾问三', '示例顾问四'];

/**
 * Fills the data with a generated firm: the same clients, accounts, papers and applications for the same seed and
 * the same day. The derived rows are computed once at the end instead of after each of many thousand changes.
 */
export const demoData: Command = async (args, options) => {
  const values = noArgument(args, { clients: { type: 'string' }, seed: { type: 'string' } });
  const clients = wholeNumber(values.clients, 'clients');
  const seed = wholeNumber(values.seed, 'seed');
  if (clients === undefined || seed === undefined) throw new UsageError('--clients and --seed are needed');
  return withBareBackend(options, async (backend) => {
    const startedAtMs = performance.now();
    const shared = {
      seed,
      today: backend.clock.today(),
      consultantIds: consultants(backend),
      files: await pictures(backend),
    };
    const counts = { clients: 0, accounts: 0, applications: 0 };
    for (let from = 0; from < clients; from += clientsPerTransaction) {
      const to = Math.min(clients, from + clientsPerTransaction);
      addFirms(backend, shared, from, to, counts);
      process.stderr.write(`${to} / ${clients}\n`);
    }
    process.stderr.write('derived rows\n');
    recomputeAllObligations(backend);
    recomputeAllSummaries(backend);
    recomputeSearch(backend);
    return { output: { ...counts, seed, tookMs: Math.round(performance.now() - startedAtMs) } };
  });
};

type Shared = Omit<FirmInput, 'random' | 'no'>;
type Counts = { clients: number; accounts: number; applications: number };

/** One large transaction: the services' own become parts of it. Each client has random numbers of its own. */
function addFirms(backend: Backend, shared: Shared, from: number, to: number, counts: Counts): void {
  const write = backend.db.transaction(() => {
    for (let no = from; no < to; no += 1) {
      const random = randomFrom(shared.seed * 1_000_003 + no);
      const { result: firm } = backend.changes.record('demo.client', (change) =>
        addFirm(backend, change, { ...shared, random, no }),
      );
      counts.clients += 1;
      counts.accounts += firm.accountIds.length;
      const [miniProgram] = firm.accountIds;
      if (miniProgram === undefined || !isCovered(backend, firm.entityType)) continue;
      addCase(backend, random, firm, miniProgram);
      counts.applications += 1;
      const hasPermitCase = random.chance(permitPercent) && addPermitCase(backend, random, firm, miniProgram);
      if (hasPermitCase) counts.applications += 1;
    }
  });
  write.immediate();
}

function consultants(backend: Backend): FirmInput['consultantIds'] {
  const known = new Map(listConsultants(backend).map(({ id, name }) => [name, id]));
  const idOf = (name: string): string =>
    known.get(name) ??
    saveConsultant(backend, null, { name, phone: null, email: null, weeklyCapacity: 40 }).id;
  const [first = '', ...others] = consultantNames.map(idOf);
  return [first, ...others];
}

/** Real files in the vault; thousands of papers share these few. */
async function pictures(backend: Backend): Promise<FirmInput['files']> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-demo-'));
  try {
    const kept: InspectedFile[] = [];
    for (let no = 0; no < pictureCount; no += 1) kept.push(await keepPicture(backend, folder, no));
    const [first, ...others] = kept;
    if (first === undefined) throw new Error('no pictures');
    return [first, ...others];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function keepPicture({ vault }: Backend, folder: string, no: number): Promise<InspectedFile> {
  const { bytes, widthPx, heightPx } = plainPicture(no);
  const file = path.join(folder, `${no}.png`);
  fs.writeFileSync(file, bytes);
  const { sha256, sizeBytes } = await vault.put(file);

  return { sha256, sizeBytes, mediaType: 'image/png', pageCount: 1, widthPx, heightPx, isGrey: false };
}

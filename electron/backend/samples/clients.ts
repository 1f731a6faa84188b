import type { Backend } from '#backend/backend.ts';
import { addCase, isCovered } from './case.ts';
import { addFirm } from './firm.ts';
import type { FirmInput } from './firm.ts';
import { addPastOrders } from './past-orders.ts';
import { addPermitCase } from './permit-case.ts';
import { randomFrom } from './random.ts';

/** How many of a hundred clients add a category to their mini program. */
const permitPercent = 12;

export type SampleInput = Omit<FirmInput, 'random' | 'no'> & {
  /** How many years of passed orders lie behind every account that the rules know. */
  readonly pastYears: number;
};
export type SampleCounts = { clients: number; accounts: number; applications: number };

/** One large transaction: the services' own become parts of it. Each client has random numbers of its own. */
export function addSampleClients(
  backend: Backend,
  shared: SampleInput,
  { from, to, action }: { readonly from: number; readonly to: number; readonly action: string },
  counts: SampleCounts,
): void {
  const write = backend.db.transaction(() => {
    for (let no = from; no < to; no += 1) {
      const random = randomFrom(shared.seed * 1_000_003 + no);
      const { result: firm } = backend.changes.record(action, (change) => {
        const made = addFirm(backend, change, { ...shared, random, no });
        counts.applications += addPastOrders(backend, change, made, {
          seed: shared.seed,
          no,
          years: shared.pastYears,
        });
        return made;
      });
      counts.clients += 1;
      counts.accounts += firm.accounts.length;
      const [miniProgram] = firm.accounts;
      if (miniProgram === undefined || !isCovered(backend, firm.entityType)) continue;
      addCase(backend, random, firm, miniProgram.id);
      counts.applications += 1;
      const hasPermitCase =
        random.chance(permitPercent) && addPermitCase(backend, random, firm, miniProgram.id);
      if (hasPermitCase) counts.applications += 1;
    }
  });
  write.immediate();
}

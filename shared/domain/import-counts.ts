import { cellsLeftOut } from './import-left-out.ts';
import type { ImportPlanning } from './import-plan.ts';

/** What a plan comes to, in figures. */
export type ImportCounts = {
  readonly rows: number;
  readonly create: number;
  readonly update: number;
  readonly same: number;
  readonly merge: number;
  /** Left out by the user. */
  readonly skip: number;
  readonly refuse: number;
  /** Rows that are written but for some of their cells. */
  readonly partial: number;
  readonly newClients: number;
  readonly newAccounts: number;
  readonly changedFields: number;
  readonly clientsBefore: number;
  readonly clientsAfter: number;
};

export function importCounts({ rows, clients }: ImportPlanning, clientsBefore: number): ImportCounts {
  const count = (deed: (typeof rows)[number]['deed']) => rows.filter((row) => row.deed === deed).length;
  const newClients = clients.filter(({ clientId }) => clientId === null).length;
  const accounts = clients.flatMap((client) => client.accounts);
  return {
    rows: rows.length,
    create: count('create'),
    update: count('update'),
    same: count('same'),
    merge: count('merge'),
    skip: count('skip'),
    refuse: count('refuse'),
    partial: rows.filter((row) => cellsLeftOut(row).length > 0).length,
    newClients,
    newAccounts: accounts.filter(({ accountId }) => accountId === null).length,
    changedFields: rows.reduce((sum, { changes }) => sum + changes.length, 0),
    clientsBefore,
    clientsAfter: clientsBefore + newClients,
  };
}

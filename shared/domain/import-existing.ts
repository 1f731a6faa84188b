import type { ImportValues } from './import-fields.ts';
import type { AccountKind } from './platform.ts';

export type KnownPerson = { readonly name: string; readonly phone?: string };

/** A client that the firm already has. `values`: its own fields but the administrator's and the tags. */
export type ExistingClient = {
  readonly clientId: string;
  /** `nameKey` of its name. */
  readonly key: string;
  readonly values: ImportValues;
  readonly tags: readonly string[];
  readonly administrators: readonly KnownPerson[];
  readonly legalRepresentativePhone?: string;
  /** A note says why its credit code is used although the check character is wrong. */
  readonly isCodeNoted?: true;
};

/** An account that the firm already has. `values`: the account fields. */
export type ExistingAccount = {
  readonly accountId: string;
  readonly clientId: string;
  readonly kind: AccountKind;
  readonly values: ImportValues;
};

/** What a plan is held against; every look-up takes the same time, however large the firm is. */
export type Existing = {
  readonly clientCount: number;
  readonly byId: (clientId: string) => ExistingClient | undefined;
  readonly byCode: (creditCode: string) => ExistingClient | undefined;
  /** All clients whose `nameKey` this is. */
  readonly byKey: (key: string) => readonly ExistingClient[];
  readonly accountsOf: (clientId: string) => readonly ExistingAccount[];
  /** The client whose account has this app id on its platform, by `appIdKey`. */
  readonly ownerOfAppId: (appIdKey: string) => string | undefined;
  /** Names of the consultants. */
  readonly consultants: ReadonlySet<string>;
};

export type Firm = {
  readonly clients: readonly ExistingClient[];
  readonly accounts: readonly ExistingAccount[];
  readonly consultants: readonly string[];
};

/** Prepares the look-ups. Clients and accounts are found in the order given, the oldest first. */
export function existingFrom({ clients, accounts, consultants }: Firm): Existing {
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  const byCode = new Map(clients.flatMap((client) => codeEntry(client)));
  const byKey = grouped(clients, ({ key }) => key);
  const byClient = grouped(accounts, ({ clientId }) => clientId);
  const owners = new Map(accounts.flatMap((account) => appIdEntry(account)));
  return {
    clientCount: clients.length,
    byId: (clientId) => byId.get(clientId),
    byCode: (creditCode) => byCode.get(creditCode),
    byKey: (key) => byKey.get(key) ?? [],
    accountsOf: (clientId) => byClient.get(clientId) ?? [],
    ownerOfAppId: (key) => owners.get(key),
    consultants: new Set(consultants),
  };
}

export const appIdKey = (platform: string, appId: string): string => `${platform} ${appId}`;

function codeEntry(client: ExistingClient): [string, ExistingClient][] {
  return client.values.creditCode === undefined ? [] : [[client.values.creditCode, client]];
}

function appIdEntry({ clientId, values }: ExistingAccount): [string, string][] {
  return values.appId === undefined ? [] : [[appIdKey(values.platform ?? 'wechat', values.appId), clientId]];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

import type { ImportValues } from './import-fields.ts';
import { eachInSteps, inOneGo } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
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
export const existingFrom = (firm: Firm): Existing => inOneGo(existingInSteps(firm));

/** `existingFrom` in steps. */
export function* existingInSteps({ clients, accounts, consultants }: Firm): InSteps<Existing> {
  const byId = new Map<string, ExistingClient>();
  const byCode = new Map<string, ExistingClient>();
  const byKey = new Map<string, ExistingClient[]>();
  yield* eachInSteps(clients, (client) => {
    byId.set(client.clientId, client);
    if (client.values.creditCode !== undefined) byCode.set(client.values.creditCode, client);
    addTo(byKey, client.key, client);
  });
  const byClient = new Map<string, ExistingAccount[]>();
  const owners = new Map<string, string>();
  yield* eachInSteps(accounts, (account) => {
    const { clientId, values } = account;
    addTo(byClient, clientId, account);
    if (values.appId !== undefined) owners.set(appIdKey(values.platform ?? 'wechat', values.appId), clientId);
  });
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

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

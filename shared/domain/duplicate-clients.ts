import { normaliseCode } from './identifier-check.ts';
import { organisationCheckCharacter } from './organisation-code.ts';

/**
 * Why two clients may be one body, the strongest first. `code_within`: the old code of one stands in the credit code of
 * the other; `same_organisation`: two credit codes that differ outside the part that names the body; `same_name`: equal
 * by `nameKey`, also a former name.
 */
export const duplicateReasonKinds = [
  'same_code',
  'code_within',
  'same_app_id',
  'same_original_id',
  'same_organisation',
  'same_name',
] as const;
export type DuplicateReasonKind = (typeof duplicateReasonKinds)[number];

export type DuplicateReason = {
  readonly kind: DuplicateReasonKind;
  /** What both have: a code, an AppID, a name key. */
  readonly value: string;
};

/** What a client is known by, in the form in which it is compared. */
export type ClientMarks = {
  readonly clientId: string;
  /** `nameKey` of its name and of former ones. */
  readonly nameKeys: readonly string[];
  /** Codes of registers: its own, former ones, those on its certificates; in any spelling. */
  readonly codes: readonly string[];
  /** By platform and id, as `appIdKey` writes it, in lower case. */
  readonly appIds: readonly string[];
  readonly originalIds: readonly string[];
};

/** Two clients, the lower id first. */
export type ClientPair = readonly [string, string];

export type DuplicateLink = {
  readonly pair: ClientPair;
  /** The strongest first; never empty. */
  readonly reasons: readonly DuplicateReason[];
};

/** Clients that hang together by links, by id. */
export type DuplicateGroup = {
  readonly clientIds: readonly string[];
  readonly links: readonly DuplicateLink[];
};

/** A pair in the order in which it is kept. */
export const pairOf = (a: string, b: string): ClientPair => (a < b ? [a, b] : [b, a]);

/** One text for a pair, whichever of them is named first. */
export const pairKey = (a: string, b: string): string => pairOf(a, b).join('.');

/** The clients of a firm by what they are known by, kept up to date client by client. */
export type DuplicateIndex = {
  /** Enters a client, in place of what was known of it. */
  readonly put: (client: ClientMarks) => void;
  readonly remove: (clientId: string) => void;
  /** Which clients may be one body, and why, by pair. The time grows with the number of marks that several have. */
  readonly links: () => readonly DuplicateLink[];
  /** Whom a client that is not entered would be linked to, and why, the strongest first. */
  readonly alike: (client: Omit<ClientMarks, 'clientId'>) => readonly AlikeClient[];
};

export type AlikeClient = {
  readonly clientId: string;
  /** The strongest first; never empty. */
  readonly reasons: readonly DuplicateReason[];
};

/** Beyond that many with one mark each is linked to its neighbour alone: the group is the same. */
const pairedWithAll = 30;

/** An old code meets credit codes in which it stands, not others like it. */
type Side = 'old' | 'whole' | 'any';
type Key = { readonly reason: DuplicateReason; readonly side: Side };
type Meeting = { readonly reason: DuplicateReason; readonly holders: Map<string, Side> };

/** Every mark is a key under which its clients meet, so that no client is compared with all others. */
export function createDuplicateIndex(): DuplicateIndex {
  const meetings = new Map<string, Meeting>();
  const crowded = new Set<string>();
  const keysByClient = new Map<string, readonly string[]>();

  function remove(clientId: string): void {
    for (const name of keysByClient.get(clientId) ?? []) {
      const meeting = meetings.get(name);
      meeting?.holders.delete(clientId);
      if (meeting?.holders.size === 0) meetings.delete(name);
      if (meeting !== undefined && meeting.holders.size < 2) crowded.delete(name);
    }
    keysByClient.delete(clientId);
  }

  function put(client: ClientMarks): void {
    const { clientId } = client;
    remove(clientId);
    const names = ownKeys(client).map(({ reason, side }) => {
      const name = nameOf(reason);
      const meeting = meetings.get(name) ?? { reason, holders: new Map<string, Side>() };
      meeting.holders.set(clientId, side);
      meetings.set(name, meeting);
      if (meeting.holders.size > 1) crowded.add(name);
      return name;
    });
    keysByClient.set(clientId, names);
  }

  function alike(client: Omit<ClientMarks, 'clientId'>): AlikeClient[] {
    const found = new Map<string, DuplicateReason[]>();
    for (const { reason, side } of ownKeys(client)) {
      for (const [clientId, other] of meetings.get(nameOf(reason))?.holders ?? []) {
        if (side === other && side !== 'any') continue;
        found.set(clientId, [...(found.get(clientId) ?? []), reason]);
      }
    }
    return [...found]
      .map(([clientId, reasons]) => ({ clientId, reasons: tidied(reasons) }))
      .sort((a, b) => strongest(a.reasons) - strongest(b.reasons) || compare(a.clientId, b.clientId));
  }

  return {
    put,
    remove,
    alike,
    links: () => linksOf([...crowded].flatMap((name) => meetings.get(name) ?? [])),
  };
}

/** The links of a whole firm at once, as the index gives them. They depend on no order. */
export function duplicateLinks(clients: readonly ClientMarks[]): readonly DuplicateLink[] {
  const index = createDuplicateIndex();
  for (const client of clients) index.put(client);
  return index.links();
}

function linksOf(meetings: readonly Meeting[]): DuplicateLink[] {
  const found = new Map<string, { readonly pair: ClientPair; readonly reasons: DuplicateReason[] }>();
  for (const { reason, holders } of meetings) {
    for (const pair of pairsOf(holders)) {
      const key = pair.join('.');
      const known = found.get(key);
      if (known === undefined) found.set(key, { pair, reasons: [reason] });
      else known.reasons.push(reason);
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => compare(a, b))
    .map(([, { pair, reasons }]) => ({ pair, reasons: tidied(reasons) }));
}

function pairsOf(holders: ReadonlyMap<string, Side>): ClientPair[] {
  const sorted = [...holders.keys()].sort(compare);
  const reach = sorted.length > pairedWithAll ? 1 : sorted.length;
  const isMet = (a: string, b: string): boolean =>
    holders.get(a) === 'any' || holders.get(a) !== holders.get(b);
  return sorted.flatMap((a, index) =>
    sorted
      .slice(index + 1, index + 1 + reach)
      .filter((b) => isMet(a, b))
      .map((b): ClientPair => [a, b]),
  );
}

/** Each key once: who has both codes is the one whose credit code it is. */
function ownKeys(client: Omit<ClientMarks, 'clientId'>): Key[] {
  const own = new Map<string, Key>();
  for (const key of keysOf(client)) {
    const name = nameOf(key.reason);
    if (own.get(name)?.side !== 'whole') own.set(name, key);
  }
  return [...own.values()];
}

/** All that a client can be met by. */
function keysOf({ nameKeys, codes, appIds, originalIds }: Omit<ClientMarks, 'clientId'>): Key[] {
  const plain = codes.map(plainCode).filter(isTelling);
  const keys = (kind: DuplicateReasonKind, values: readonly string[], side: Side = 'any'): Key[] =>
    [...new Set(values)].map((value) => ({ reason: { kind, value }, side }));
  const whole = plain.filter(isWhole);
  return [
    ...keys('same_code', plain),
    ...keys('code_within', whole.flatMap(partsOf), 'whole'),
    ...keys('code_within', plain.filter(isOld), 'old'),
    ...keys('same_organisation', whole.map(organisationPart).filter(isOrganisation)),
    ...keys('same_app_id', appIds),
    ...keys('same_original_id', originalIds),
    ...keys(
      'same_name',
      nameKeys.filter((key) => key !== ''),
    ),
  ];
}

/** The groups in which links hang together; what is linked for the strongest reason comes first. */
export function duplicateGroups(links: readonly DuplicateLink[]): readonly DuplicateGroup[] {
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    const up = roots.get(id) ?? id;
    if (up === id) return id;
    const root = rootOf(up);
    roots.set(id, root);
    return root;
  };
  for (const { pair } of links) {
    const [a, b] = pairOf(rootOf(pair[0]), rootOf(pair[1]));
    roots.set(b, a);
  }
  const groups = new Map<string, DuplicateLink[]>();
  for (const link of links) {
    const root = rootOf(link.pair[0]);
    groups.set(root, [...(groups.get(root) ?? []), link]);
  }
  return [...groups.values()]
    .map((own) => ({ clientIds: [...new Set(own.flatMap(({ pair }) => pair))].sort(compare), links: own }))
    .sort((a, b) => rankOfGroup(a) - rankOfGroup(b) || compare(a.clientIds.join(), b.clientIds.join()));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = ({ kind, value }: DuplicateReason): string => `${kind} ${value}`;
const rankOf = ({ kind }: DuplicateReason): number => duplicateReasonKinds.indexOf(kind);
const rankOfGroup = ({ links }: DuplicateGroup): number => strongest(links.flatMap(({ reasons }) => reasons));
const strongest = (reasons: readonly DuplicateReason[]): number => Math.min(...reasons.map(rankOf));

/** Mostly a code is stored as it is compared. */
const plainCode = (code: string): string => (/^[0-9A-Z]+$/.test(code) ? code : normaliseCode(code));
/** A stopgap such as 无, 000000000 or 123 says nothing. */
const isTelling = (code: string): boolean => code.length >= 8 && new Set(code).size > 2;
const isWhole = (code: string): boolean => code.length === 18;
/** The organisation code, and the number of the tax register: the area before it. */
const isOld = (code: string): boolean => code.length === 9 || code.length === 15;
const organisationPart = (code: string): string => code.slice(8, 17);
const partsOf = (code: string): string[] => [organisationPart(code), code.slice(2, 17)];

/** Only a part that passes its own check names a body for certain. */
const isOrganisation = (part: string): boolean =>
  /^[0-9A-Z]{8}[0-9X]$/.test(part) && organisationCheckCharacter(part.slice(0, 8)) === part.charAt(8);

/** The strongest first; what follows from a stronger one is left out. */
function tidied(reasons: readonly DuplicateReason[]): DuplicateReason[] {
  const codes = reasons.flatMap(({ kind, value }) => (kind === 'same_code' ? [value] : []));
  return reasons
    .filter(({ kind, value }) => kind !== 'same_organisation' || !codes.some((code) => code.includes(value)))
    .sort((a, b) => rankOf(a) - rankOf(b) || compare(a.value, b.value));
}

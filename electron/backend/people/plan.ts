import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { StayReason } from '#shared/domain/erasure.ts';
import { everydayKinds } from '#shared/domain/person-words.ts';
import type { PersonWordKind } from '#shared/domain/person-words.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import type { HolderRecord } from './hold-queries.ts';
import type { FoundColumn, FoundEvent, FoundRow, PersonLook } from './look.ts';
import { isBusinessName } from './look.ts';
import type { LinkRecord, PaperRecord } from './queries.ts';

/** Why something stays, and what holds it. */
export interface Stay {
  readonly reason: StayReason;
  readonly application: { readonly id: string; readonly number: string } | null;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly untilOn: CalendarDate | null;
}

interface Planned<Thing> {
  readonly thing: Thing;
  /** Null where it goes. */
  readonly stay: Stay | null;
}

/** Columns of one row that lose their words, or stay as they are. */
export interface PlannedRow {
  readonly found: FoundRow;
  readonly columns: readonly string[];
  readonly stay: Stay | null;
}

/** The person's own entry: it goes, or all of it stays, or but the name and number by which papers are told. */
export type PlannedPerson =
  | { readonly deed: 'remove' }
  | { readonly deed: 'stay'; readonly stays: readonly Stay[] }
  | { readonly deed: 'keep_name'; readonly stay: Stay };

export interface ErasurePlan {
  readonly person: PlannedPerson;
  readonly links: readonly Planned<LinkRecord>[];
  readonly papers: readonly Planned<PaperRecord>[];
  readonly rows: readonly PlannedRow[];
  readonly events: readonly Planned<FoundEvent>[];
}

/** What holds the person at their clients, and papers about them. */
export interface Holders {
  readonly today: CalendarDate;
  readonly ofClients: readonly HolderRecord[];
  readonly ofPapers: ReadonlyMap<string, readonly HolderRecord[]>;
  /** Clients that name the person as the one who acts for them. */
  readonly ledClientIds: ReadonlySet<string>;
  /** Files of the tray that were made into papers of theirs, and whether nothing else is left of them. */
  readonly trayFiles: ReadonlyMap<string, boolean>;
}

/** What an erasure does with each thing that is held about a person: what nothing needs goes. */
export function planErasure(look: PersonLook, holders: Holders): ErasurePlan {
  const held = heldClients(look, holders);
  const papers = look.papers.map((thing) => ({ thing, stay: stayOfPaper(thing, holders) }));
  const links = look.links.map((thing) => ({
    thing,
    stay: isActive(thing, holders.today) ? (held.get(thing.client_id)?.[0] ?? null) : null,
  }));
  const rows = [
    ...look.rows.flatMap((found) => plannedRow(found, look, { held, holders })),
    ...look.formerRows.flatMap((found): PlannedRow[] => {
      const isNear = found.clientId !== null && look.clientIds.has(found.clientId);
      if (look.isFormerTheirs && isNear) return plannedRow(found, look, { held, holders });
      return [{ found, columns: found.columns.map(({ name }) => name), stay: because('former') }];
    }),
  ];
  const person = planPerson(look, held, papers, links);
  const events = look.events.map((thing) => ({
    thing,
    stay: stayOfEvent(thing, look, { held, person, papers }),
  }));
  return { person, links, papers, rows, events };
}

const isActive = (link: LinkRecord, today: CalendarDate): boolean =>
  link.deleted_at_ms === null && link.is_client_live === 1 && (link.left_on === null || link.left_on > today);

type HeldClients = ReadonlyMap<string, readonly Stay[]>;

/** Clients with an application under way or an account in force, for which the person stands now. */
function heldClients(look: PersonLook, { today, ofClients, ledClientIds }: Holders): HeldClients {
  const active = new Set(look.links.filter((link) => isActive(link, today)).map((link) => link.client_id));
  const held = new Map<string, Stay[]>();
  // What is under way says more than what is in force.
  for (const holder of ofClients.toSorted(
    (a, b) => Number(a.needs === 'account') - Number(b.needs === 'account'),
  )) {
    const { client_id: clientId } = holder;
    const isLed = ledClientIds.has(clientId) && look.ownWords.some(({ kind }) => kind === 'name');
    if (!active.has(clientId) && !isLed) continue;
    held.set(clientId, [...(held.get(clientId) ?? []), stayOf(holder)]);
  }
  return held;
}

const stayOf = (holder: HolderRecord): Stay => ({
  reason: holder.needs,
  application:
    holder.application_id === null
      ? null
      : { id: holder.application_id, number: holder.application_number ?? '' },
  account: { id: holder.account_id, name: holder.account_name },
  untilOn: holder.until_on,
});

const because = (reason: StayReason, untilOn: CalendarDate | null = null): Stay => ({
  ...{ reason, untilOn },
  ...{ application: null, account: null },
});

/** Of a paper that was destroyed before nothing is left to need. */
function stayOfPaper(paper: PaperRecord, { today, ofPapers }: Holders): Stay | null {
  if (paper.destroyed_at_ms !== null) return null;
  const [holder] = ofPapers.get(paper.id) ?? [];
  if (holder !== undefined) return stayOf(holder);
  const { keep_until_on: until } = paper;
  return until !== null && until >= today ? because('keep_until', until) : null;
}

function planPerson(
  look: PersonLook,
  held: HeldClients,
  papers: readonly Planned<PaperRecord>[],
  links: readonly Planned<LinkRecord>[],
): PlannedPerson {
  const linked = new Set(links.flatMap(({ thing, stay }) => (stay === null ? [] : [thing.client_id])));
  const stays = [...held].filter(([clientId]) => linked.has(clientId)).flatMap(([, each]) => each);
  if (stays.length > 0) return { deed: 'stay', stays };
  if (!papers.some(({ stay }) => stay !== null)) return { deed: 'remove' };
  return { deed: 'keep_name', stay: because('papers') };
}

interface Weighing {
  readonly held: HeldClients;
  readonly holders: Holders;
}

/** The columns of a row, by why they stay; those that stay for nothing lose their words. */
function plannedRow(found: FoundRow, look: PersonLook, weighing: Weighing): PlannedRow[] {
  const groups = new Map<string, { columns: string[]; stay: Stay | null }>();
  const note = (name: string, stay: Stay | null): void => {
    const key = stay?.reason ?? '';
    const group = groups.get(key) ?? { columns: [], stay };
    group.columns.push(name);
    groups.set(key, group);
  };
  for (const column of found.columns) {
    const stay = stayOfColumn(found, column, look, weighing);
    note(column.name, stay);
    // Where one word goes another may stay beside it: somebody else has it too, or it may mean a place.
    if (stay === null && column.shared.length > 0) note(column.name, because('namesake'));
    if (stay === null && column.isUnsure) note(column.name, because('unsure'));
  }
  return [...groups.values()].map((group) => ({ found, ...group }));
}

const ofTheFirm: ReadonlySet<SharedTable> = new Set([
  ...(['consultants', 'settings', 'tags', 'rule_packs', 'rule_overrides', 'holiday_years'] as const),
  ...(['erasures', 'erasure_stays'] as const),
]);

function stayOfColumn(
  { table, row, clientId }: FoundRow,
  column: FoundColumn,
  look: PersonLook,
  { held, holders }: Weighing,
): Stay | null {
  if (table === 'contacts') return because('namesake');
  if (table === 'hand_outs') return because('register');
  if (ofTheFirm.has(table)) return because('firm');
  if (isBusinessName(table, column.name)) return because('business_name');
  const { own } = column;
  if (own.length === 0) return because(column.shared.length > 0 ? 'namesake' : 'unsure');
  if (table === 'intake_files' || table === 'intake_papers')
    return stayOfTray(table === 'intake_files' ? row.id : row.document_id, look, holders);
  return stayAtClient(clientId, own, look, held);
}

/** What waits in the tray is looked at when it is filed; what was filed goes with the paper. */
function stayOfTray(id: unknown, look: PersonLook, { trayFiles }: Holders): Stay | null {
  const isPaper = look.papers.some((paper) => paper.id === id);
  if (isPaper || trayFiles.get(String(id)) === true) return null;
  return because(trayFiles.has(String(id)) ? 'papers' : 'tray');
}

function stayAtClient(
  clientId: string | null,
  own: readonly PersonWordKind[],
  look: PersonLook,
  held: HeldClients,
): Stay | null {
  const holder = clientId === null ? undefined : held.get(clientId)?.[0];
  if (holder !== undefined) return holder;
  const isEveryday = own.every((kind) => everydayKinds.has(kind));
  return isEveryday && clientId !== null && !look.clientIds.has(clientId) ? because('other_client') : null;
}

/** The log of what stays stays with it. */
function stayOfEvent(
  event: FoundEvent,
  look: PersonLook,
  plan: Pick<ErasurePlan, 'person' | 'papers'> & { readonly held: HeldClients },
): Stay | null {
  const { row_table: table, row_id: rowId, client_id: clientId } = event;
  if (table === 'hand_outs') return because('register');
  if (ofTheFirm.has(table)) return because('firm');
  if (rowId === look.person.id) return plan.person.deed === 'stay' ? (plan.person.stays[0] ?? null) : null;
  if (table === 'contacts') return because('namesake');
  const paperId = paperOf(event, look);
  if (paperId !== undefined) return plan.papers.find(({ thing }) => thing.id === paperId)?.stay ?? null;
  if (isNamedAlone(event, look)) return because('business_name');
  return stayAtClient(clientId, event.kinds, look, plan.held);
}

function paperOf({ row_id: rowId }: FoundEvent, look: PersonLook): string | undefined {
  const part = [...look.stated, ...look.files].find((each) => each.id === rowId);
  return part?.document_id ?? look.papers.find((paper) => paper.id === rowId)?.id;
}

/** A business is called so, and nothing else of the event speaks of the person. */
function isNamedAlone({ row_table: table, row_id: rowId }: FoundEvent, look: PersonLook): boolean {
  const found = look.rows.find((row) => row.table === table && row.row.id === rowId);
  return (
    (table === 'clients' || table === 'accounts' || table === 'client_identifiers') &&
    found?.columns.every(({ name }) => isBusinessName(table, name)) === true
  );
}

import type { Erasure, ErasurePreview, PersonReport } from '#shared/contract/people.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { mapInSteps } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Backend } from '#backend/backend.ts';
import { afterLongChange, undisturbed } from '#backend/in-turns.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import { textOrders } from '#backend/summaries/name-order.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import { countErasures, pageOfErasures, staysOf } from './erasures-queries.ts';
import type { ErasureRecord, StayRecord } from './erasures-queries.ts';
import * as holders from './hold-queries.ts';
import { itemsOf } from './items.ts';
import { lookAt } from './look.ts';
import type { PersonLook } from './look.ts';
import { planErasure } from './plan.ts';
import type { ErasurePlan, Holders } from './plan.ts';
import * as queries from './queries.ts';
import { reportOf } from './report.ts';

interface PageInput {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** How names are sorted. Reading one takes its time, and there are thousands; they are few that change. */
const orderOf = textOrders();

/**
 * People by name as Chinese lists are ordered, those of one name by their ids. Throws AppError NOT_FOUND for a cursor that is not ours.
 */
export function listPeople({ db }: Pick<Backend, 'db'>, { text, ...range }: PageInput & { text: string }) {
  const after = range.after === null ? undefined : pageKeyOf(range.after);
  const all = queries
    .peopleNamed(db, text)
    .map(({ id, name }) => ({ id, value: `${orderOf(name)} ${id}` }))
    .sort((one, other) => (one.value < other.value ? -1 : 1));
  const from = after === undefined ? 0 : all.filter(({ value }) => value <= String(after.value)).length;
  const keys = all.slice(from + range.skip, from + range.skip + range.limit);
  const records = new Map(
    queries
      .peopleById(
        db,
        keys.map(({ id }) => id),
      )
      .map((record) => [record.id, record]),
  );
  const last = keys.at(-1);
  return {
    rows: keys
      .flatMap(({ id }) => records.get(id) ?? [])
      .map((record) => ({
        id: record.id,
        name: record.name,
        phone: record.phone,
        idNumber: record.id_number,
        clientNames: JSON.parse(record.client_names) as string[],
        clientCount: record.client_count,
        paperCount: record.paper_count,
        isTrashed: record.deleted_at_ms !== null,
      })),
    nextCursor: last !== undefined && last.id !== all.at(-1)?.id ? cursorOf(last) : null,
    total: all.length,
  };
}

/** Everything about one person, of one state of the data. Throws AppError NOT_FOUND, CANCELLED. */
export async function* reportPerson(
  backend: Backend,
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<PersonReport>> {
  yield working(0, 1);
  await turnToOthers(signal);
  await afterLongChange(backend, signal);
  const looking = function* (): InSteps<PersonReport> {
    return reportOf(backend, yield* lookAt(backend, id));
  };
  yield finished(await undisturbed(backend, looking, signal));
}

export interface Planned {
  readonly look: PersonLook;
  readonly plan: ErasurePlan;
}

/** What is held about a person, and what an erasure would do with it. */
export function* planFor(backend: Backend, id: string): InSteps<Planned> {
  const look = yield* lookAt(backend, id);
  return { look, plan: planErasure(look, holdersOf(backend, look)) };
}

function holdersOf({ db, clock }: Backend, look: PersonLook): Holders {
  const today = clock.today();
  const paperIds = look.papers.map(({ id }) => id);
  const led = holders.clientsLedBy(db, look.person.name);
  const clientIds = [...new Set([...look.clientIds, ...led])];
  const ofPapers = new Map<string, holders.PaperHolderRecord[]>();
  for (const holder of holders.holdersOfPapers(db, paperIds, today))
    ofPapers.set(holder.document_id, [...(ofPapers.get(holder.document_id) ?? []), holder]);
  const trayFiles = queries.trayFilesOf(db, paperIds);
  return {
    today,
    ofPapers,
    ofClients: holders.holdersOfClients(db, clientIds, today),
    // A client that the person has nothing else to do with may be led by somebody of the same name.
    ledClientIds: new Set(led.filter((clientId) => look.clientIds.has(clientId))),
    trayFiles: new Map(trayFiles.map(({ id, is_used_up: isUsedUp }) => [id, isUsedUp === 1])),
  };
}

/** What an erasure would take and leave. Throws AppError NOT_FOUND, CANCELLED. */
export async function* previewErasure(
  backend: Backend,
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<ErasurePreview>> {
  yield working(0, 1);
  await turnToOthers(signal);
  await afterLongChange(backend, signal);
  const looking = function* (): InSteps<ErasurePreview> {
    const { look, plan } = yield* planFor(backend, id);
    const items = yield* mapInSteps(itemsOf(backend, look, plan), (item) => item);
    return { name: look.person.name, isWhole: plan.person.deed === 'remove', items };
  };
  yield finished(await undisturbed(backend, looking, signal));
}

/** The erasures, the latest first. Throws AppError NOT_FOUND for a cursor that is not ours. */
export function listErasures({ db }: Pick<Backend, 'db'>, { after, skip, limit }: PageInput) {
  const key = after === null ? undefined : pageKeyOf(after);
  const found = pageOfErasures(db, { after: key, skip, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const stays = staysOf(
    db,
    page.map(({ id }) => id),
  );
  return {
    rows: page.map((record) =>
      erasureOf(
        record,
        stays.filter((stay) => stay.erasure_id === record.id),
      ),
    ),
    nextCursor:
      found.length > limit && last !== undefined ? cursorOf({ value: last.erased_at_ms, id: last.id }) : null,
    total: countErasures(db),
  };
}

export const erasureOf = (record: ErasureRecord, stays: readonly StayRecord[]): Erasure => ({
  id: record.id,
  atMs: record.erased_at_ms,
  consultantName: record.consultant_name,
  remark: record.remark,
  isWhole: record.is_whole === 1,
  rowCount: record.row_count,
  paperCount: record.paper_count,
  fileCount: record.file_count,
  eventCount: record.event_count,
  stays: stays.map((stay) => ({
    what: stay.what,
    reason: stay.reason,
    application:
      stay.application_id === null
        ? null
        : { id: stay.application_id, number: stay.application_number ?? '' },
    account: stay.account_id === null ? null : { id: stay.account_id, name: stay.account_name ?? '' },
    documentId: stay.document_id,
    documentKind: stay.document_kind,
    untilOn: stay.until_on,
    count: stay.row_count,
  })),
});

import { createHash } from 'node:crypto';
import type { BulkOutcome, ClientsLook, ToPrint } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { commonValue } from '#shared/domain/common-value.ts';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { openIdsOfClients, toPrintOf } from '#backend/applications/many.ts';
import type { Backend } from '#backend/backend.ts';
import { changeClient, removeClient } from '#backend/clients/service.ts';
import { countClientsByGroup, readChosen } from '#backend/clients/table/table.ts';
import { changeSomeTags } from '#backend/clients/tags.ts';
import { requireConsultant } from '#backend/settings/service.ts';
import type { Input } from './input.ts';
import { goneOf, rowByRow } from './row-by-row.ts';

type Chosen = Input<'lookAtClients'>;

/** What the clients that are meant have in common. */
export function lookAtClients(backend: Backend, chosen: Chosen): ClientsLook {
  const { filter, rows, group: by } = chosen;
  const groups = by === undefined ? [] : countClientsByGroup(backend, { ...filter, rows }, by);
  return { ...lookOf(chosen, read(backend, chosen)), groups };
}

/** What names the checklists of the applications under way of the clients that are meant. */
export function toPrintOfClients(backend: Backend, chosen: Chosen): ToPrint {
  const ids = read(backend, chosen).clients.map(({ id }) => id);
  return toPrintOf(backend, openIdsOfClients(backend, ids));
}

type Found = ReturnType<typeof readChosen>;
const read = (backend: Backend, { filter, rows }: Chosen): Found => readChosen(backend, { ...filter, rows });

function lookOf({ rows }: Chosen, found: Found): Omit<ClientsLook, 'groups'> {
  const { clients, tags } = found;
  const common = <Key extends keyof (typeof clients)[number]>(key: Key) =>
    commonValue(clients.map((client) => client[key]));
  const counts = new Map<string, number>();
  for (const { name } of tags) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    count: clients.length,
    gone: goneOf(
      rows,
      clients.map(({ id }) => id),
    ),
    fields: {
      consultantId: common('consultant_id'),
      serviceStatus: common('service_status'),
      serviceSinceOn: common('service_since_on') as CommonValue<CalendarDate | null>,
      serviceFeeFen: common('service_fee_fen'),
      standing: common('standing'),
      standingCheckedOn: common('standing_checked_on') as CommonValue<CalendarDate | null>,
      annualReportYear: common('annual_report_year'),
    },
    tags: [...counts].map(([name, count]) => ({ name, count })),
    serviceFeeTotalFen: clients.reduce((sum, client) => sum + (client.service_fee_fen ?? 0), 0),
    seen: createHash('sha256').update(JSON.stringify(found)).digest('hex'),
  };
}

/**
 * Writes the same to all clients that are meant. Throws AppError NOT_FOUND (the consultant), STALE (with `seen`: they are
 * others, or other than they were seen), REPORT_YEAR_NOT_OVER, and what `writeInParts` throws; nothing is changed then.
 */
export async function* writeClients(
  backend: Backend,
  { changes, addTags, removeTags, seen, ...chosen }: Input<'writeClients'>,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  if (typeof changes.consultantId === 'string') requireConsultant(backend, changes.consultantId);
  const found = read(backend, chosen);
  if (seen !== undefined && seen !== lookOf(chosen, found).seen)
    throw new AppError('STALE', { field: 'rows', expected: null, found: null });
  const tags = { add: addTags, remove: removeTags };
  yield* rowByRow(
    backend,
    {
      action: 'bulk.clients',
      table: 'clients',
      ids: found.clients.map(({ id }) => id),
      write: (change, id) => {
        const isChanged = changeClient(backend, change, id, { base: {}, changes });
        return changeSomeTags(backend, change, id, tags) || isChanged;
      },
    },
    signal,
  );
}

/** Moves all clients that are meant to the trash, with everything that is theirs. Throws what `writeInParts` throws. */
export async function* trashClients(
  backend: Backend,
  chosen: Chosen,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  const ids = read(backend, chosen).clients.map(({ id }) => id);
  const write = (change: Parameters<typeof removeClient>[1], id: string): boolean => {
    removeClient(backend, change, id);
    return true;
  };
  yield* rowByRow(backend, { action: 'bulk.trashClients', table: 'clients', ids, write }, signal);
}

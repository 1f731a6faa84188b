import type { ErasureItem } from '#shared/contract/people.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import { backupsHolding, copiesElsewhere } from './backups.ts';
import type { PersonLook } from './look.ts';
import type { ErasurePlan, Stay } from './plan.ts';
import { namedBy } from './report.ts';

const plain = {
  ...{ table: null, rowId: null, title: '', documentKind: null, clientId: null, clientName: null },
  ...{ reason: null, application: null, account: null, untilOn: null, count: 1 },
} as const satisfies Partial<ErasureItem>;

const held = (stay: Stay | null): Pick<ErasureItem, 'reason' | 'application' | 'account' | 'untilOn'> =>
  stay ?? { reason: null, application: null, account: null, untilOn: null };

/** A line is long enough to be known again. */
const longest = 120;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What is no text that anybody wrote. */
const isOfData = (table: string): boolean => table === 'judgements' || table === 'saved_views';

/** An erasure as a list: what goes, what loses its words, what stays and why. */
export function itemsOf(backend: Backend, look: PersonLook, plan: ErasurePlan): ErasureItem[] {
  const named = namedBy(backend);
  return [
    ...personItems(look, plan),
    ...plan.links.map(({ thing, stay }): ErasureItem => ({
      ...{ ...plain, deed: stay === null ? 'remove' : 'stay', what: 'link' },
      ...{ table: 'client_contacts', rowId: thing.id },
      ...named(thing.client_id),
      ...held(stay),
    })),
    ...plan.papers.map(({ thing, stay }): ErasureItem => ({
      ...{
        ...plain,
        deed: stay !== null ? 'stay' : thing.destroyed_at_ms === null ? 'remove' : 'blank',
        what: 'paper',
      },
      ...{ table: 'documents', rowId: thing.id, title: thing.title, documentKind: thing.kind },
      ...named(thing.client_id),
      ...held(stay),
    })),
    ...plan.rows.map(({ found, columns, stay }): ErasureItem => ({
      ...{ ...plain, deed: stay === null ? 'blank' : 'stay' },
      what: found.table === 'hand_outs' ? 'copy' : 'words',
      ...{ table: found.table, rowId: String(found.row.id) },
      title: isOfData(found.table) ? '' : cut(columns.map((name) => String(found.row[name])).join(' · ')),
      ...named(found.clientId),
      ...held(stay),
    })),
    ...textItems(look),
    ...eventItems(plan),
    ...look.locals.map(({ id, table, isOwn }): ErasureItem =>
      id.startsWith('draft.') && isOwn
        ? { ...plain, deed: 'blank', what: 'draft', table, rowId: id }
        : { ...plain, deed: 'stay', what: 'draft', table, rowId: id, reason: 'firm' },
    ),
    ...backupsHolding(backend).map(({ name }): ErasureItem => ({
      ...{ ...plain, deed: 'stay', what: 'backup', title: name, reason: 'backup' },
    })),
    ...copiesElsewhere(backend).map(({ name, reason }): ErasureItem => ({
      ...{ ...plain, deed: 'stay', what: 'backup', title: name, reason },
    })),
  ];
}

function personItems({ person }: PersonLook, plan: ErasurePlan): ErasureItem[] {
  const own = { ...plain, what: 'person', table: 'contacts', rowId: person.id, title: person.name } as const;
  switch (plan.person.deed) {
    case 'remove':
      return [{ ...own, deed: 'remove' }];
    case 'keep_name':
      return [
        { ...own, deed: 'blank' },
        { ...own, deed: 'stay', ...held(plan.person.stay) },
      ];
    case 'stay':
      return plan.person.stays.map((stay): ErasureItem => ({ ...own, deed: 'stay', ...held(stay) }));
  }
}

const textItems = ({ texts }: PersonLook): ErasureItem[] =>
  texts.flatMap(({ sha256, owners }): ErasureItem[] =>
    owners.length === 0
      ? [{ ...plain, deed: 'stay', what: 'text', table: 'file_texts', rowId: sha256, reason: 'tray' }]
      : owners.map((owner) => ({
          ...{ ...plain, deed: 'stay', what: 'text', table: 'documents', rowId: owner.document_id },
          ...{ title: owner.title, documentKind: owner.kind as DocumentKind, reason: 'other_paper' },
          ...{ clientId: owner.client_id, clientName: owner.client_name },
        })),
  );

/** The log by what becomes of it: there may be thousands of entries. */
function eventItems({ events }: ErasurePlan): ErasureItem[] {
  const counts = new Map<string, ErasureItem>();
  for (const { stay } of events) {
    const key = stay === null ? '' : [stay.reason, stay.application?.id, stay.account?.id].join(' ');
    const known = counts.get(key);
    counts.set(key, {
      ...{ ...plain, deed: stay === null ? 'blank' : 'stay', what: 'event', table: 'events' },
      ...held(stay),
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...counts.values()];
}

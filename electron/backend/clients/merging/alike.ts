import type { AlikeFound } from '#shared/contract/merging.ts';
import type { DuplicateIndex } from '#shared/domain/duplicate-clients.ts';
import { otherFormsOf } from '#shared/domain/legal-form.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { Backend } from '#backend/backend.ts';
import { indexOfFirm } from './kept-index.ts';
import * as queries from './queries.ts';

/** More than these of a kind say nothing more. */
const mostAlike = 5;

interface Typed {
  readonly name: string;
  readonly creditCode: string;
}

/**
 * Clients that may be the one that is about to be made, by the rules of the duplicates, and those that are called so but for
 * the way in which the legal form is written. Nobody in the trash is among them.
 */
export async function findAlike(backend: Backend, typed: Typed): Promise<AlikeFound> {
  const { byName, otherwise, all } = alikeIn(await indexOfFirm(backend), typed);
  const firsts = new Set([...byName.slice(0, mostAlike), ...otherwise.slice(0, mostAlike)]);
  const shown = all.filter((client) => firsts.has(client));
  const records = queries.listedClients(
    backend.db,
    shown.map(({ clientId }) => clientId),
  );
  const known = new Map(records.map((record) => [record.id, record]));
  return {
    totals: { byName: byName.length, otherwise: otherwise.length },
    clients: shown.flatMap(({ clientId: id, reasons }) => {
      const record = known.get(id);
      if (record === undefined) return [];
      return { id, name: record.name, creditCode: record.credit_code, reasons: [...reasons] };
    }),
  };
}

interface Alike {
  readonly clientId: string;
  readonly reasons: readonly AlikeFound['clients'][number]['reasons'][number][];
}

/** The surest first. */
function alikeIn(index: DuplicateIndex, { name, creditCode }: Typed) {
  const key = nameKey(name);
  const none = { nameKeys: [], codes: [], appIds: [], originalIds: [] };
  const codes = creditCode === '' ? [] : [creditCode];
  const sure: readonly Alike[] = index.alike({ ...none, nameKeys: [key], codes });
  const met = new Set(sure.map(({ clientId }) => clientId));
  const inOtherForm = index
    .alike({ ...none, nameKeys: otherFormsOf(key) })
    .filter(({ clientId }) => !met.has(clientId))
    .map(({ clientId, reasons }): Alike => {
      return { clientId, reasons: reasons.map(({ value }) => ({ kind: 'other_form', value })) };
    });
  return {
    byName: [...sure.filter(isNamesake), ...inOtherForm],
    otherwise: sure.filter((client) => !isNamesake(client)),
    all: [...sure, ...inOtherForm],
  };
}

const isNamesake = ({ reasons }: Alike): boolean => reasons.some(({ kind }) => kind === 'same_name');

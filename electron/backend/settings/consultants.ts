import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { consultantRow } from '#shared/contract/settings.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Db } from '#backend/db/open.ts';
import { consultantNamed, countClientsOf, listConsultantRecords } from './queries.ts';
import { actingConsultantId, requireConsultant } from './service.ts';

export type ConsultantRow = z.infer<typeof consultantRow>;
export type ConsultantFields = Omit<ConsultantRow, 'id' | 'clientCount'>;

/** The people of the firm, in the order in which they came, each with the number of their clients. */
export function listConsultants(backend: Backend): ConsultantRow[] {
  return listConsultantRecords(backend.db).map((record) => ({
    id: record.id,
    name: record.name,
    phone: record.phone,
    email: record.email,
    weeklyCapacity: record.weekly_capacity,
    clientCount: record.client_count,
  }));
}

/** Name of the consultant at this computer; null when nobody was chosen. */
export function actingConsultantName(db: Db): string | null {
  const id = actingConsultantId(db);
  return listConsultantRecords(db).find((record) => record.id === id)?.name ?? null;
}

/** Writes a consultant, a new one when `id` is null. Throws AppError: NOT_FOUND, DUPLICATE_NAME. */
export function saveConsultant(
  backend: Backend,
  id: string | null,
  { name, phone, email, weeklyCapacity }: ConsultantFields,
): { changeId: string | null; id: string } {
  const { changeId, result } = backend.changes.record('consultants.save', (change) => {
    if (id !== null) requireConsultant(backend, id);
    const named = consultantNamed(backend.db, name);
    if (named !== undefined && named.id !== id) throw new AppError('DUPLICATE_NAME', { name });
    const columns = {
      name,
      phone: textColumn(phone),
      email: textColumn(email),
      weekly_capacity: weeklyCapacity,
    };
    if (id === null) return change.insert('consultants', columns);
    change.update('consultants', id, columns);
    return id;
  });
  return { changeId, id: result };
}

/** Takes a consultant away. Throws AppError: NOT_FOUND, IN_USE while clients are in that person's care. */
export function trashConsultant(backend: Backend, id: string): { changeId: string | null } {
  const { changeId } = backend.changes.record('consultants.trash', (change) => {
    requireConsultant(backend, id);
    const count = countClientsOf(backend.db, id);
    if (count > 0) throw new AppError('IN_USE', { what: 'clients', count });
    change.remove('consultants', id);
  });
  return { changeId };
}

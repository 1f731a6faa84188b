import { numbersOf } from '#shared/domain/account-numbers.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type {
  AccountFacts,
  ClientFacts,
  DocumentFacts,
  FeeFacts,
  TaskFacts,
} from '#shared/domain/client-facts.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { endedOrdersOf } from '#backend/aftercare/service.ts';
import { applicationFacts } from '#backend/applications/facts.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import * as queries from './queries.ts';

/** The facts of each client from which its duties follow; clients that are gone or no longer served have none. */
export function* factsOf(backend: Backend, clientIds: readonly string[]): Generator<ClientFacts> {
  const { db, clock } = backend;
  for (const client of queries.liveClients(db, clientIds)) {
    yield {
      client: {
        clientId: client.id,
        name: client.name,
        entityType: client.entity_type as EntityType,
        ...(client.consultant_id !== null && { consultantId: client.consultant_id }),
        ...(client.established_on !== null && { establishedOn: client.established_on as CalendarDate }),
        ...(client.licence_until_on !== null && { licenceUntil: client.licence_until_on as CalendarDate }),
        ...(client.licence_forever === 1 && { licenceUntil: 'forever' as const }),
        ...(client.annual_report_year !== null && { annualReportYear: client.annual_report_year }),
      },
      today: clock.today(),
      accounts: accountsOf(db, client.id),
      applications: applicationFacts(backend, client.id),
      endedOrders: endedOrdersOf(backend, client.id),
      documents: documentsOf(db, client.id),
      fees: feesOf(db, client.id),
      tasks: tasksOf(db, client.id),
    };
  }
}

const accountsOf = (db: Db, clientId: string): AccountFacts[] =>
  queries.accountFacts(db, clientId).map((row) => ({
    accountId: row.id,
    name: row.name,
    platform: row.platform as Platform,
    accountKind: row.kind as AccountKind,
    ...(row.certified_until_on !== null && { certifiedUntil: row.certified_until_on as CalendarDate }),
    numbers: numbersOf({
      kind: row.kind as AccountKind,
      appId: row.app_id,
      originalId: row.original_id,
      filingNumber: row.filing_number,
    }),
  }));

const documentsOf = (db: Db, clientId: string): DocumentFacts[] =>
  queries.documentFacts(db, clientId).map((row) => ({
    documentId: row.id,
    kind: row.kind as DocumentKind,
    filedOn: dateOfInstant(row.created_at_ms),
    ...(row.valid_forever === 1 && { validUntil: 'forever' as const }),
    ...(row.valid_until_on !== null && { validUntil: row.valid_until_on as CalendarDate }),
  }));

const feesOf = (db: Db, clientId: string): FeeFacts[] =>
  queries.feeFacts(db, clientId).map((row) => ({
    feeId: row.id,
    title: row.title,
    owedFen: row.owed_fen,
    chargedOn: row.charged_on as CalendarDate,
    ...(row.due_on !== null && { dueOn: row.due_on as CalendarDate }),
    ...(row.application_id !== null && { applicationId: row.application_id }),
  }));

/** Those of a client, or, for null, those that belong to none. */
export const tasksOf = (db: Db, clientId: string | null): TaskFacts[] =>
  queries.taskFacts(db, clientId).map((row) => ({
    taskId: row.id,
    title: row.title,
    isDone: row.done_at_ms !== null,
    dueOn: row.due_on as CalendarDate,
    ...(row.application_id !== null && { applicationId: row.application_id }),
    ...(row.consultant_id !== null && { consultantId: row.consultant_id }),
  }));

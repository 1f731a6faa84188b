import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ImportValues } from '#shared/domain/import-fields.ts';
import type { PlannedAccount, PlannedClient } from '#shared/domain/import-plan.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { Standing } from '#shared/domain/standing.ts';
import type { ClientFields } from '#shared/contract/clients.ts';
import { addAccount, appIdColumn } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import { addClient, changeClient, changeTags } from '#backend/clients/service.ts';
import type { Change } from '#backend/db/change.ts';
import type { StoredFirm } from './firm.ts';
import { writePeople } from './write-people.ts';

/** Writes what the plan came to of one client: a new one whole, of a known one only what differs. */
export function writeClient(
  backend: Backend,
  change: Change,
  planned: PlannedClient,
  firm: StoredFirm,
): void {
  const { values, tags, accounts } = planned;
  const fields = fieldsOf(values, consultantIdOf(change, values.consultant, firm));
  const known = planned.clientId === null ? undefined : firm.existing.byId(planned.clientId);
  const id = planned.clientId ?? addClient(backend, change, newClientOf(values, fields));
  if (known !== undefined && Object.keys(fields).length > 0)
    changeClient(backend, change, id, { base: {}, changes: fields });
  if (tags.length > (known?.tags.length ?? 0)) changeTags(backend, change, id, tags);
  writePeople(backend, change, id, values, firm.people.get(id) ?? [], known?.values.legalRepresentative);
  writeBankAccount(change, id, values, firm.banks.get(id)?.id, values.name ?? known?.values.name ?? '');
  for (const account of accounts) writeAccount(backend, change, id, account);
}

function newClientOf({ name = '', entityType }: ImportValues, fields: Partial<ClientFields>) {
  return { ...fields, name, entityType: entityType as EntityType };
}

/** A consultant by name; one whom nobody knows yet is added. */
function consultantIdOf(
  change: Change,
  name: string | undefined,
  { consultantIds }: StoredFirm,
): string | undefined {
  if (name === undefined) return undefined;
  const id = consultantIds.get(name) ?? change.insert('consultants', { name });
  consultantIds.set(name, id);
  return id;
}

/** Only the fields that the sheet adds; the values were checked when the rows were read. */
function fieldsOf(values: ImportValues, consultantId: string | undefined): Partial<ClientFields> {
  const {
    name,
    creditCode,
    entityType,
    legalRepresentative,
    address,
    establishedOn,
    licenceUntil,
    standing,
    standingCheckedOn,
    serviceFee,
    remark,
  } = values;
  return {
    ...(name !== undefined && { name }),
    ...(creditCode !== undefined && { creditCode }),
    ...(entityType !== undefined && { entityType: entityType as EntityType }),
    ...(legalRepresentative !== undefined && { legalRepresentative }),
    ...(address !== undefined && { address }),
    ...(establishedOn !== undefined && { establishedOn: calendarDate(establishedOn) }),
    ...(licenceUntil !== undefined && {
      licenceUntil: licenceUntil === 'forever' ? ('forever' as const) : calendarDate(licenceUntil),
    }),
    // A new standing without its day was not found on the day of the former one.
    ...(standing !== undefined && { standing: standing as Standing, standingCheckedOn: null }),
    ...(standingCheckedOn !== undefined && { standingCheckedOn: calendarDate(standingCheckedOn) }),
    ...(serviceFee !== undefined && { serviceFeeFen: Number(serviceFee) }),
    ...(remark !== undefined && { remark }),
    ...(consultantId !== undefined && { consultantId }),
  };
}

function writeBankAccount(
  change: Change,
  clientId: string,
  { bankName, bankHolder, bankNumber }: ImportValues,
  knownId: string | undefined,
  clientName: string,
): void {
  if (bankName === undefined && bankHolder === undefined && bankNumber === undefined) return;
  const columns = {
    ...(bankName !== undefined && { bank_name: bankName }),
    ...(bankHolder !== undefined && { holder_name: bankHolder }),
    ...(bankNumber !== undefined && { account_number: bankNumber }),
  };
  if (knownId !== undefined) change.update('bank_accounts', knownId, columns);
  else
    change.insert('bank_accounts', {
      client_id: clientId,
      kind: 'basic',
      holder_name: clientName,
      ...columns,
    });
}

function writeAccount(
  backend: Backend,
  change: Change,
  clientId: string,
  { accountId, kind, values }: PlannedAccount,
): void {
  const { platform = 'wechat', accountName, appId, certifiedUntil } = values;
  if (accountId === null) {
    addAccount(backend, change, clientId, {
      platform: platform as Platform,
      kind,
      name: accountName ?? '',
      ...(appId !== undefined && { appId }),
      ...(certifiedUntil !== undefined && { certifiedUntilOn: calendarDate(certifiedUntil) }),
    });
    return;
  }
  change.update('accounts', accountId, {
    ...(accountName !== undefined && { name: accountName }),
    ...(appId !== undefined && { app_id: appIdColumn(appId) }),
    // The exact instant came with the old date.
    ...(certifiedUntil !== undefined && { certified_until_on: certifiedUntil, certified_until_at_ms: null }),
  });
}

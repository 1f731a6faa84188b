import type { z } from 'zod';
import type { bankAccountFields, ClientFields, ContactFields } from '#shared/contract/clients.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { flagColumn, textColumn } from '#backend/columns.ts';
import type { Row } from '#backend/db/change.ts';
import type { BankAccountRecord, ClientRecord, ContactRecord } from './queries.ts';

export type BankAccountFields = z.infer<typeof bankAccountFields>;

/** Only the columns of the fields that are there. The credit code is stored as the registry writes it. */
export function columnsOf(fields: Partial<ClientFields>): Row {
  const { name, licenceUntil } = fields;
  return {
    ...(name !== undefined && { name, name_key: nameKey(name) }),
    ...(fields.entityType !== undefined && { entity_type: fields.entityType }),
    ...(fields.creditCode !== undefined && { credit_code: creditCodeColumn(fields.creditCode) }),
    ...(fields.creditCodeNote !== undefined && { credit_code_note: textColumn(fields.creditCodeNote) }),
    ...(fields.legalRepresentative !== undefined && {
      legal_representative: textColumn(fields.legalRepresentative),
    }),
    ...(fields.address !== undefined && { address: textColumn(fields.address) }),
    ...(fields.establishedOn !== undefined && { established_on: fields.establishedOn }),
    ...(licenceUntil !== undefined && {
      licence_until_on: licenceUntil === 'forever' ? null : licenceUntil,
      licence_forever: licenceUntil === 'forever' ? 1 : 0,
    }),
    ...(fields.standing !== undefined && { standing: fields.standing }),
    ...(fields.standingCheckedOn !== undefined && { standing_checked_on: fields.standingCheckedOn }),
    ...(fields.businessScope !== undefined && { business_scope: textColumn(fields.businessScope) }),
    ...(fields.annualReportYear !== undefined && { annual_report_year: fields.annualReportYear }),
    ...(fields.consultantId !== undefined && { consultant_id: fields.consultantId }),
    ...(fields.serviceStatus !== undefined && { service_status: fields.serviceStatus }),
    ...(fields.serviceSinceOn !== undefined && { service_since_on: fields.serviceSinceOn }),
    ...(fields.serviceFeeFen !== undefined && { service_fee_fen: fields.serviceFeeFen }),
    ...(fields.remark !== undefined && { remark: textColumn(fields.remark) }),
  };
}

export const creditCodeColumn = (text: string | null): string | null => textColumn(normaliseCode(text ?? ''));

export function fieldsOf(record: ClientRecord): ClientFields {
  return {
    name: record.name,
    entityType: record.entity_type,
    creditCode: record.credit_code,
    creditCodeNote: record.credit_code_note,
    legalRepresentative: record.legal_representative,
    address: record.address,
    establishedOn: record.established_on as CalendarDate | null,
    licenceUntil: record.licence_forever === 1 ? 'forever' : (record.licence_until_on as CalendarDate | null),
    standing: record.standing,
    standingCheckedOn: record.standing_checked_on as CalendarDate | null,
    businessScope: record.business_scope,
    annualReportYear: record.annual_report_year,
    consultantId: record.consultant_id,
    serviceStatus: record.service_status,
    serviceSinceOn: record.service_since_on as CalendarDate | null,
    serviceFeeFen: record.service_fee_fen,
    remark: record.remark,
  };
}

/** What is said of the person, whichever client is asked. */
export const personColumns = (contact: ContactFields) => ({
  name: contact.name,
  phone: textColumn(contact.phone),
  email: textColumn(contact.email),
  wechat: textColumn(contact.wechat),
  id_number: textColumn(normaliseCode(contact.idNumber ?? '')),
  available_hours: textColumn(contact.availableHours),
});

/** What the person is at one client. */
export const roleColumns = (contact: ContactFields) => ({
  is_legal_representative: flagColumn(contact.isLegalRepresentative),
  is_administrator: flagColumn(contact.isAdministrator),
  is_finance: flagColumn(contact.isFinance),
  answers_calls: flagColumn(contact.answersCalls),
  left_on: contact.leftOn,
});

export const contactFieldsOf = (record: Omit<ContactRecord, 'id' | 'contact_id'>): ContactFields => ({
  name: record.name,
  phone: record.phone,
  email: record.email,
  wechat: record.wechat,
  idNumber: record.id_number,
  availableHours: record.available_hours,
  isLegalRepresentative: record.is_legal_representative === 1,
  isAdministrator: record.is_administrator === 1,
  isFinance: record.is_finance === 1,
  answersCalls: record.answers_calls === 1,
  leftOn: record.left_on as CalendarDate | null,
});

export const bankAccountColumns = ({
  kind,
  holderName,
  bankName,
  accountNumber,
  permitNumber,
  clearingCode,
}: BankAccountFields) => ({
  kind,
  holder_name: holderName,
  bank_name: textColumn(bankName),
  account_number: textColumn(normaliseCode(accountNumber ?? '')),
  ...(permitNumber !== undefined && { permit_number: textColumn(normaliseCode(permitNumber ?? '')) }),
  ...(clearingCode !== undefined && { clearing_code: textColumn(normaliseCode(clearingCode ?? '')) }),
});

export const bankAccountFieldsOf = (record: Omit<BankAccountRecord, 'id' | 'client_id'>) => ({
  kind: record.kind,
  holderName: record.holder_name,
  bankName: record.bank_name,
  accountNumber: record.account_number,
  permitNumber: record.permit_number,
  clearingCode: record.clearing_code,
});

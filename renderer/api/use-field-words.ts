import { useQuery } from '@tanstack/react-query';
import type { StaleField } from '#shared/contract/errors.ts';
import { useApi } from './api.tsx';
import { columnOf } from './field-columns.ts';
import type { ConflictOf, Side } from './conflicts.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Words = Readonly<Record<string, string>>;
type Value = StaleField['found'];

/** Names of the fields of a client, an account or a paper, or of what is named, and their values in words. */
export function useFieldWords(of?: ConflictOf) {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const consultants = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const nowMs = useQuery(query.system.info.queryOptions()).data?.nowMs ?? Date.now();
  const labels: Words = {
    ...t('vocabulary.statedField', { returnObjects: true }),
    ...t('client.history.field', { returnObjects: true }),
    ...(of !== undefined && ownLabels(of, t)),
  };
  const choices: Words = {
    ...t('vocabulary.entityType', { returnObjects: true }),
    ...t('vocabulary.serviceStatus', { returnObjects: true }),
    ...t('vocabulary.standing', { returnObjects: true }),
    ...t('vocabulary.platform', { returnObjects: true }),
    ...t('vocabulary.accountKind', { returnObjects: true }),
    ...t('vocabulary.documentKind', { returnObjects: true }),
    ...(of === 'bank_accounts' && t('vocabulary.bankAccountKind', { returnObjects: true })),
    ...(of === 'fees' && t('vocabulary.feeKind', { returnObjects: true })),
    forever: t('status.word.no_expiry'),
  };
  const label = (field: string): string => labels[columnOf(field)] ?? field;
  const value = (field: string, value: Value): string => {
    if (value === null || value === '') return t('client.history.nothing');
    if (typeof value === 'boolean') return t(value ? 'client.history.yes' : 'client.history.no');
    if (field.endsWith('Fen')) return format.moneyWithUnit(Number(value));
    if (field.endsWith('AtMs')) return format.moment(Number(value), nowMs);
    if (field === 'consultantId')
      return consultants.find(({ id }) => id === value)?.name ?? t('client.history.other');
    if (field.endsWith('Id') && field !== 'appId' && field !== 'originalId') return t('client.history.other');
    return isChoice(field) ? (choices[String(value)] ?? String(value)) : String(value);
  };
  const side = (which: Side, name: string, text: string): string =>
    t(`components.conflict.choose.${which}`, { field: name, value: text });
  return { label, value, side };
}

/** Fields by the words of their own form, where they are called otherwise elsewhere. */
function ownLabels(of: ConflictOf, t: TFunction): Words {
  switch (of) {
    case 'contacts':
      return { name: t('client.person.name') };
    case 'bank_accounts':
      return {};
    case 'fees':
      return { due_on: t('client.fees.dueOn') };
  }
}

const choiceFields: ReadonlySet<string> = new Set([
  ...['entityType', 'serviceStatus', 'standing', 'platform', 'kind', 'licenceUntil', 'validUntil'],
]);
const isChoice = (field: string): boolean => choiceFields.has(field);

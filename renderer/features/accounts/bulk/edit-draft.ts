/** What is to be written to many accounts: only what was touched. */
import type { AccountBulkFields, AccountFieldsLook } from '#shared/contract/bulk-accounts.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';

export type AccountDraft = Partial<AccountBulkFields>;

/** The draft with one field touched, or with undefined as it was. */
export function touched<Key extends keyof AccountDraft>(
  draft: AccountDraft,
  key: Key,
  value: AccountDraft[Key] | undefined,
): AccountDraft {
  const next: Readonly<Record<string, unknown>> = { ...draft, [key]: value };
  return Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined));
}

/** Whether certifications would begin after their end, as far as all of them have, or get, the same days. */
export function isReversed(
  draft: AccountDraft,
  fields: Pick<AccountFieldsLook['fields'], 'certifiedSinceOn' | 'certifiedUntilOn'>,
): boolean {
  const dayOf = (key: 'certifiedSinceOn' | 'certifiedUntilOn') => {
    const common = fields[key];
    return draft[key] === undefined ? (common.isMixed ? null : common.value) : draft[key];
  };
  const [since, until] = [dayOf('certifiedSinceOn'), dayOf('certifiedUntilOn')];
  return since !== null && until !== null && compareDates(until, since) < 0;
}

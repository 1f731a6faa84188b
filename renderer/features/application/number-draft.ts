import type { AccountNumbers, ApplicationDetails } from '#shared/contract/applications.ts';
import { checkAccountNumber } from '#shared/domain/account-numbers.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { AccountNumber } from '#shared/domain/rule-pack.ts';

/** The numbers that a pass brings, as they stand in the dialog; an empty one is left for later. */
export interface NumberDraft {
  readonly texts: Readonly<Record<AccountNumber, string>>;
  /** The day of the filing; null until it is touched: the day of the pass. */
  readonly filedOn: CalendarDate | null;
}

type Account = ApplicationDetails['account'];

/** What is on record already. */
export const numbersKnown = ({ appId, originalId, filingNumber, filedOn }: Account): NumberDraft => ({
  texts: {
    app_id: appId ?? '',
    merchant_number: appId ?? '',
    original_id: originalId ?? '',
    filing_number: filingNumber ?? '',
  },
  filedOn,
});

/** The first number that can't be right, of those that are asked for. */
export const wrongNumber = (
  { texts }: NumberDraft,
  asked: readonly AccountNumber[],
  account: Pick<Account, 'platform' | 'kind'>,
): AccountNumber | undefined =>
  asked.find(
    (number) =>
      texts[number].trim() !== '' && checkAccountNumber(number, account, texts[number])?.level === 'error',
  );

/** What was typed, for the step; undefined where nothing was. */
export function readNumbers(
  { texts, filedOn }: NumberDraft,
  asked: readonly AccountNumber[],
  passedOn: CalendarDate,
): AccountNumbers | undefined {
  const typed = Object.fromEntries(
    asked
      .filter((number) => texts[number].trim() !== '')
      .map((number) => [fields[number], texts[number].trim()]),
  ) as AccountNumbers;
  if (Object.keys(typed).length === 0) return undefined;
  return typed.filingNumber === undefined ? typed : { ...typed, filedOn: filedOn ?? passedOn };
}

const fields = {
  app_id: 'appId',
  merchant_number: 'appId',
  original_id: 'originalId',
  filing_number: 'filingNumber',
} as const satisfies Record<AccountNumber, keyof AccountNumbers>;

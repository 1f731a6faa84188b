import type { AccountFilter, AccountPage, AccountRow } from '#shared/contract/account-pages.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Command } from '../command.ts';
import { strict, wholeNumber } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** How many rows are asked for at a time. */
const pageSize = 500;

/** The accounts of all clients, the certification that ends first on top. */
export const accounts: Command = async (args, options) => {
  const { values, positionals } = strict(args, {
    within: { type: 'string' },
    expired: { type: 'boolean' },
    window: { type: 'boolean' },
    uncertified: { type: 'boolean' },
    platform: { type: 'string' },
  });
  const filter = filterOf(values, positionals);
  return withSession(options, async ({ call, backend }) => {
    const rows: AccountRow[] = [];
    let after: string | null = null;
    let page: AccountPage;
    do {
      page = await call.accounts.list({ filter, after, limit: pageSize });
      rows.push(...page.rows);
      after = page.nextCursor;
    } while (after !== null);
    const { total, expiredTotal, windowOpenTotal, uncertifiedTotal } = page;
    const totals = { total, expiredTotal, windowOpenTotal, uncertifiedTotal };
    return { output: { today: backend.clock.today(), ...totals, rows } };
  });
};

interface Values {
  readonly within?: string | undefined;
  readonly expired?: boolean | undefined;
  readonly window?: boolean | undefined;
  readonly uncertified?: boolean | undefined;
  readonly platform?: string | undefined;
}

function filterOf(values: Values, words: readonly string[]): AccountFilter {
  const days = values.expired === true ? -1 : wholeNumber(values.within, 'within');
  if (values.expired === true && values.within !== undefined)
    throw new UsageError('--expired and --within exclude each other');
  const platform = platforms.find((each) => each === values.platform);
  if (values.platform !== undefined && platform === undefined)
    throw new UsageError(`--platform: one of ${platforms.join(', ')}`);
  const text = words.join(' ').trim();
  return {
    ...(text !== '' && { text }),
    ...(days !== undefined && { certifiedWithinDays: days }),
    ...(values.window === true && { windowOpen: true }),
    ...(values.uncertified === true && { certified: false }),
    ...(platform !== undefined && { platforms: [platform] }),
  };
}

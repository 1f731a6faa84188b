import { accountFilter } from '#shared/contract/account-pages.ts';
import { applicationFilter } from '#shared/contract/application-pages.ts';
import { clientFilter } from '#shared/contract/clients.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';
import { deedOf, deedOptions, json, parsedBy } from './bulk-deeds.ts';
import type { Chosen, ListName } from './bulk-deeds.ts';

const filters = { clients: clientFilter, accounts: accountFilter, applications: applicationFilter };

const known = {
  filter: { type: 'string' },
  ids: { type: 'string' },
  except: { type: 'string' },
  'dry-run': { type: 'boolean' },
  ...deedOptions,
} as const;
type Values = ReturnType<typeof strict<typeof known>>['values'];

/**
 * Changes many rows of a list as one change. Without a deed, or with `--dry-run`, it tells which rows are meant and what
 * they have in common; of a step, and of new applications, also what stands against it.
 */
export const bulk: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [name, ...others] = positionals;
  const list = (Object.keys(filters) as ListName[]).find((one) => one === name);
  if (list === undefined)
    throw new UsageError(`not a list: ${name ?? ''}; lists: clients accounts applications`);
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const chosen = { filter: filterOf(list, values.filter), rows: rowsOf(values) };
  const deed = deedOf(list, values);
  return withSession(options, async ({ call }) => {
    if (deed !== undefined && values['dry-run'] !== true)
      return { output: await followed(list, deed.run(call, chosen)) };
    const besides = await deed?.besides?.(call, chosen);
    return { output: { ...(await look(call, list, chosen)), ...besides } };
  });
};

async function look(call: LocalClient, list: ListName, chosen: Chosen): Promise<object> {
  switch (list) {
    case 'clients':
      return call.bulk.lookAtClients(chosen);
    case 'accounts':
      return {
        ...(await call.bulk.lookAtAccountFields(chosen)),
        ...(await call.bulk.lookAtAccounts(chosen)),
      };
    case 'applications':
      return call.bulk.lookAtApplications(chosen);
  }
}

const rowsOf = ({ ids, except }: Values): Chosen['rows'] => ({
  ids: ids === undefined ? null : idsIn(ids),
  except: except === undefined ? [] : idsIn(except),
});
const idsIn = (text: string): string[] =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** A field that the list does not know would go unnoticed and let every row through. */
const filterOf = (list: ListName, text: string | undefined): object =>
  text === undefined ? {} : parsedBy(filters[list].strict(), json(text, '--filter'), '--filter');

import { z } from 'zod';
import { accountFilter } from '#shared/contract/account-pages.ts';
import { applicationFilter } from '#shared/contract/applications.ts';
import { bulkStep, clientBulkFields } from '#shared/contract/bulk.ts';
import { clientFilter } from '#shared/contract/clients.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { instant, strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const filters = { clients: clientFilter, accounts: accountFilter, applications: applicationFilter };
type ListName = keyof typeof filters;

const known = {
  filter: { type: 'string' },
  ids: { type: 'string' },
  except: { type: 'string' },
  set: { type: 'string' },
  tag: { type: 'string', multiple: true },
  untag: { type: 'string', multiple: true },
  assign: { type: 'string' },
  step: { type: 'string' },
  at: { type: 'string' },
  reason: { type: 'string' },
  trash: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;
type Values = ReturnType<typeof strict<typeof known>>['values'];

/**
 * Changes many rows of a list as one change. Without a deed, or with `--dry-run`, it tells which rows are meant and what
 * they have in common; of a step also what stands against it.
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
    if (deed === undefined || values['dry-run'] === true)
      return { output: await look(call, list, chosen, deed) };
    return { output: await followed(list, deed.run(call, chosen)) };
  });
};

interface Chosen {
  readonly filter: object;
  readonly rows: { ids: string[] | null; except: string[] };
}

interface Deed {
  readonly run: (call: LocalClient, chosen: Chosen) => ReturnType<LocalClient['bulk']['trashClients']>;
  readonly step?: z.infer<typeof bulkStep>;
}

/** What is to be done; undefined: nothing but to look. */
function deedOf(list: ListName, values: Values): Deed | undefined {
  const deeds = [
    ...(values.trash === true ? [trashing(list)] : []),
    ...(values.assign === undefined ? [] : [assigning(list, values.assign)]),
    ...(values.step === undefined ? [] : [stepping(list, values.step, values)]),
    ...(values.set === undefined && !values.tag && !values.untag ? [] : [writing(list, values)]),
  ];
  if (deeds.length > 1) throw new UsageError('one deed at a time');
  return deeds[0];
}

function trashing(list: ListName): Deed {
  switch (list) {
    case 'clients':
      return { run: (call, chosen) => call.bulk.trashClients(chosen) };
    case 'accounts':
      return { run: (call, chosen) => call.bulk.trashAccounts(chosen) };
    case 'applications':
      return { run: (call, chosen) => call.bulk.trashApplications(chosen) };
  }
}

function assigning(list: ListName, name: string): Deed {
  const consultantOf = async (call: LocalClient): Promise<string | null> => {
    if (name === 'nobody') return null;
    const people = await call.consultants.list();
    return people.find((person) => person.name === name || person.id === name)?.id ?? name;
  };
  switch (list) {
    case 'clients':
      return {
        run: async (call, chosen) =>
          call.bulk.writeClients({ ...chosen, changes: { consultantId: await consultantOf(call) } }),
      };
    case 'applications':
      return {
        run: async (call, chosen) =>
          call.bulk.assignApplications({ ...chosen, consultantId: await consultantOf(call) }),
      };
    case 'accounts':
      throw new UsageError('--assign: an account is in the charge of its client');
  }
}

function stepping(list: ListName, kind: string, { at, reason }: Values): Deed {
  if (list !== 'applications') throw new UsageError('--step is for applications');
  const step = parsedBy(bulkStep, { kind, atMs: instant(at, 'at'), reasonText: reason }, '--step');
  return { step, run: (call, chosen) => call.bulk.stepApplications({ ...chosen, step }) };
}

function writing(list: ListName, { set, tag, untag }: Values): Deed {
  if (list !== 'clients') throw new UsageError('--set, --tag and --untag are for clients');
  const fields = set === undefined ? {} : json(set, '--set');
  const changes = parsedBy(clientBulkFields.partial().strict(), fields, '--set');
  const tags = { addTags: tag ?? [], removeTags: untag ?? [] };
  return { run: (call, chosen) => call.bulk.writeClients({ ...chosen, changes, ...tags }) };
}

async function look(call: LocalClient, list: ListName, chosen: Chosen, deed: Deed | undefined) {
  switch (list) {
    case 'clients':
      return call.bulk.lookAtClients(chosen);
    case 'accounts':
      return call.bulk.lookAtAccounts(chosen);
    case 'applications': {
      const found = await call.bulk.lookAtApplications(chosen);
      const step = deed?.step;
      if (step === undefined) return found;
      return { ...found, check: await followed('check', call.bulk.checkStep({ ...chosen, step })) };
    }
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

function parsedBy<Schema extends z.ZodType>(schema: Schema, value: unknown, name: string): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new UsageError(`${name}: ${z.prettifyError(read.error)}`);
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${name}: not JSON: ${text}`);
  }
}

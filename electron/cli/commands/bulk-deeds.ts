/** What can be done with many rows of a list, as the options of the command name it. */
import { z } from 'zod';
import { accountBulkFields, startKinds } from '#shared/contract/bulk-accounts.ts';
import { bulkStep, clientBulkFields } from '#shared/contract/bulk.ts';
import type { LocalClient } from '#backend/router.ts';
import { instant } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { UsageError } from '../usage.ts';

export type ListName = 'clients' | 'accounts' | 'applications';

export const deedOptions = {
  set: { type: 'string' },
  tag: { type: 'string', multiple: true },
  untag: { type: 'string', multiple: true },
  assign: { type: 'string' },
  step: { type: 'string' },
  at: { type: 'string' },
  reason: { type: 'string' },
  start: { type: 'boolean' },
  kind: { type: 'string' },
  trash: { type: 'boolean' },
} as const;

interface Values {
  readonly set?: string | undefined;
  readonly tag?: string[] | undefined;
  readonly untag?: string[] | undefined;
  readonly assign?: string | undefined;
  readonly step?: string | undefined;
  readonly at?: string | undefined;
  readonly reason?: string | undefined;
  readonly start?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly trash?: boolean | undefined;
}

export interface Chosen {
  readonly filter: object;
  readonly rows: { ids: string[] | null; except: string[] };
}

export interface Deed {
  readonly run: (call: LocalClient, chosen: Chosen) => ReturnType<LocalClient['bulk']['trashClients']>;
  /** What is told of it beforehand, besides what the rows have in common. */
  readonly besides?: (call: LocalClient, chosen: Chosen) => Promise<object>;
}

/** What is to be done; undefined: nothing but to look. */
export function deedOf(list: ListName, values: Values): Deed | undefined {
  const { set, tag, untag } = values;
  const tags = tag === undefined && untag === undefined ? undefined : tagsOf(values);
  if (list === 'accounts' && set !== undefined && tags !== undefined)
    throw new UsageError(
      '--set is of the accounts, --tag and --untag of their clients: one of them at a time',
    );
  const deeds = [
    ...(values.trash === true ? [trashing(list)] : []),
    ...(values.assign === undefined ? [] : [assigning(list, values.assign)]),
    ...(values.step === undefined ? [] : [stepping(list, values.step, values)]),
    ...(values.start === true ? [starting(list, values.kind)] : []),
    ...(set === undefined && tags === undefined ? [] : [writing(list, set, tags)]),
  ];
  if (deeds.length > 1) throw new UsageError('one deed at a time');
  if (values.kind !== undefined && values.start !== true) throw new UsageError('--kind goes with --start');
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

/** Of accounts the clients come into somebody's charge. */
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
    case 'accounts':
      return {
        besides: clientsBesides,
        run: async (call, chosen) =>
          call.bulk.writeClientsOfAccounts({
            ...chosen,
            changes: { consultantId: await consultantOf(call) },
          }),
      };
    case 'applications':
      return {
        run: async (call, chosen) =>
          call.bulk.assignApplications({ ...chosen, consultantId: await consultantOf(call) }),
      };
  }
}

/** Of accounts the applications under way take the step. */
function stepping(list: ListName, kind: string, { at, reason }: Values): Deed {
  const step = parsedBy(bulkStep, { kind, atMs: instant(at, 'at'), reasonText: reason }, '--step');
  switch (list) {
    case 'clients':
      throw new UsageError('--step is for accounts and applications');
    case 'accounts':
      return {
        besides: async (call, chosen) => ({
          applications: await call.bulk.lookAtApplicationsOfAccounts(chosen),
          check: await followed('check', call.bulk.checkStepOfAccounts({ ...chosen, step })),
        }),
        run: (call, chosen) => call.bulk.stepApplicationsOfAccounts({ ...chosen, step }),
      };
    case 'applications':
      return {
        besides: async (call, chosen) => ({
          check: await followed('check', call.bulk.checkStep({ ...chosen, step })),
        }),
        run: (call, chosen) => call.bulk.stepApplications({ ...chosen, step }),
      };
  }
}

function starting(list: ListName, name: string | undefined): Deed {
  if (list !== 'accounts') throw new UsageError('--start is for accounts');
  const kind = name === undefined ? undefined : parsedBy(z.enum(startKinds), name, '--kind');
  return {
    besides: async (call, chosen) => ({
      check: await followed('check', call.bulk.checkStart({ ...chosen, kind })),
    }),
    run: (call, chosen) => call.bulk.startApplications({ ...chosen, kind }),
  };
}

interface Tags {
  readonly addTags: string[];
  readonly removeTags: string[];
}

const tagsOf = ({ tag = [], untag = [] }: Values): Tags => ({ addTags: tag, removeTags: untag });

/** The tags of accounts are those of their clients. */
const tagging = (tags: Tags): Deed => ({
  besides: clientsBesides,
  run: (call, chosen) => call.bulk.writeClientsOfAccounts({ ...chosen, ...tags }),
});

const clientsBesides = async (call: LocalClient, chosen: Chosen) => ({
  clients: await call.bulk.lookAtClientsOfAccounts(chosen),
});

function writing(list: ListName, set: string | undefined, tags: Tags | undefined): Deed {
  const fields = set === undefined ? {} : json(set, '--set');
  switch (list) {
    case 'clients': {
      const changes = parsedBy(clientBulkFields.partial().strict(), fields, '--set');
      return { run: (call, chosen) => call.bulk.writeClients({ ...chosen, changes, ...tags }) };
    }
    case 'accounts': {
      if (set === undefined && tags !== undefined) return tagging(tags);
      const changes = parsedBy(accountBulkFields.partial().strict(), fields, '--set');
      return {
        run: (call, chosen) => call.bulk.writeAccounts({ ...chosen, changes }),
      };
    }
    case 'applications':
      throw new UsageError('--set, --tag and --untag are for clients and accounts');
  }
}

export function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new UsageError(`${name}: ${z.prettifyError(read.error)}`);
}

export function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${name}: not JSON: ${text}`);
  }
}

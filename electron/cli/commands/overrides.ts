import { overrideChange } from '#shared/contract/rule-override.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** What the firm lays over the packs: lists it, sets one, changes one, takes one away. */
export const overrides: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [deed = 'list', ...others] = positionals;
  const { reason, by, sure = false } = values;
  const work = workOf(deed, others, { reason, sure, author: by ?? null });
  return withSession(options, async ({ call }) => ({ output: await work(call) }));
};

const known = { reason: { type: 'string' }, by: { type: 'string' }, sure: { type: 'boolean' } } as const;

interface Said {
  readonly reason: string | undefined;
  readonly sure: boolean;
  readonly author: string | null;
}

type Work = (call: LocalClient) => Promise<unknown>;

function workOf(deed: string, args: readonly string[], { reason, ...said }: Said): Work {
  switch (deed) {
    case 'list':
      expectCount(args, 0);
      return (call) => call.rules.overrides();
    case 'set': {
      const [packId = '', json = ''] = expectCount(args, 2);
      if (reason === undefined || reason.trim() === '') throw new UsageError('--reason is missing');
      const change = changeIn(json);
      return (call) => followed('writing', call.rules.setOverride({ packId, change, reason, ...said }));
    }
    case 'edit': {
      const [id = '', json] = args;
      if (id === '') throw new UsageError('overrides: 1 more to say');
      expectCount(args.slice(1), json === undefined ? 0 : 1);
      if (json === undefined && reason === undefined)
        throw new UsageError('neither a value nor --reason to change');
      return (call) => edited(call, id, json, { reason, ...said });
    }
    case 'remove': {
      const [id = ''] = expectCount(args, 1);
      return (call) => followed('writing', call.rules.removeOverride({ id }));
    }
    default:
      throw new UsageError(`overrides: no such thing to do: ${deed}`);
  }
}

/** The override with what is given of it anew: fields of its change, its reason. Throws UsageError for an unknown id. */
async function edited(
  call: LocalClient,
  id: string,
  json: string | undefined,
  { reason, sure, author }: Said,
) {
  const override = (await call.rules.overrides()).find((each) => each.id === id);
  if (override === undefined) throw new UsageError(`no such override: ${id}`);
  const fresh = json === undefined ? {} : parsed(json);
  const change = changeIn(
    JSON.stringify({ ...override.change, ...(isObject(fresh) ? fresh : { kind: '' }) }),
  );
  const { packId } = override;
  const input = {
    packId,
    change,
    reason: reason ?? override.reason,
    replaces: id,
    sure,
    author: author ?? override.author,
  };
  return followed('writing', call.rules.setOverride(input));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function expectCount(args: readonly string[], count: number): readonly string[] {
  if (args.length < count) throw new UsageError(`overrides: ${count - args.length} more to say`);
  if (args.length > count) throw new UsageError(`too much: ${args.slice(count).join(' ')}`);
  return args;
}

function changeIn(json: string) {
  const read = overrideChange.safeParse(parsed(json));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`not an override: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

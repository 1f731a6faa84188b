import path from 'node:path';
import { contract } from '#shared/contract/contract.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { noArgument, strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Calls any procedure of the contract. A stream is printed as the list of all that it yields. */
export const call: Command = async (args, options) => {
  const { values, positionals } = strict(args, { file: { type: 'string', multiple: true } });
  const [name = '', json, ...others] = positionals;
  if (withoutEntry.has(name)) throw new UsageError(`${name}: a copy of a paper is given by hand-out`);
  if (!names.includes(name)) throw new UsageError(`no such procedure: ${name}`);
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const input = json === undefined ? {} : parsed(json);
  return withSession(options, async (session) => {
    for (const [token, file] of (values.file ?? []).map(granted)) session.backend.tokens.grant(file, token);
    return { output: await printable(await procedureOf(session.call, name)(input)) };
  });
};

export const procedures: Command = (args) => {
  noArgument(args, {});
  return Promise.resolve({ output: names });
};

/** Would print a paper's bytes, so that a copy leaves without an entry in the register: `hand-out` gives them. */
const withoutEntry: ReadonlySet<string> = new Set(['files.read']);

const names: readonly string[] = Object.entries(contract).flatMap(([group, members]) =>
  Object.keys(members)
    .map((member) => `${group}.${member}`)
    .filter((name) => !withoutEntry.has(name)),
);

type AnyProcedure = (input: unknown) => Promise<unknown>;

/** The name is one of the contract's, so the path exists; the procedure itself checks its input. */
function procedureOf(client: LocalClient, name: string): AnyProcedure {
  const [group = '', member = ''] = name.split('.');
  const procedure = (client as Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>>)[group]?.[
    member
  ];
  if (procedure === undefined) throw new UsageError(`no such procedure: ${name}`);
  return procedure;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function granted(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--file: not NAME=PATH: ${text}`);
  return [text.slice(0, at), path.resolve(text.slice(at + 1))];
}

async function printable(result: unknown): Promise<unknown> {
  if (isStream(result)) {
    const yielded: unknown[] = [];
    for await (const step of result) yielded.push(step);
    return yielded;
  }
  if (!(result instanceof Blob)) return result ?? null;
  const bytes = Buffer.from(await result.arrayBuffer());
  return { sizeBytes: bytes.length, base64: bytes.toString('base64') };
}

const isStream = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

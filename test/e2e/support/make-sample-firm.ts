/**
 * `node make-sample-firm.ts FOLDER NOW [WORD …]` fills an empty data folder with the sample portfolio and the sample
 * applications of the clients whose names hold one of the words. One process does what would be a hundred calls of the
 * command line.
 */
import path from 'node:path';
import { withSession } from '../../../electron/cli/session.ts';
import { addSampleApplication, portfolio, sampleApplication } from './sample.ts';
import type { Caller } from './sample.ts';
import { planOfParts } from '../../../shared/contract/imports.ts';

const [dataFolder = '', now = '', ...words] = process.argv.slice(2);
const program = { folder: path.resolve(import.meta.dirname, '../../../electron/cli'), isBundle: false };
const options = { dataFolder, resourcesFolder: undefined, nowMs: Date.parse(now), program };

await withSession(options, async ({ backend, call }) => {
  const { planId } = await planOfParts(call.imports.plan({ file: backend.tokens.grant(portfolio) }));
  for await (const step of await call.imports.run({ planId })) void step;
  const caller = {
    call: async (name: string, input: unknown, files: Readonly<Record<string, string>> = {}) => {
      for (const [token, file] of Object.entries(files)) backend.tokens.grant(file, token);
      return listed(await procedure(call, name)(input));
    },
  } as Caller;
  for (const word of words) await addSampleApplication(caller, sampleApplication(word));
});

type Procedure = (input: unknown) => Promise<unknown>;

function procedure(client: object, name: string): Procedure {
  const found = name
    .split('.')
    .reduce<unknown>((part, key) => Reflect.get(Object(part) as object, key), client);
  if (typeof found !== 'function') throw new Error(`no procedure ${name}`);
  return (input) => Promise.resolve(Reflect.apply(found, undefined, [input]) as unknown);
}

async function listed(result: unknown): Promise<unknown> {
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return result;
  const steps: unknown[] = [];
  for await (const step of result as AsyncIterable<unknown>) steps.push(step);
  return steps;
}

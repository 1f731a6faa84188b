import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Contract } from '#shared/contract/contract.ts';
import { sampleNow } from './app.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;
type Procedure = { [G in keyof Outputs]: `${G}.${keyof Outputs[G] & string}` }[keyof Outputs];
type Of<Router, Name> = Name extends `${infer G}.${infer M}`
  ? G extends keyof Router
    ? M extends keyof Router[G]
      ? Router[G][M]
      : never
    : never
  : never;
/** A stream is printed as the list of what it yields. */
type Printed<T> = T extends AsyncIterable<infer Step> ? Step[] : T;

export interface CommandLineOptions {
  readonly programFolder: string;
  readonly dataFolder: string;
  readonly now?: string;
}

/** The built command line over a data folder; it works while no program has the folder open. */
export interface CommandLine {
  readonly dataFolder: string;
  /** Runs a command and reads what it prints; a command that fails throws with that. */
  run(...args: readonly string[]): Promise<unknown>;
  /** Calls a procedure of the contract; `files` gives each token its path. */
  call<N extends Procedure>(
    name: N,
    input?: Of<Inputs, N>,
    files?: Readonly<Record<string, string>>,
  ): Promise<Printed<Of<Outputs, N>>>;
}

const LARGE_BYTES = 64 * 1024 * 1024;

export function commandLine({ programFolder, dataFolder, now = sampleNow }: CommandLineOptions): CommandLine {
  const program = path.join(programFolder, 'out', 'main', 'cli.js');
  const run = (...args: readonly string[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const all = [program, '--data', dataFolder, '--now', now, ...args];
      execFile(process.execPath, all, { maxBuffer: LARGE_BYTES }, (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout));
        else reject(new Error(`${args.slice(0, 3).join(' ')}: ${stdout}${stderr}`, { cause: error }));
      });
    });
  return {
    dataFolder,
    run,
    call: async (name, input, files = {}) => {
      const grants = Object.entries(files).flatMap(([token, file]) => ['--file', `${token}=${file}`]);
      return (await run('call', name, JSON.stringify(input ?? {}), ...grants)) as Printed<
        Of<Outputs, typeof name>
      >;
    },
  };
}

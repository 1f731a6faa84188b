import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { temporaryFolder } from './folders.ts';

const program = path.join(import.meta.dirname, '../../electron/cli/index.ts');
/** The reference day of all sample data. */
export const now = '2026-09-22T09:00:00+08:00';

interface Outcome {
  readonly exitCode: number;
  /** What stands on standard output, which must be JSON whatever happens but for help. */
  readonly output: unknown;
  readonly messages: string;
}

/** Runs the command line as a process of its own. */
export async function run(...args: string[]): Promise<Outcome> {
  const { text, ...rest } = await printed(...args);
  return { ...rest, output: JSON.parse(text) as unknown };
}

/** The same with what was printed as it is: help is no JSON. */
export async function printed(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let messages = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, text: output, messages };
}

/** Commands on one data folder, at the reference day. */
export function onData(dataFolder = temporaryFolder()) {
  const command = (...args: string[]) => run('--data', dataFolder, '--now', now, ...args);
  /** A command that must go well; its output as the schema reads it. */
  const done = async <T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> => {
    const { exitCode, output, messages } = await command(...args);
    if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(output)} ${messages}`);
    return schema.parse(output);
  };
  return { dataFolder, command, done };
}

export const any = z.unknown();
export const created = z.object({ id: z.string() });
export const failure = z.object({ code: z.string(), data: z.record(z.string(), any), message: z.string() });
export const clientList = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), creditCode: z.string().nullable() })),
  total: z.int(),
});

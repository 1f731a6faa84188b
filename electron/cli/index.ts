import path from 'node:path';
import { strict } from './command-arguments.ts';
import type { Command } from './command.ts';
import type { SessionOptions } from './session.ts';
import { usage, UsageError } from './usage.ts';

/** Loaded when asked for, so that a slip of the pen is told at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importWorkbook,
  agenda: async () => (await import('./commands/agenda.ts')).agenda,
  check: async () => (await import('./commands/check.ts')).check,
  aftercare: async () => (await import('./commands/aftercare.ts')).aftercare,
  strategy: async () => (await import('./commands/strategy.ts')).strategy,
  rules: async () => (await import('./commands/rules.ts')).rules,
  categories: async () => (await import('./commands/categories.ts')).categories,
  answer: async () => (await import('./commands/answer.ts')).answer,
  needed: async () => (await import('./commands/needed.ts')).needed,
  state: async () => (await import('./commands/state.ts')).state,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'demo-data': async () => (await import('./commands/demo-data.ts')).demoData,
  call: async () => (await import('./commands/call.ts')).call,
  procedures: async () => (await import('./commands/call.ts')).procedures,
};

const globals = { data: { type: 'string' }, now: { type: 'string' }, resources: { type: 'string' } } as const;

/** Runs one command and gives the exit code: 0 done, 1 failed, 2 wrong usage. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    const { name, args, options } = read(argv);
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError(`no such command: ${name}`);
    const command = await load();
    const { output, failed = false } = await command(args, options);
    print(output);
    return failed ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      print({ code: 'USAGE', data: {}, message: error.message });
      return 2;
    }
    const { failureOf } = await import('./failure.ts');
    print(failureOf(error));
    return 1;
  }
}

/** Options of the program stand before the command, those of the command after it. */
function read(argv: readonly string[]): { name: string; args: readonly string[]; options: SessionOptions } {
  const at = argv.findIndex((argument, index) => !argument.startsWith('--') && !isValueOf(argv[index - 1]));
  const name = argv[at];
  if (name === undefined) throw new UsageError('no command');
  const { values } = strict(argv.slice(0, at), globals);
  if (values.data === undefined && name !== 'procedures') throw new UsageError('--data is missing');
  return {
    name,
    args: argv.slice(at + 1),
    options: {
      dataFolder: path.resolve(values.data ?? ''),
      resourcesFolder: values.resources,
      nowMs: instant(values.now),
      program: { folder: import.meta.dirname, isBundle: import.meta.filename.endsWith('.js') },
    },
  };
}

const isValueOf = (before: string | undefined): boolean =>
  before !== undefined && Object.hasOwn(globals, before.replace(/^--/, ''));

function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) throw new UsageError(`--now: not an instant: ${text}`);
  return atMs;
}

function print(output: unknown): void {
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
}

// Whoever reads may have read enough, e.g. `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// Not process.exit: a pipe may still have to take the output.
process.exitCode = await run(process.argv.slice(2));

import path from 'node:path';
import { instant, strict } from './command-arguments.ts';
import type { Command } from './command.ts';
import type { SessionOptions } from './session.ts';
import { languages } from '#shared/contract/settings.ts';
import type { Language } from './spoken-failure.ts';
import { usageOf, UsageError } from './usage.ts';

/** Loaded when asked for, so that a slip of the pen is told at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importWorkbook,
  export: async () => (await import('./commands/export.ts')).exportList,
  views: async () => (await import('./commands/views.ts')).views,
  agenda: async () => (await import('./commands/agenda.ts')).agenda,
  check: async () => (await import('./commands/check.ts')).check,
  aftercare: async () => (await import('./commands/aftercare.ts')).aftercare,
  strategy: async () => (await import('./commands/strategy.ts')).strategy,
  rules: async () => (await import('./commands/rules.ts')).rules,
  categories: async () => (await import('./commands/categories.ts')).categories,
  answer: async () => (await import('./commands/answer.ts')).answer,
  accounts: async () => (await import('./commands/accounts.ts')).accounts,
  bulk: async () => (await import('./commands/bulk.ts')).bulk,
  step: async () => (await import('./commands/step.ts')).step,
  needed: async () => (await import('./commands/needed.ts')).needed,
  state: async () => (await import('./commands/state.ts')).state,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'demo-data': async () => (await import('./commands/demo-data.ts')).demoData,
  samples: async () => (await import('./commands/samples.ts')).samples,
  note: async () => (await import('./commands/note.ts')).note,
  'call-log': async () => (await import('./commands/call-log.ts')).callLog,
  duplicates: async () => (await import('./commands/merge.ts')).duplicates,
  merge: async () => (await import('./commands/merge.ts')).merge,
  keeping: async () => (await import('./commands/keeping.ts')).keeping,
  person: async () => (await import('./commands/person.ts')).person,
  files: async () => (await import('./commands/files.ts')).files,
  trash: async () => (await import('./commands/trash.ts')).trash,
  overrides: async () => (await import('./commands/overrides.ts')).overrides,
  packs: async () => (await import('./commands/packs.ts')).packs,
  holidays: async () => (await import('./commands/holidays.ts')).holidays,
  search: async () => (await import('./commands/search.ts')).search,
  intake: async () => (await import('./commands/intake.ts')).intake,
  documents: async () => (await import('./commands/documents.ts')).documents,
  quality: async () => (await import('./commands/quality.ts')).quality,
  'upload-copy': async () => (await import('./commands/upload-copy.ts')).uploadCopy,
  read: async () => (await import('./commands/read.ts')).read,
  'hand-out': async () => (await import('./commands/hand-out.ts')).handOut,
  submission: async () => (await import('./commands/submission.ts')).submission,
  call: async () => (await import('./commands/call.ts')).call,
  procedures: async () => (await import('./commands/call.ts')).procedures,
};

const globals = {
  data: { type: 'string' },
  now: { type: 'string' },
  resources: { type: 'string' },
  language: { type: 'string' },
} as const;

/** Runs one command and gives the exit code: 0 done, 1 failed, 2 wrong usage. */
async function run(argv: readonly string[]): Promise<number> {
  let name: string | undefined;
  let language: Language | undefined;
  if (asksForHelp(argv)) {
    process.stdout.write(usageOf(helpFor(argv)));
    return 0;
  }
  try {
    name = nameIn(argv);
    const { args, options } = read(argv, name);
    language = options.language;
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError(`no such command: ${name}`);
    const command = await load();
    const { output, failed = false } = await command(args, options);
    print(output);
    return failed ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${usageOf(name)}`);
      print({ code: 'USAGE', data: {}, message: error.message });
      return 2;
    }
    await printFailure(error, language);
    return 1;
  }
}

/** In the language that was asked for, else in that of the data. */
async function printFailure(error: unknown, language: Language | undefined): Promise<void> {
  const [{ failureOf }, { inWords, languageOf }] = await Promise.all([
    import('./failure.ts'),
    import('./spoken-failure.ts'),
  ]);
  const failure = inWords(failureOf(error), language ?? languageOf(error) ?? languages[0]);
  process.stderr.write(`${failure.code}: ${failure.message}\n`);
  print(failure);
}

/** Options of the program stand before the command, those of the command after it. */
function read(
  argv: readonly string[],
  name: string,
): { readonly args: readonly string[]; readonly options: SessionOptions } {
  const at = placeOfName(argv);
  const { values } = strict(argv.slice(0, at), globals);
  if (values.data === undefined && name !== 'procedures') throw new UsageError('--data is missing');
  return {
    args: argv.slice(at + 1),
    options: {
      dataFolder: path.resolve(values.data ?? ''),
      resourcesFolder: values.resources,
      nowMs: instant(values.now, 'now'),
      language: languageIn(values.language),
      program: { folder: import.meta.dirname, isBundle: import.meta.filename.endsWith('.js') },
    },
  };
}

const placeOfName = (argv: readonly string[]): number =>
  argv.findIndex((argument, index) => !argument.startsWith('--') && !isValueOf(argv[index - 1]));

/** `help`, or `--help` at either end; anywhere else it may be a text. */
const asksForHelp = (argv: readonly string[]): boolean =>
  ['help', '-h'].includes(argv[placeOfName(argv)] ?? '') ||
  [argv[0] ?? '', argv.at(-1) ?? ''].some((word) => word === '--help' || word === '-h');

/** The command that help is asked for. */
const helpFor = (argv: readonly string[]): string | undefined =>
  argv.find((word, index) => Object.hasOwn(commands, word) && !isValueOf(argv[index - 1]));

function nameIn(argv: readonly string[]): string {
  const name = argv[placeOfName(argv)];
  if (name === undefined) throw new UsageError('no command');
  return name;
}

const isValueOf = (before: string | undefined): boolean =>
  before !== undefined && Object.hasOwn(globals, before.replace(/^--/, ''));

function languageIn(text: string | undefined): Language | undefined {
  if (text === undefined) return undefined;
  const language = languages.find((known) => known === text || known.startsWith(`${text}-`));
  if (language === undefined) throw new UsageError(`--language: not one of ${languages.join(' ')}: ${text}`);
  return language;
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

import fs from 'node:fs';
import path from 'node:path';
import type { ApplicationItem, ApplicationStep } from '#shared/contract/applications.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { SampleApplication, SampleApplications } from '#test/fixtures/sample/applications.ts';
import type { SamplePaper } from '#test/fixtures/sample/received.ts';
import type { SampleAction } from '#test/fixtures/sample/stories.ts';
import type { CommandLine } from './command-line.ts';

/** The command line, or whatever calls the same procedures. */
export type Caller = Pick<CommandLine, 'call'>;

const folder = path.resolve(import.meta.dirname, '../../../resources/sample');

export const portfolio = path.join(folder, 'portfolio.xlsx');
export const scan = (file: string): string => path.join(folder, 'scans', file);

export const sampleApplications = (): readonly SampleApplication[] =>
  (JSON.parse(fs.readFileSync(path.join(folder, 'applications.json'), 'utf8')) as SampleApplications)
    .applications;

/** The sample application of a client whose name holds the word. */
export function sampleApplication(word: string): SampleApplication {
  const found = sampleApplications().find(({ clientName }) => clientName.includes(word));
  if (found === undefined) throw new Error(`no sample application for ${word}`);
  return found;
}

/** '2026-09-03T10:05' in the business time zone. */
export function localInstant(local: string): number {
  const [date = '', time = ''] = local.split('T');
  return instantOf(calendarDate(date), time);
}

export async function clientIdOf(cli: Caller, name: string): Promise<string> {
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const client = rows.find((row) => row.name === name);
  if (client === undefined) throw new Error(`no client ${name}`);
  return client.id;
}

export interface AddedApplication {
  readonly id: string;
  readonly number: string;
}

/** Opens a sample application with its papers and takes it to where it stands on the reference day. */
export async function addSampleApplication(
  cli: Caller,
  sample: SampleApplication,
): Promise<AddedApplication> {
  const clientId = await clientIdOf(cli, sample.clientName);
  const { accounts } = await cli.call('clients.get', { id: clientId });
  const account = accounts.find(({ name }) => name === sample.accountName);
  if (account === undefined) throw new Error(`no account ${sample.accountName}`);
  const openedAtMs = localInstant(sample.openedAt);
  const { id, number } = await cli.call('applications.create', {
    accountId: account.id,
    kind: sample.kind,
    openedAtMs,
  });
  const { items } = await cli.call('applications.get', { id });
  for (const paper of papersOf(sample.papers)) await addPaper(cli, clientId, items, paper);
  for (const action of sample.actions) await cli.call('applications.step', { id, step: stepOf(action) });
  return { id, number };
}

interface Paper extends Omit<SamplePaper, 'file' | 'part'> {
  readonly files: readonly Pick<SamplePaper, 'file' | 'part'>[];
}

/** The two sides of a card are one paper. */
function papersOf(files: readonly SamplePaper[]): readonly Paper[] {
  const byPaper = new Map<string, SamplePaper[]>();
  for (const file of files) {
    const paper = `${file.kind} ${file.person ?? ''}`;
    byPaper.set(paper, [...(byPaper.get(paper) ?? []), file]);
  }
  return [...byPaper.values()].flatMap((sides) => {
    const [first] = sides;
    return first === undefined ? [] : [{ ...first, files: sides }];
  });
}

async function addPaper(
  cli: Caller,
  clientId: string,
  items: readonly ApplicationItem[],
  { kind, holder, validUntil, files }: Paper,
): Promise<void> {
  const item = items.find(
    ({ requirement }) =>
      requirement.accepts.includes(kind) && (holder === undefined || requirement.holder === holder),
  );
  const granted = Object.fromEntries(files.map(({ file }, index) => [`file${index}`, scan(file)]));
  await cli.call(
    'documents.add',
    {
      clientId,
      kind,
      itemId: item?.id ?? null,
      validUntil: validUntilOf(validUntil),
      files: files.map(({ part }, index) => ({ token: `file${index}`, part })),
    },
    granted,
  );
}

const validUntilOf = (text: string | null): ValidUntil =>
  text === null || text === 'forever' ? text : calendarDate(text);

function stepOf({ at, ...action }: SampleAction): ApplicationStep {
  const atMs = localInstant(at);
  if (action.kind !== 'pass') return { ...action, atMs };
  return { kind: 'pass', certifiedUntil: calendarDate(action.certifiedUntil), atMs };
}

import { expect } from '@playwright/test';
import ical from 'ical.js';
import fs from 'node:fs';
import path from 'node:path';
import type { CommandLine } from '../e2e/support/command-line.ts';
import { readPdf } from '../e2e/support/pdf.ts';
import { sampleApplications } from '../e2e/support/sample.ts';
import { outputFolder, readOutput, writeOutput } from './output.ts';

const pictures = ['today', 'clients', 'client', 'application'].map((name) => `${name}.png`);

/**
 * Reads what the run has left, from the files and through the command line, and counts it; fails where something is
 * missing. Writes the same as summary.json.
 */
export async function summarise(cli: CommandLine, startedAtMs: number): Promise<readonly string[]> {
  const counted = {
    data: await countData(cli),
    checklists: await countChecklists(),
    agenda: countAgenda(),
    pictures: pictures.map((name) => ({ name, sizeBytes: sizeOf(name) })),
    seconds: Math.round((Date.now() - startedAtMs) / 1000),
  };
  const { data, checklists, agenda } = counted;
  expect(checklists.count).toBe(sampleApplications().length + 1);
  expect(data.applications).toBe(checklists.count);
  expect(data.problems).toEqual([]);
  expect(agenda.events).toBe(agenda.duties);
  expect(agenda.duties).toBeGreaterThan(0);
  writeOutput('summary.json', `${JSON.stringify(counted, null, 2)}\n`);
  return [
    `clients ${data.clients}, accounts ${data.accounts}, applications ${data.applications}, papers ${data.papers}`,
    `by stage: ${listed(data.stages)}`,
    `checked: database ${data.database ? 'sound' : 'FAULTY'}, ${data.events} events, ${data.files} files, ${data.problems.length} problems`,
    `checklists: ${checklists.count} PDF, ${checklists.pages} pages, ${checklists.characters} characters of text, ${kilobytes(checklists.sizeBytes)}`,
    `agenda for a year: ${agenda.duties} duties, ${agenda.overdue} of them overdue; the calendar file has ${agenda.events} events`,
    `pictures: ${counted.pictures.map(({ name, sizeBytes }) => `${name} ${kilobytes(sizeBytes)}`).join(', ')}`,
    `done in ${counted.seconds} s; results in demo-output/`,
  ];
}

async function countData(cli: CommandLine) {
  const { total: clients, rows } = await cli.call('clients.list', { limit: 500 });
  const { total: applications, rows: cases } = await cli.call('applications.list', { limit: 500 });
  const { total: papers } = await cli.call('documents.list', { limit: 1 });
  const { database, events, files, problems } = (await cli.run('verify')) as Verified;
  const stages: Record<string, number> = {};
  for (const { stage } of cases) stages[stage] = (stages[stage] ?? 0) + 1;
  const accounts = rows.reduce((sum, { accountCount }) => sum + accountCount, 0);
  return { clients, accounts, applications, papers, stages, database, events, files, problems };
}

interface Verified {
  readonly database: boolean;
  readonly events: number;
  readonly files: number;
  readonly problems: readonly unknown[];
}

async function countChecklists() {
  const folder = path.join(outputFolder, 'checklists');
  const totals = { count: 0, pages: 0, characters: 0, sizeBytes: 0 };
  for (const name of fs.readdirSync(folder)) {
    const { pages, text } = await readPdf(path.join(folder, name));
    totals.count += 1;
    totals.pages += pages.length;
    totals.characters += text.length;
    totals.sizeBytes += fs.statSync(path.join(folder, name)).size;
  }
  return totals;
}

/** The calendar file is read by a parser that did not write it. */
function countAgenda() {
  const { rows } = JSON.parse(readOutput('agenda.json')) as {
    readonly rows: readonly { readonly group: string }[];
  };
  const calendar = new ical.Component(ical.parse(readOutput('agenda.ics')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ical.Event(event));
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  const overdue = rows.filter(({ group }) => group === 'overdue').length;
  return { duties: rows.length, overdue, events: events.length };
}

function sizeOf(name: string): number {
  const { size } = fs.statSync(path.join(outputFolder, name));
  // A window that has painted nothing compresses to a few kilobytes.
  expect(size, name).toBeGreaterThan(30_000);
  return size;
}

const kilobytes = (sizeBytes: number): string => `${Math.round(sizeBytes / 1024)} KB`;

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

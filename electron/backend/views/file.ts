import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { schemaFaults } from '#shared/contract/schema-faults.ts';
import type { SchemaFault } from '#shared/contract/schema-faults.ts';
import { viewFile, viewSchemas, viewText } from '#shared/contract/views.ts';
import type { FileView, ViewFile, ViewFilePreview } from '#shared/contract/views.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { readRuleFile } from '#backend/rules/rule-file.ts';
import { listConsultants } from '#backend/settings/consultants.ts';
import { writeWhole } from '#backend/vault/durable-files.ts';
import { viewNamed } from './queries.ts';
import type { ViewRecord } from './queries.ts';
import { insertView, parseJson, requireView } from './service.ts';

type Written = { readonly changeId: string | null; readonly written: number };

/**
 * Writes views into a file, with the names of the people whom they name. Throws AppError NOT_FOUND, FILE_TOKEN_UNKNOWN,
 * NOT_WRITABLE, DISK_FULL.
 */
export function exportViews(
  backend: Backend,
  ids: readonly string[],
  target: string,
): { name: string; count: number } {
  const file = backend.tokens.resolve(target, 'write');
  const views = ids.map((id) => fileViewOf(requireView(backend, id)));
  const named = new Set(views.flatMap(({ view }) => view.consultantIds ?? []));
  const people = listConsultants(backend).filter(({ id }) => named.has(id));
  const content: ViewFile = {
    format: 'certfolio-views',
    version: 1,
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    views,
  };
  writeWhole(file, `${JSON.stringify(content, null, 2)}\n`);
  return { name: path.basename(file), count: views.length };
}

function fileViewOf({ id, screen, name, filter, is_pinned }: ViewRecord): FileView {
  const isPinned = is_pinned === 1;
  const text = parseJson(filter);
  const unread = (): never => {
    throw new AppError('NOT_FOUND', { what: 'saved_views', id });
  };
  switch (screen) {
    case 'clients':
      return { screen, name, isPinned, view: viewSchemas.clients.safeParse(text).data ?? unread() };
    case 'accounts':
      return { screen, name, isPinned, view: viewSchemas.accounts.safeParse(text).data ?? unread() };
    case 'applications':
      return { screen, name, isPinned, view: viewSchemas.applications.safeParse(text).data ?? unread() };
  }
}

/** What a file holds and what of it the firm knows. Throws AppError FILE_TOKEN_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE. */
export function previewViews(backend: Backend, token: string): ViewFilePreview {
  const { fileName, ...read } = readViews(backend, token);
  if (!read.ok) return { ok: false, fileName, faults: read.faults };
  const knownAs = knownPeople(backend, read.file.people);
  return {
    ok: true,
    fileName,
    views: read.file.views.map(({ screen, name, view }) => ({
      screen,
      name,
      isTaken: viewNamed(backend.db, screen, name) !== undefined,
      unknownPeople: (view.consultantIds ?? [])
        .filter((id) => knownAs(id) === undefined)
        .map((id) => read.file.people[id] ?? id),
    })),
  };
}

export interface ViewsWish {
  readonly taken?: 'replace' | 'keep_both' | undefined;
  readonly dropPeople: boolean;
}

/**
 * Takes a file's views in, in one change. Throws AppError DUPLICATE_NAME (without a word about names that are taken),
 * NOT_FOUND (a person, unless unknown people are to be dropped), FILE_UNREADABLE, FILE_TOKEN_UNKNOWN.
 */
export function importViews(backend: Backend, token: string, { taken, dropPeople }: ViewsWish): Written {
  const { fileName, ...read } = readViews(backend, token);
  if (!read.ok) {
    const [first] = read.faults;
    throw new AppError('FILE_UNREADABLE', { name: fileName, detail: `${first?.place} ${first?.fault.en}` });
  }
  const knownAs = knownPeople(backend, read.file.people);
  const { changeId, result } = backend.changes.record('views.import', (change) => {
    for (const view of read.file.views) {
      const { consultantIds } = view.view;
      const known = consultantIds?.flatMap((id) => knownAs(id) ?? (dropPeople ? [] : unknown(id)));
      writeView(backend, change, { view: withPeople(view, known), taken });
    }
    return read.file.views.length;
  });
  return { changeId, written: result };
}

const unknown = (id: string): never => {
  throw new AppError('NOT_FOUND', { what: 'consultants', id });
};

interface Incoming {
  readonly view: {
    readonly screen: FileView['screen'];
    readonly name: string;
    readonly isPinned: boolean;
    readonly filter: string;
  };
  readonly taken: ViewsWish['taken'];
}

function writeView(backend: Backend, change: Change, { view, taken }: Incoming): void {
  const { db } = backend;
  const { screen, name, filter, isPinned } = view;
  const named = viewNamed(db, screen, name);
  if (named === undefined) insertView(backend, change, view);
  else if (taken === 'replace')
    change.update('saved_views', named.id, { filter, is_pinned: isPinned ? 1 : 0 });
  else if (taken === 'keep_both') insertView(backend, change, { ...view, name: freeName(db, view) });
  else throw new AppError('DUPLICATE_NAME', { name });
}

/** 「名称 2」, or the next number that is free. */
function freeName(db: Backend['db'], { screen, name }: Incoming['view']): string {
  let no = 2;
  while (viewNamed(db, screen, `${name} ${no}`) !== undefined) no += 1;
  return `${name} ${no}`;
}

/** A condition that names nobody any more is none. */
function withPeople({ screen, name, isPinned, view }: FileView, ids: readonly string[] | undefined) {
  const consultantIds = ids === undefined || ids.length === 0 ? undefined : ids;
  const meant = { ...view, consultantIds };
  return { screen, name, isPinned, filter: JSON.stringify(meant) };
}

/** Whom an id of the file stands for here: the same person, else one of the same name. */
function knownPeople(backend: Backend, names: ViewFile['people']): (id: string) => string | undefined {
  const people = listConsultants(backend);
  return (id) => {
    if (id === 'me' || id === 'nobody') return id;
    const name = names[id];
    const same = people.find((person) => person.id === id && (name === undefined || person.name === name));
    return (same ?? people.find((person) => person.name === name))?.id;
  };
}

type ReadFile = { readonly fileName: string } & (
  { readonly ok: true; readonly file: ViewFile } | { readonly ok: false; readonly faults: SchemaFault[] }
);

function readViews(backend: Backend, token: string): ReadFile {
  const { name: fileName, json, fault } = readRuleFile(backend, token);
  if (fault !== undefined) return { fileName, ok: false, faults: [{ place: '', fault }] };
  const read = viewFile.safeParse(json);
  if (!read.success) return { fileName, ok: false, faults: schemaFaults(viewFile, json) };
  const faults = tooLong(backend, read.data);
  return faults.length > 0 ? { fileName, ok: false, faults } : { fileName, ok: true, file: read.data };
}

/** Views that would be longer than a saved one may be, with the people as they are called here. */
function tooLong(backend: Backend, { people, views }: ViewFile): SchemaFault[] {
  const knownAs = knownPeople(backend, people);
  return views.flatMap((view, index) => {
    const ids = view.view.consultantIds?.map((id) => knownAs(id) ?? id);
    const [fault] = schemaFaults(viewText, withPeople(view, ids).filter);
    return fault === undefined ? [] : [{ ...fault, place: `views.${index}.view` }];
  });
}

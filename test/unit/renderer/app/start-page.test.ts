import { expect, test } from 'vitest';
import { paths } from '#renderer/components/paths.ts';
import { keptAddress, recordOf, startPageOf } from '../../../../renderer/app/start-page.ts';

const id = '0199aaaa-0000-7000-8000-000000000001';
const kept = (path: string) => keptAddress(path.replace(/^#/u, ''));

test('every page is one to come back to', () => {
  const pages = [
    ...[paths.today(), paths.clients(), paths.duplicates(), paths.accounts(), paths.applications()],
    ...[
      paths.documents(),
      paths.rules('platforms'),
      paths.imports(),
      paths.trash(),
      paths.settings('backup'),
    ],
    ...[paths.client(id), paths.account(id), paths.application(id), paths.document(id)],
  ];
  for (const page of pages) expect(kept(page)).toBe(page.slice(1));
});

test('a view and the board belong to the page, what was open on it does not', () => {
  expect(kept(paths.applications('v1', 'board'))).toBe('/applications?view=v1&as=board');
  expect(kept(paths.newClient())).toBe('/clients');
  expect(kept(paths.mergeInto(id))).toBe(`/clients/${id}`);
  expect(kept(paths.applicationStep(id, 'submit'))).toBe(`/applications/${id}`);
  expect(kept(paths.client(id, 'banks'))).toBe(`/clients/${id}`);
  expect(kept(paths.today('{"at":"day"}'))).toBe('/today');
});

test('what is no page is not kept, and the beginning is none', () => {
  for (const address of [
    '',
    '/',
    '/no-such-page',
    '/today/now',
    '/clients/',
    `/clients/${id}/more`,
    '/clients/100%',
    '/applications/%E0%A4%A?as=board',
    'clients',
  ])
    expect(keptAddress(address)).toBeNull();
});

test('what is kept is read as it was', () => {
  const page = startPageOf(kept(paths.clients('我的 & 视图')) ?? '');
  expect(page).toEqual({ path: '/clients', search: { view: '我的 & 视图' } });
});

test('only the page of a record hangs on a record', () => {
  const of = (path: string) => recordOf(startPageOf(path.slice(1)) ?? { path: '', search: {} });
  expect(of(paths.client(id))).toEqual({ list: 'clients', id });
  expect(of(paths.document(id))).toEqual({ list: 'documents', id });
  expect(of(paths.application(id))).toEqual({ list: 'applications', id });
  expect(of(paths.duplicates())).toBeUndefined();
  expect(of(paths.settings('backup'))).toBeUndefined();
});

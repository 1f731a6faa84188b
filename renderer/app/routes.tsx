import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { documentParts } from '#shared/contract/documents.ts';
import { applicationActionKinds } from '#shared/domain/stages.ts';
import { AccountsPage } from '#renderer/features/accounts/accounts-page.tsx';
import { ApplicationPage } from '#renderer/features/application/application-page.tsx';
import { ApplicationsPage } from '#renderer/features/applications/applications-page.tsx';
import { AccountPage } from '#renderer/features/client/account/account-page.tsx';
import { ClientPage } from '#renderer/features/client/client-page.tsx';
import { ClientsPage } from '#renderer/features/clients/clients-page.tsx';
import { DocumentsPage } from '#renderer/features/documents/documents-page.tsx';
import { DuplicatesPage } from '#renderer/features/duplicates/duplicates-page.tsx';
import { MergeDialog } from '#renderer/features/duplicates/merge-dialog.tsx';
import { HandOutsPage } from '#renderer/features/hand-outs/hand-outs-page.tsx';
import { ViewerPage } from '#renderer/features/viewer/viewer-page.tsx';
import { FilesPage } from '#renderer/features/file-checks/files-page.tsx';
import { KeepingPage } from '#renderer/features/keeping/keeping-page.tsx';
import { PeoplePage } from '#renderer/features/people/people-page.tsx';
import { PersonPage } from '#renderer/features/people/person-page.tsx';
import { ImportPage } from '#renderer/features/imports/import-page.tsx';
import { IntakePage } from '#renderer/features/intake/intake-page.tsx';
import { RulesPage } from '#renderer/features/rules/rules-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { TrashPage } from '#renderer/features/trash/trash-page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { useStartPage } from './use-start-page.ts';

/** The figure of the morning page whose duties are listed. */
const todaySearch = z.object({ of: z.unknown().optional() });

/** The item that is to come into view, and the step whose dialog is to open. */
const itemSearch = z.object({
  item: z.string().optional().catch(undefined),
  step: z.enum(applicationActionKinds).optional().catch(undefined),
});

const root = createRootRoute({ component: Frame });
const below = { getParentRoute: () => root };

/** The place on a page that is to come into view. */
const placeSearch = z.object({ at: z.string().optional().catch(undefined) });

/** `merge` is the client that is to be merged into the one of the page; empty while it is to be chosen. */
const clientSearch = placeSearch.extend({ merge: z.string().optional().catch(undefined) });

/** The side and the page of the file that come into sight, and what is looked for in it. */
const paperSearch = z.object({
  part: z.enum(documentParts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
  // A text of figures alone is read as a number.
  find: z.coerce.string().optional().catch(undefined),
  renew: z.coerce.string().optional().catch(undefined),
});

/** Of what the register of copies is shown. */
const handOutsSearch = z
  .object({ documentId: z.string(), clientId: z.string(), applicationId: z.string() })
  .partial()
  .catch({});

/** The saved view that is open. */
const viewSearch = z.object({ view: z.string().optional().catch(undefined) });
/** As what the list is shown, too. */
const applicationsSearch = viewSearch.extend({ as: z.enum(['table', 'board']).optional().catch(undefined) });
const clientsSearch = viewSearch.extend({ new: z.coerce.number().optional() });

/** The places of the program; `renderer/components/paths.ts` spells their addresses. */
export const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ ...below, path: '/', component: Home }),
    createRoute({ ...below, path: '/today', component: Today, validateSearch: todaySearch }),
    createRoute({ ...below, path: '/clients', component: Clients, validateSearch: clientsSearch }),
    createRoute({ ...below, path: '/clients/duplicates', component: DuplicatesPage }),
    createRoute({ ...below, path: '/clients/$id', component: Client, validateSearch: clientSearch }),
    createRoute({ ...below, path: '/accounts', component: Accounts, validateSearch: viewSearch }),
    createRoute({ ...below, path: '/accounts/$id', component: Account, validateSearch: placeSearch }),
    createRoute({
      ...below,
      path: '/applications',
      component: Applications,
      validateSearch: applicationsSearch,
    }),
    createRoute({ ...below, path: '/applications/$id', component: Application, validateSearch: itemSearch }),
    createRoute({ ...below, path: '/documents', component: DocumentsPage }),
    createRoute({
      ...below,
      path: '/documents/handed-out',
      component: HandedOut,
      validateSearch: handOutsSearch,
    }),
    createRoute({ ...below, path: '/intake', component: IntakePage }),
    createRoute({ ...below, path: '/rules', component: () => <RulesPage /> }),
    createRoute({ ...below, path: '/documents/$id', component: Paper, validateSearch: paperSearch }),
    createRoute({ ...below, path: '/rules/$part', component: RulesPart, validateSearch: placeSearch }),
    createRoute({ ...below, path: '/imports', component: ImportPage }),
    createRoute({ ...below, path: '/trash', component: TrashPage }),
    createRoute({ ...below, path: '/keeping', component: () => <KeepingPage part="due" /> }),
    createRoute({ ...below, path: '/keeping/destroyed', component: () => <KeepingPage part="destroyed" /> }),
    createRoute({ ...below, path: '/people', component: () => <PeoplePage part="list" /> }),
    createRoute({ ...below, path: '/people/erasures', component: () => <PeoplePage part="erasures" /> }),
    createRoute({ ...below, path: '/people/$id', component: Person }),
    createRoute({ ...below, path: '/files', component: FilesPage }),
    createRoute({ ...below, path: '/settings', component: () => <SettingsPage /> }),
    createRoute({ ...below, path: '/settings/$part', component: SettingsPart }),
  ]),
  history: createHashHistory(),
  defaultNotFoundComponent: NotFound,
});

const idParam = z.object({ id: z.string() });
const partParam = z.object({ part: z.string() });

function Home(): ReactNode {
  const page = useStartPage();
  return page === undefined ? null : <Navigate to={page.path} search={page.search} replace />;
}

function Today(): ReactNode {
  const { of } = todaySearch.parse(useSearch({ strict: false }));
  return <TodayPage of={of} />;
}

function Clients(): ReactNode {
  const { view, new: creating } = clientsSearch.parse(useSearch({ strict: false }));
  return <ClientsPage key={view} viewId={view} creating={creating !== undefined} />;
}

function Accounts(): ReactNode {
  const { view } = viewSearch.parse(useSearch({ strict: false }));
  return <AccountsPage key={view} viewId={view} />;
}

function Applications(): ReactNode {
  const { view, as } = applicationsSearch.parse(useSearch({ strict: false }));
  return <ApplicationsPage key={view} viewId={view} as={as} />;
}

function RulesPart(): ReactNode {
  const { part } = partParam.parse(useParams({ strict: false }));
  const { at } = placeSearch.parse(useSearch({ strict: false }));
  return <RulesPage part={part} place={at} />;
}

function Client(): ReactNode {
  const { id } = idParam.parse(useParams({ strict: false }));
  const { at, merge } = clientSearch.parse(useSearch({ strict: false }));
  return (
    <>
      <ClientPage key={id} id={id} place={at} />
      {merge !== undefined && (
        <MergeDialog
          key={`${id} ${merge}`}
          keptId={id}
          otherId={merge === '' ? undefined : merge}
          onClose={() => navigateTo(paths.client(id))}
        />
      )}
    </>
  );
}

function Account(): ReactNode {
  const { id } = idParam.parse(useParams({ strict: false }));
  const { at } = placeSearch.parse(useSearch({ strict: false }));
  return <AccountPage key={id} id={id} place={at} />;
}

function Application(): ReactNode {
  const { id } = idParam.parse(useParams({ strict: false }));
  const { item, step } = itemSearch.parse(useSearch({ strict: false }));
  return <ApplicationPage key={id} id={id} itemId={item} step={step} />;
}

function Paper(): ReactNode {
  const { id } = idParam.parse(useParams({ strict: false }));
  const { part, page, find, renew } = paperSearch.parse(useSearch({ strict: false }));
  return <ViewerPage key={renew} id={id} {...{ part, page, find }} renewBy={renew} />;
}

function Person(): ReactNode {
  const { id } = idParam.parse(useParams({ strict: false }));
  return <PersonPage key={id} id={id} />;
}

function HandedOut(): ReactNode {
  const of = handOutsSearch.parse(useSearch({ strict: false }));
  return <HandOutsPage key={JSON.stringify(of)} of={of} />;
}

function SettingsPart(): ReactNode {
  const { part } = partParam.parse(useParams({ strict: false }));
  return <SettingsPage part={part} />;
}

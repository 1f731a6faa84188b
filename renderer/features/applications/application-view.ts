/** The views of the applications, as a table and otherwise. */
import { viewSchemas } from '#shared/contract/views.ts';
import type { ApplicationFilter, ApplicationSortKey } from '#shared/contract/application-pages.ts';
import type { ViewKind } from '#renderer/components/list-view.ts';
import { plainFilter } from './conditions.ts';

/** What is under way, the newest number on top. */
export const applicationViews: ViewKind<ApplicationFilter, ApplicationSortKey> = {
  screen: 'applications',
  schema: viewSchemas.applications,
  whole: { filter: { open: true }, sort: { key: 'number', descending: true } },
  plain: plainFilter,
};

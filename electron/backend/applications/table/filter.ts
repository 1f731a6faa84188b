import type { RowChoice } from '#shared/contract/values.ts';
import { isClosed, stages } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { Backend } from '#backend/backend.ts';
import { searchOwned } from '#backend/search/service.ts';
import type { ApplicationPageFilter } from './queries.ts';

/** A filter of the list, and of what it holds the rows that are meant. */
export interface ChosenApplications {
  readonly text?: string | undefined;
  readonly stages?: readonly Stage[] | undefined;
  readonly open?: boolean | undefined;
  readonly clientId?: string | undefined;
  readonly rows?: RowChoice | undefined;
}

/** The filter in the form in which SQL takes it. */
export function pageFilter(
  backend: Pick<Backend, 'db'>,
  { text, stages: at, open, clientId, rows }: ChosenApplications,
): ApplicationPageFilter {
  return {
    stages: at ?? (open === undefined ? undefined : stages.filter((stage) => isClosed(stage) !== open)),
    clientId,
    found: text ? searchOwned(backend, 'application', text) : undefined,
    rows,
  };
}

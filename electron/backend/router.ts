import { createRouterClient } from '@orpc/server';
import { accountHandlers } from './accounts/handlers.ts';
import { aftercareHandlers } from './aftercare/handlers.ts';
import { applicationHandlers } from './applications/handlers.ts';
import type { Backend } from './backend.ts';
import { backupHandlers } from './backups/handlers.ts';
import { bulkHandlers } from './bulk/handlers.ts';
import { clientHandlers } from './clients/handlers.ts';
import { documentHandlers, fileHandlers } from './documents/handlers.ts';
import { qualityHandlers } from './documents/quality/handlers.ts';
import { readingHandlers } from './documents/reading/handlers.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { exportHandlers } from './exports/handlers.ts';
import { feeHandlers } from './fees/handlers.ts';
import { fileCheckHandlers } from './file-checks/handlers.ts';
import { handOutHandlers } from './hand-outs/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { importHandlers } from './imports/handlers.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { keepingHandlers } from './keeping/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { noteCall } from './quiet.ts';
import { reminderHandlers } from './reminders/handlers.ts';
import { renewalHandlers } from './renewal/handlers.ts';
import { rulesHandlers } from './rules/handlers.ts';
import { sampleHandlers } from './samples/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { createImplementer } from './serve.ts';
import { consultantHandlers, settingsHandlers } from './settings/handlers.ts';
import { systemHandlers } from './system/handlers.ts';
import { taskHandlers } from './tasks/handlers.ts';
import { agendaHandlers, todayHandlers } from './today/handlers.ts';
import { trashHandlers } from './trash/handlers.ts';
import { viewHandlers } from './views/handlers.ts';

export type Report = (error: unknown, path: readonly string[]) => void;

/** Every procedure of the contract, implemented; the compiler says when one is missing. */
export function createRouter(backend: Backend, report: Report) {
  const os = createImplementer({ report, onCall: (path) => noteCall(backend, path) });
  return os.router({
    system: systemHandlers(os, backend),
    clients: clientHandlers(os, backend),
    accounts: accountHandlers(os, backend),
    applications: applicationHandlers(os, backend),
    aftercare: aftercareHandlers(os, backend),
    documents: documentHandlers(os, backend),
    files: fileHandlers(os, backend),
    fileChecks: fileCheckHandlers(os, backend),
    fees: feeHandlers(os, backend),
    handOuts: handOutHandlers(os, backend),
    tasks: taskHandlers(os, backend),
    notes: noteHandlers(os, backend),
    drafts: draftHandlers(os, backend),
    today: todayHandlers(os, backend),
    agenda: agendaHandlers(os, backend),
    quality: qualityHandlers(os, backend),
    reading: readingHandlers(os, backend),
    reminders: reminderHandlers(os, backend),
    search: searchHandlers(os, backend),
    imports: importHandlers(os, backend),
    intake: intakeHandlers(os, backend),
    keeping: keepingHandlers(os, backend),
    people: peopleHandlers(os, backend),
    bulk: bulkHandlers(os, backend),
    exports: exportHandlers(os, backend),
    renewal: renewalHandlers(os, backend),
    rules: rulesHandlers(os, backend),
    history: historyHandlers(os, backend),
    trash: trashHandlers(os, backend),
    samples: sampleHandlers(os, backend),
    settings: settingsHandlers(os, backend),
    consultants: consultantHandlers(os, backend),
    views: viewHandlers(os, backend),
    backups: backupHandlers(os, backend),
  });
}

export type BackendRouter = ReturnType<typeof createRouter>;

/** Calls the procedures in this process, with the same checks: for the command line and the tests. */
export const createLocalClient = (router: BackendRouter) => createRouterClient(router);
export type LocalClient = ReturnType<typeof createLocalClient>;

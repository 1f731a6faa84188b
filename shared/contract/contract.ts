import { accounts } from './account-pages.ts';
import { aftercare } from './aftercare.ts';
import { applications } from './applications.ts';
import { backups } from './backups.ts';
import { clients } from './clients.ts';
import { documents, files } from './documents.ts';
import { exports } from './exports.ts';
import { fees } from './fees.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { reminders } from './reminders.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { consultants, settings, system, views } from './settings.ts';
import { agenda, tasks, today } from './today.ts';
import { trash } from './trash.ts';

/** Everything that the backend does, defined once: the renderer, the main process and the command line call it. */
export const contract = {
  system,
  clients,
  accounts,
  applications,
  aftercare,
  documents,
  files,
  fees,
  tasks,
  today,
  agenda,
  reminders,
  search,
  imports,
  exports,
  rules,
  history,
  trash,
  settings,
  consultants,
  views,
  backups,
};
export type Contract = typeof contract;

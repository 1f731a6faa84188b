import { accounts } from './account-pages.ts';
import { aftercare } from './aftercare.ts';
import { applicationBoard } from './application-board.ts';
import { applications } from './applications.ts';
import { backups } from './backups.ts';
import { accountsBulk } from './bulk-accounts.ts';
import { bulk } from './bulk.ts';
import { clients } from './clients.ts';
import { documents, files } from './documents.ts';
import { drafts } from './drafts.ts';
import { exports } from './exports.ts';
import { fileChecks } from './file-checks.ts';
import { fees } from './fees.ts';
import { handOuts } from './hand-outs.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { intake } from './intake.ts';
import { keeping } from './keeping.ts';
import { people } from './people.ts';
import { merging } from './merging.ts';
import { notes } from './notes.ts';
import { quality } from './quality.ts';
import { reading } from './reading.ts';
import { reminders } from './reminders.ts';
import { renewal } from './renewal.ts';
import { rules } from './rules.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { consultants, settings, system } from './settings.ts';
import { agenda, tasks, today } from './today.ts';
import { trash } from './trash.ts';
import { views } from './views.ts';

/** Named part by part: written out as one, the type is longer than the compiler takes. */
export type Contract = {
  readonly system: typeof system;
  readonly clients: typeof clients & typeof merging;
  readonly accounts: typeof accounts;
  readonly applications: typeof applications & typeof applicationBoard;
  readonly aftercare: typeof aftercare;
  readonly documents: typeof documents;
  readonly files: typeof files;
  readonly fileChecks: typeof fileChecks;
  readonly fees: typeof fees;
  readonly handOuts: typeof handOuts;
  readonly tasks: typeof tasks;
  readonly notes: typeof notes;
  readonly drafts: typeof drafts;
  readonly today: typeof today;
  readonly agenda: typeof agenda;
  readonly quality: typeof quality;
  readonly reading: typeof reading;
  readonly reminders: typeof reminders;
  readonly search: typeof search;
  readonly imports: typeof imports;
  readonly intake: typeof intake;
  readonly keeping: typeof keeping;
  readonly people: typeof people;
  readonly bulk: typeof bulk & typeof accountsBulk;
  readonly exports: typeof exports;
  readonly renewal: typeof renewal;
  readonly rules: typeof rules;
  readonly history: typeof history;
  readonly trash: typeof trash;
  readonly samples: typeof samples;
  readonly settings: typeof settings;
  readonly consultants: typeof consultants;
  readonly views: typeof views;
  readonly backups: typeof backups;
};

/** Everything that the backend does, defined once: the renderer, the main process and the command line call it. */
export const contract: Contract = {
  system,
  clients: { ...clients, ...merging },
  accounts,
  applications: { ...applications, ...applicationBoard },
  aftercare,
  documents,
  files,
  fileChecks,
  fees,
  handOuts,
  tasks,
  notes,
  drafts,
  today,
  agenda,
  quality,
  reading,
  reminders,
  search,
  imports,
  intake,
  keeping,
  people,
  bulk: { ...bulk, ...accountsBulk },
  exports,
  renewal,
  rules,
  history,
  trash,
  samples,
  settings,
  consultants,
  views,
  backups,
};

/** Every area has its own file under `en/`; this one only puts them together. */
import { account } from './en/account.ts';
import { accounts } from './en/accounts.ts';
import { application } from './en/application.ts';
import { applications } from './en/applications.ts';
import { bulk } from './en/bulk.ts';
import { categories } from './en/categories.ts';
import { client } from './en/client.ts';
import { clients } from './en/clients.ts';
import { components } from './en/components.ts';
import { documents } from './en/documents.ts';
import { duplicates } from './en/duplicates.ts';
import { actions, inTheWay } from '#shared/words/en/actions.ts';
import { errors } from '#shared/words/en/errors.ts';
import { refusals } from '#shared/words/en/refusals.ts';
import { handOuts } from './en/hand-outs.ts';
import { imports } from './en/imports.ts';
import { intake } from './en/intake.ts';
import { fileChecks } from './en/file-checks.ts';
import { keeping } from './en/keeping.ts';
import { people } from './en/people.ts';
import { needed } from './en/needed.ts';
import { platforms } from './en/platforms.ts';
import { preCheck } from './en/pre-check.ts';
import { print } from './en/print.ts';
import { ruleFields } from './en/rule-fields.ts';
import { rules } from './en/rules.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';
import { strategy } from './en/strategy.ts';
import { today } from './en/today.ts';
import { trash } from './en/trash.ts';
import { viewer } from './en/viewer.ts';
import { views } from './en/views.ts';
import { vocabulary } from '#shared/words/en/vocabulary.ts';

export const en = {
  account,
  accounts,
  actions,
  application,
  applications,
  bulk,
  categories,
  client,
  clients,
  components,
  documents,
  duplicates,
  errors,
  fileChecks,
  handOuts,
  imports,
  intake,
  inTheWay,
  keeping,
  people,
  needed,
  platforms,
  preCheck,
  print,
  refusals,
  ruleFields,
  rules,
  search,
  settings,
  shell,
  status,
  strategy,
  today,
  trash,
  viewer,
  views,
  vocabulary,
} as const;

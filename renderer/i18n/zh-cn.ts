/** Every area has its own file under `zh-cn/`; this one only puts them together. */
import { account } from './zh-cn/account.ts';
import { accounts } from './zh-cn/accounts.ts';
import { application } from './zh-cn/application.ts';
import { applications } from './zh-cn/applications.ts';
import { bulk } from './zh-cn/bulk.ts';
import { categories } from './zh-cn/categories.ts';
import { client } from './zh-cn/client.ts';
import { clients } from './zh-cn/clients.ts';
import { components } from './zh-cn/components.ts';
import { documents } from './zh-cn/documents.ts';
import { duplicates } from './zh-cn/duplicates.ts';
import { actions, inTheWay } from '#shared/words/zh-cn/actions.ts';
import { errors } from '#shared/words/zh-cn/errors.ts';
import { refusals } from '#shared/words/zh-cn/refusals.ts';
import { handOuts } from './zh-cn/hand-outs.ts';
import { imports } from './zh-cn/imports.ts';
import { intake } from './zh-cn/intake.ts';
import { fileChecks } from './zh-cn/file-checks.ts';
import { keeping } from './zh-cn/keeping.ts';
import { people } from './zh-cn/people.ts';
import { needed } from './zh-cn/needed.ts';
import { platforms } from './zh-cn/platforms.ts';
import { preCheck } from './zh-cn/pre-check.ts';
import { print } from './zh-cn/print.ts';
import { ruleFields } from './zh-cn/rule-fields.ts';
import { rules } from './zh-cn/rules.ts';
import { search } from './zh-cn/search.ts';
import { settings } from './zh-cn/settings.ts';
import { shell } from './zh-cn/shell.ts';
import { status } from './zh-cn/status.ts';
import { strategy } from './zh-cn/strategy.ts';
import { today } from './zh-cn/today.ts';
import { trash } from './zh-cn/trash.ts';
import { viewer } from './zh-cn/viewer.ts';
import { views } from './zh-cn/views.ts';
import { vocabulary } from '#shared/words/zh-cn/vocabulary.ts';

export const zhCn = {
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

/** zh-CN is the source of truth: a key exists when it exists here. */
export type Dictionary = typeof zhCn;

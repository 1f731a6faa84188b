import fc from 'fast-check';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { isOpen } from '#shared/domain/checklist-state.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { deriveForNewDay } from '#backend/derivations.ts';
import { writePaper } from '#backend/documents/write.ts';
import type { TestBackend } from './backend.ts';

/** What one thing is done with: which row of those there are, and a day somewhere around today. */
interface Aim {
  readonly pick: number;
  readonly days: number;
}

type Rows = 'clients' | 'accounts' | 'applications' | 'documents' | 'fees' | 'tasks';

interface Office {
  readonly opened: TestBackend;
  /** Ids of the rows made so far, those in the trash too. */
  readonly ids: Readonly<Record<Rows, string[]>>;
  nowMs: number;
  /** The aim's row of that sort. */
  readonly of: (rows: Rows) => string;
  readonly date: CalendarDate;
  readonly aim: Aim;
}

type Doing = (office: Office) => Promise<unknown>;

/** Thrown where there is no row yet to do something with; the same as a refusal. */
class NothingThere extends Error {
  readonly code = 'NOT_FOUND';
}

const dayMs = 86_400_000;

function at<T>(values: readonly T[], pick: number): T {
  const value = values[Math.abs(pick) % values.length];
  if (value === undefined) throw new NothingThere();
  return value;
}

const changeClient =
  (changes: (office: Office) => object): Doing =>
  (office) =>
    office.opened.call.clients.update({ id: office.of('clients'), base: {}, changes: changes(office) });

const step =
  (kind: 'submit' | 'authorise' | 'pay' | 'resubmit' | 'withdraw'): Doing =>
  ({ opened, of, nowMs }) =>
    opened.call.applications.step({ id: of('applications'), step: { kind, atMs: nowMs } });

const task = async ({ opened, ids, date }: Office, clientId: string | null) => {
  const saved = await opened.call.tasks.save({ id: null, clientId, title: '寄出盖章件', dueOn: date });
  ids.tasks.push(saved.id);
};

const saveBank = ({ call }: TestBackend, clientId: string, holderName: string) => {
  const bankAccount = { kind: 'basic', holderName, bankName: null, accountNumber: null } as const;
  return call.clients.saveBankAccount({ clientId, id: null, bankAccount });
};

const laterBy =
  (days: (office: Office) => number): Doing =>
  async (office) => {
    office.nowMs += days(office) * dayMs;
    office.opened.setNow(office.nowMs);
    await deriveForNewDay(office.opened.backend);
  };

const leadsOn: ReadonlySet<ApplicationActionKind> = new Set<ApplicationActionKind>([
  ...(['submit', 'authorise', 'pay', 'pre_approve', 'confirm', 'return', 'resubmit', 'pass'] as const),
]);

const openedKinds = [
  ...(['first_certification', 'filing', 'annual_review'] as const),
  ...(['merchant_onboarding', 'first_certification', 'annual_review'] as const),
];

/** Now and then the numbers come with the pass; those that the pack does not bring are refused. */
const numbersFor = ({ days }: Aim) =>
  days % 3 === 0 ? { numbers: { filingNumber: '粤ICP备2026012345号' } } : {};

/** Everything a consultant does, and what time does; what is not allowed at the moment is refused and changes nothing. */
const doings: Readonly<Record<string, Doing>> = {
  async newClient({ opened, ids, aim }) {
    const entityType = aim.days % 3 === 0 ? at(entityTypes, aim.pick) : 'company';
    const { id } = await opened.call.clients.create({ name: `示例${ids.clients.length}号`, entityType });
    ids.clients.push(id);
  },
  rename: changeClient(({ nowMs }) => ({ name: `示例改名 ${nowMs}` })),
  changeType: changeClient(({ aim }) => ({ entityType: at(entityTypes, aim.days) })),
  establish: changeClient(({ date }) => ({ establishedOn: date })),
  licenceEnds: changeClient(({ date }) => ({ licenceUntil: date })),
  licenceStays: changeClient(() => ({ licenceUntil: 'forever' })),
  report: changeClient(({ date }) => ({ annualReportYear: Number(date.slice(0, 4)) - 1 })),
  forgetReport: changeClient(() => ({ annualReportYear: null })),
  endService: changeClient(() => ({ serviceStatus: 'ended' })),
  resumeService: changeClient(() => ({ serviceStatus: 'active' })),
  trashClient: ({ opened, of }) => opened.call.clients.trash({ id: of('clients') }),
  mergeClients: ({ opened, ids, of, aim }) =>
    opened.call.clients.merge({
      keptId: of('clients'),
      otherId: at(ids.clients, aim.days),
      take: aim.days % 2 === 0 ? ['name', 'entityType', 'licenceUntil'] : [],
    }),
  restoreClient: ({ opened, of }) => opened.call.clients.restore({ id: of('clients') }),

  async newAccount({ opened, ids, of, aim }) {
    const isPlain = aim.days % 2 === 0;
    const account = {
      platform: isPlain ? 'wechat' : at(platforms, aim.pick),
      kind: isPlain ? 'mini_program' : at(accountKinds, aim.pick),
      name: '示例小程序',
    } as const;
    const { id } = await opened.call.accounts.create({ clientId: of('clients'), account });
    ids.accounts.push(id);
  },
  async newMerchant({ opened, ids, of }) {
    const account = { platform: 'wechat', kind: 'merchant', name: '示例商户' } as const;
    const { id } = await opened.call.accounts.create({ clientId: of('clients'), account });
    ids.accounts.push(id);
  },
  number: ({ opened, of, aim }) =>
    opened.call.accounts.update({
      id: of('accounts'),
      base: {},
      changes: aim.days % 2 === 0 ? { filingNumber: '粤ICP备2026012345号' } : { filingNumber: null },
    }),
  certify: ({ opened, of, date }) =>
    opened.call.accounts.update({ id: of('accounts'), base: {}, changes: { certifiedUntilOn: date } }),
  trashAccount: ({ opened, of }) => opened.call.accounts.trash({ id: of('accounts') }),

  newPaper({ opened, ids, of, aim, date }) {
    const kind = aim.days % 2 === 0 ? 'business_licence' : at(documentKinds, aim.pick);
    const paper = { clientId: of('clients'), documentId: null, kind, validUntil: date };
    const { result } = opened.backend.changes.record('documents.add', (change) =>
      writePaper(opened.backend, change, paper, []),
    );
    ids.documents.push(result.documentId);
    return Promise.resolve();
  },
  paperEnds: ({ opened, of, date }) =>
    opened.call.documents.update({ id: of('documents'), base: {}, changes: { validUntil: date } }),
  paperStays: ({ opened, of }) =>
    opened.call.documents.update({ id: of('documents'), base: {}, changes: { validUntil: 'forever' } }),
  trashPaper: ({ opened, of }) => opened.call.documents.trash({ id: of('documents') }),

  async openApplication({ opened, ids, of, aim }) {
    const kind = at(openedKinds, aim.days);
    const { id } = await opened.call.applications.create({ accountId: of('accounts'), kind });
    ids.applications.push(id);
  },
  submit: step('submit'),
  authorise: step('authorise'),
  pay: step('pay'),
  resubmit: step('resubmit'),
  withdraw: step('withdraw'),
  return: ({ opened, of, nowMs }) =>
    opened.call.applications.step({
      id: of('applications'),
      step: { kind: 'return', reasonText: '不清晰', atMs: nowMs },
    }),
  pass: ({ opened, of, nowMs, date }) =>
    opened.call.applications.step({
      id: of('applications'),
      step: { kind: 'pass', certifiedUntil: date, atMs: nowMs },
    }),
  /** Whichever step the stage allows, more often one that leads on. */
  async advance(office) {
    const { opened, of, nowMs, date, aim } = office;
    const id = of('applications');
    const { allowedSteps } = await opened.call.applications.get({ id });
    const onwards = allowedSteps.filter((kind) => leadsOn.has(kind));
    const kind = at(aim.days % 4 === 0 ? allowedSteps : onwards, aim.pick);
    const whole = { atMs: nowMs, reasonText: '不清晰', certifiedUntil: date, ...numbersFor(aim) };
    await opened.call.applications.step({ id, step: { ...whole, kind } });
  },
  async attach({ opened, of, aim }) {
    const { items, otherDocuments } = await opened.call.applications.get({ id: of('applications') });
    const [item, document] = [at(items, aim.pick), at(otherDocuments, aim.days)];
    await opened.call.applications.attach({ itemId: item.id, documentId: document.id });
  },
  async decide({ opened, of, aim }) {
    const item = at((await opened.call.applications.get({ id: of('applications') })).items, aim.pick);
    const decision = at(['confirmed', 'not_needed', null] as const, aim.days);
    await opened.call.applications.decideItem({ itemId: item.id, decision });
  },
  /** A merchant number from the first paper to the pass, now and then with the number itself. */
  async onboard({ opened, ids, of, aim, nowMs }) {
    const account = { platform: 'wechat', kind: 'merchant', name: '示例商户' } as const;
    const { id: accountId } = await opened.call.accounts.create({ clientId: of('clients'), account });
    ids.accounts.push(accountId);
    const { id } = await opened.call.applications.create({ accountId, kind: 'merchant_onboarding' });
    ids.applications.push(id);
    const walk = (kind: 'submit' | 'pass') =>
      opened.call.applications.step({ id, step: { kind, atMs: nowMs } });
    await walk('submit');
    await walk('pass');
    const numbers = aim.days % 3 === 0 ? { numbers: { appId: '1234567890' } } : {};
    await opened.call.applications.step({ id, step: { kind: 'confirm', atMs: nowMs, ...numbers } });
  },
  /** Nothing is missing any more; what may hold the case back now is the pre-check’s: another name at the bank. */
  async completeList({ opened, of, aim }) {
    const { items, client } = await opened.call.applications.get({ id: of('applications') });
    for (const item of items.filter(({ requirement }) => isOpen(requirement.state)))
      await opened.call.applications.decideItem({ itemId: item.id, decision: 'not_needed' });
    if (aim.days % 2 === 0) await saveBank(opened, client.id, '示例归越');
  },
  async settleStep({ opened, of, aim }) {
    const applicationId = of('applications');
    const { aftercare } = await opened.call.applications.get({ id: applicationId });
    const { rule } = at(aftercare, aim.pick).step;
    const decision = at(['done', 'not_needed', null] as const, aim.days);
    await opened.call.aftercare.decide({ applicationId, ruleId: rule.id, decision });
  },
  trashApplication: ({ opened, of }) => opened.call.applications.trash({ id: of('applications') }),

  async person({ opened, of, aim }) {
    const [clientId, isAdministrator] = [of('clients'), aim.days % 2 === 0];
    const { contacts } = await opened.call.clients.get({ id: clientId });
    const roles = { isLegalRepresentative: true, isAdministrator, isFinance: false, answersCalls: true };
    const contact = {
      ...{
        name: '示例负责人',
        email: null,
        wechat: null,
        idNumber: null,
        availableHours: null,
        leftOn: null,
      },
      ...{ phone: `1380000${1000 + aim.pick}`, ...roles },
    };
    const known = contacts.length === 0 ? null : at(contacts, aim.pick).id;
    await opened.call.clients.saveContact({ clientId, id: known, contact });
  },
  bank: ({ opened, of, aim }) => saveBank(opened, of('clients'), aim.days % 2 === 0 ? '示例归越' : '示例0号'),

  async fee({ opened, ids, of, date }) {
    const fee = {
      ...({ kind: 'service', title: '服务费', amountFen: 360_000 } as const),
      ...{ chargedOn: date, dueOn: addDays(date, 30), invoiceNumber: null },
    };
    ids.fees.push((await opened.call.fees.save({ clientId: of('clients'), id: null, fee })).id);
  },
  payFee: ({ opened, of, date }) =>
    opened.call.fees.pay({ feeId: of('fees'), amountFen: 180_000, paidOn: date }),
  removeFee: ({ opened, of }) => opened.call.fees.remove({ id: of('fees') }),

  task: (office) => task(office, office.of('clients')),
  ownTask: (office) => task(office, null),
  finishTask: ({ opened, of }) => opened.call.tasks.finish({ id: of('tasks') }),
  trashTask: ({ opened, of }) => opened.call.tasks.trash({ id: of('tasks') }),

  undo: ({ opened }) => opened.call.history.undo(),
  redo: ({ opened }) => opened.call.history.redo(),

  nextDay: laterBy(() => 1),
  nextMonths: laterBy(({ aim }) => 20 + (aim.pick % 80)),
  nextYear: laterBy(() => 365),
};

/** Names of doings, each with its aim. */
export type History = readonly (Aim & { readonly doing: string })[];

/** A day's work, a year's work: what leads somewhere comes up more often than what takes it away. */
export const anyHistory = (maxLength: number): fc.Arbitrary<History> =>
  fc.array(
    fc.record({
      doing: fc.oneof(
        fc.constantFrom(...Object.keys(doings)),
        fc.constantFrom('newClient', 'newAccount', 'certify', 'newPaper', 'openApplication', 'nextMonths'),
        fc.constantFrom('advance', 'licenceEnds', 'report', 'undo', 'settleStep', 'decide', 'person'),
        fc.constantFrom('onboard', 'completeList', 'person', 'bank', 'nextMonths', 'mergeClients'),
        fc.constant('advance'),
        fc.constant('advance'),
      ),
      pick: fc.nat(1000),
      days: fc.integer({ min: -200, max: 600 }),
    }),
    { minLength: 5, maxLength },
  );

const refusals =
  /ACTION_NOT_ALLOWED|NOT_FOUND|NOTHING_TO_UNDO|REDO_ENDED|STALE|UNDO_CONFLICT|RULES_NOT_COVERED|ACCOUNT_KIND_UNFIT|REPORT_YEAR_NOT_OVER|IN_USE|DUPLICATE_APP_ID/u;

/**
 * Does everything of a history in turn in a firm with one client that has an account and an open application, and calls
 * `check` after each. Returns how many doings were not refused.
 */
export async function liveThrough(
  opened: TestBackend,
  history: History,
  nowMs: number,
  check: (doing: string) => void,
): Promise<number> {
  const ids = { clients: [], accounts: [], applications: [], documents: [], fees: [], tasks: [] };
  let [now, done] = [nowMs, 0];
  const beginning = ['newClient', 'newAccount', 'openApplication'].map((doing) => ({
    doing,
    pick: 0,
    days: 2,
  }));
  for (const { doing, ...aim } of [...beginning, ...history]) {
    const office: Office = {
      ...{ opened, ids, aim, nowMs: now },
      date: addDays(opened.backend.clock.today(), aim.days),
      of: (rows) => at<string>(ids[rows], aim.pick),
    };
    try {
      await doings[doing]?.(office);
      done += 1;
    } catch (error) {
      if (!refusals.test(String((error as { code?: unknown }).code))) throw error;
    }
    now = office.nowMs;
    check(doing);
  }
  return done;
}

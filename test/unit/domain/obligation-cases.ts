import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { ApplicationFacts, ClientFacts } from '#shared/domain/client-facts.ts';
import type { Obligation } from '#shared/domain/obligations.ts';
import { obligationsOf } from '#shared/domain/obligations.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { companyUpkeep as upkeep } from '#test/unit/rules/company-upkeep.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

export const calendar = createWorkingCalendar();
export const rules = { packs: [pack], upkeep };
export const day = calendarDate;
export const at = (date: string, time = '10:00'): number => instantOf(day(date), time);

/** Established this year, so that it owes no annual report. */
export const client = {
  clientId: 'c1',
  name: '示例公司',
  entityType: 'company',
  consultantId: 'k1',
  establishedOn: day('2026-01-05'),
} as const;
export const today = day('2026-09-22');
export const nothing: ClientFacts = {
  client,
  today,
  accounts: [],
  applications: [],
  documents: [],
  endedOrders: [],
  fees: [],
  tasks: [],
};
export const account = {
  accountId: 'a1',
  name: '示例小程序',
  platform: 'wechat',
  accountKind: 'mini_program',
} as const;

export const derive = (facts: Partial<ClientFacts>): Obligation[] =>
  obligationsOf({ ...nothing, ...facts }, rules, calendar);

export function ofApplication(
  progress: ApplicationProgress,
  changes: Partial<ApplicationFacts> = {},
): Obligation[] {
  const application = { applicationId: 'p1', accountId: 'a1', progress, missingRequiredCount: 0, ...changes };
  return derive({ accounts: [account], applications: [application] });
}

import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import { recogniseEntityType } from '#shared/domain/entity-type.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { applyAction, openApplication, refillNo } from '#shared/domain/stages.ts';
import { sampleApplications } from '#test/fixtures/sample/applications.ts';
import type { SampleApplication } from '#test/fixtures/sample/applications.ts';
import { firms, REFERENCE_DAY } from '#test/fixtures/sample/firms.ts';
import type { SampleAction } from '#test/fixtures/sample/stories.ts';

const DAY_MS = 86_400_000;
const nowMs = instantOf(calendarDate(REFERENCE_DAY), '09:00');
const { applications } = sampleApplications();

const rules = JSON.parse(
  fs.readFileSync(new URL('../../../resources/rules/wechat-mp-certification.json', import.meta.url), 'utf8'),
) as RulePack;

function atMs(local: string): number {
  const [date = '', time = ''] = local.split('T');
  return instantOf(calendarDate(date), time);
}

function actionOf(action: SampleAction): ApplicationAction {
  const { at, ...rest } = action;
  if (rest.kind !== 'pass') return { ...rest, atMs: atMs(at) };
  return { kind: 'pass', atMs: atMs(at), certifiedUntil: calendarDate(rest.certifiedUntil) };
}

function progressOf(application: SampleApplication): ApplicationProgress {
  const firm = firms.find(({ creditCode }) => creditCode === application.clientCode);
  const entityType = recogniseEntityType(firm?.type ?? '');
  if (!entityType) throw new Error(`no entity type for ${application.clientName}`);
  const opened = openApplication(application.kind, entityType, atMs(application.openedAt));
  return application.actions.reduce((progress, action) => {
    const result = applyAction(progress, actionOf(action), rules);
    if (!result.ok) throw new Error(`${application.clientName} ${action.kind} ${action.at}: ${result.code}`);
    return result.progress;
  }, opened);
}

describe('the sample applications on the reference day', () => {
  const standing = applications.map((application) => progressOf(application));

  it('stand in every stage that an order can be in', () => {
    expect(standing.map((progress) => `${progress.stage} ${refillNo(progress)}`).sort()).toEqual(
      [
        'awaiting_authorisation 0',
        'awaiting_payment 0',
        'collecting 0',
        'collecting 0',
        'collecting 0',
        'in_review 0',
        'in_review 0',
        'passed 0',
        'passed 0',
        'returned 1',
        'returned 2',
        'returned 3',
      ].sort(),
    );
  });

  it('keep the clocks of the platform: 24 hours to agree and to pay, 30 days from the first return', () => {
    for (const { submittedAtMs, authorisedAtMs, paidAtMs, firstReturnedAtMs, ...rest } of standing) {
      if (submittedAtMs !== undefined) expect((authorisedAtMs ?? nowMs) - submittedAtMs).toBeLessThan(DAY_MS);
      if (authorisedAtMs !== undefined) expect((paidAtMs ?? nowMs) - authorisedAtMs).toBeLessThan(DAY_MS);
      if (firstReturnedAtMs !== undefined) expect(nowMs - firstReturnedAtMs).toBeLessThan(30 * DAY_MS);
      expect(rest.stageSinceAtMs).toBeLessThan(nowMs);
    }
  });

  it('begin an annual review only inside its window of 90 days', () => {
    for (const { accountName, kind, actions } of applications) {
      const until = firms
        .flatMap(({ accounts }) => accounts)
        .find(({ title }) => title === accountName)?.untilOn;
      expect(until === '', accountName).toBe(kind === 'first_certification');
      const [first] = actions;
      if (!until || !first) continue;
      expect(atMs(first.at), accountName).toBeGreaterThanOrEqual(
        instantOf(calendarDate(until)) - 90 * DAY_MS,
      );
    }
  });

  it('use reasons of the rule pack', () => {
    const codes = rules.returnReasons.map(({ code }) => code);
    const used = applications.flatMap(({ actions }) =>
      actions.flatMap((action) => (action.kind === 'return' ? [action.reasonCode] : [])),
    );
    expect(used.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { obligationsOf } from '#shared/domain/obligations.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import { openApplication } from '#shared/domain/stages.ts';
import { companyUpkeep as upkeep } from '#test/unit/rules/company-upkeep.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { actionAt, replay } from './application-runs.ts';
import { calendar, day, at, nothing, account, derive, ofApplication } from './obligation-cases.ts';

describe('papers', () => {
  it('expire legally on their own day and internally on the working day before', () => {
    const document = {
      documentId: 'd1',
      kind: 'food_business_permit',
      validUntil: day('2026-10-07'),
    } as const;
    expect(derive({ documents: [document] })).toEqual([
      {
        id: 'paper_expiry:d1',
        kind: 'paper_expiry',
        clientId: 'c1',
        consultantId: 'k1',
        documentId: 'd1',
        startsOn: '2026-07-09',
        legalOn: '2026-10-07',
        internalOn: '2026-09-30',
        dueOn: '2026-09-30',
        unit: 'calendar_day',
        waitingOn: 'us',
        provisional: false,
        subject: 'food_business_permit',
      },
    ]);
  });

  it('without an end or with an unknown one oblige to nothing', () => {
    const documents = [
      { documentId: 'd1', kind: 'business_licence', validUntil: 'forever' },
      { documentId: 'd2', kind: 'id_card' },
    ] as const;
    expect(derive({ documents })).toEqual([]);
  });

  it('ending in a year without a published notice are provisional', () => {
    const document = { documentId: 'd1', kind: 'id_card', validUntil: day('2027-01-01') } as const;
    expect(derive({ documents: [document] })).toMatchObject([
      { provisional: true, internalOn: '2027-01-01' },
    ]);
  });
});

describe('a certification', () => {
  const certified = { ...account, certifiedUntil: day('2026-12-20') };

  it('ends on its day and opens its window 90 days before, asked for at 100 and planned for 60', () => {
    expect(derive({ accounts: [certified] })).toMatchObject([
      { id: 'certification_expiry:a1', legalOn: '2026-12-20', internalOn: '2026-12-18', waitingOn: 'us' },
      {
        id: 'review_window:a1',
        startsOn: '2026-09-11',
        opensOn: '2026-09-21',
        internalOn: '2026-10-21',
        legalOn: '2026-12-20',
        dueOn: '2026-10-21',
        total: 90,
      },
    ]);
  });

  it.each([
    ['2028-02-29', '2027-12-01', 'leap day'],
    ['2027-03-01', '2026-12-01', 'month end and year change'],
    ['2026-01-01', '2025-10-03', 'new year'],
    ['2024-12-22', '2024-09-23', 'as the platform answered in 2024'],
    ['2025-10-22', '2025-07-24', 'as the platform answered in 2025'],
  ])('that ends on %s opens on %s: %s', (until, opensOn) => {
    const [, window] = derive({ accounts: [{ ...account, certifiedUntil: day(until) }] });
    expect(window?.opensOn).toBe(opensOn);
  });

  it('under review carries the plan of the window in the application instead', () => {
    const progress = openApplication('annual_review', 'company', at('2026-09-14'));
    const application = { applicationId: 'p1', accountId: 'a1', progress, missingRequiredCount: 2 };
    const rows = derive({ accounts: [certified], applications: [application] });
    expect(rows.map(({ id }) => id)).toEqual(['certification_expiry:a1', 'collecting:p1']);
    expect(rows[1]).toMatchObject({
      startsOn: '2026-09-14',
      opensOn: '2026-09-21',
      internalOn: '2026-10-21',
      legalOn: '2026-12-20',
      waitingOn: 'client',
    });
  });

  it('comes back to its window when the review was withdrawn', () => {
    const opened = openApplication('annual_review', 'company', at('2026-09-14'));
    const progress = replay(opened, [actionAt('withdraw', at('2026-09-15'))]);
    const application = { applicationId: 'p1', accountId: 'a1', progress, missingRequiredCount: 2 };
    const rows = derive({ accounts: [certified], applications: [application] });
    expect(rows.map(({ kind }) => kind)).toEqual(['certification_expiry', 'review_window']);
  });

  it('on a platform without rules still ends', () => {
    const rows = derive({ accounts: [{ ...certified, platform: 'baidu' }] });
    expect(rows.map(({ kind }) => kind)).toEqual(['certification_expiry']);
  });

  it('has a window only where a pack is for that kind of account: a merchant number is not reviewed', () => {
    const merchant = { ...account, accountKind: 'merchant', certifiedUntil: day('2026-12-20') } as const;
    expect(derive({ accounts: [merchant] }).map(({ kind }) => kind)).toEqual(['certification_expiry']);
    expect(derive({ accounts: [{ ...merchant, accountKind: 'mini_program' }] })).toHaveLength(2);
  });
});

describe('an application', () => {
  const collecting = openApplication('first_certification', 'company', at('2026-09-13'));
  const submitted = replay(collecting, [actionAt('submit', at('2026-09-21', '12:00'))]);
  const authorised = replay(submitted, [actionAt('authorise', at('2026-09-21', '18:42'))]);
  const inReview = replay(authorised, [actionAt('pay', at('2026-09-21', '20:00'))]);
  const returned = replay(inReview, [actionAt('return', at('2026-09-24'))]);

  it('waits for the client while something is missing, since it was asked for', () => {
    expect(ofApplication(collecting, { missingRequiredCount: 3 })).toMatchObject([
      { id: 'collecting:p1', waitingOn: 'client', startsOn: '2026-09-13', dueOn: '2026-09-13' },
    ]);
    const asked = { missingRequiredCount: 3, askedAtMs: at('2026-09-16') };
    expect(ofApplication(collecting, asked)).toMatchObject([{ startsOn: '2026-09-16' }]);
    expect(ofApplication(collecting)).toMatchObject([{ waitingOn: 'us' }]);
  });

  it('has the one clock of its stage', () => {
    expect(ofApplication(submitted)).toMatchObject([
      {
        id: 'clock_authorisation:p1',
        unit: 'hour',
        total: 24,
        startsOn: '2026-09-21',
        startsAtMs: at('2026-09-21', '12:00'),
        legalAtMs: at('2026-09-22', '12:00'),
        legalOn: '2026-09-22',
        waitingOn: 'client',
      },
    ]);
    expect(ofApplication(authorised)).toMatchObject([
      { id: 'clock_payment:p1', legalAtMs: at('2026-09-22', '18:42'), waitingOn: 'client' },
    ]);
    expect(ofApplication(inReview)).toMatchObject([
      {
        id: 'clock_review:p1',
        unit: 'working_day',
        total: 15,
        legalOn: '2026-10-19',
        internalOn: '2026-10-19',
        waitingOn: 'platform',
      },
    ]);
  });

  it('that came back is at stake with the fee that was paid', () => {
    expect(ofApplication(returned, { missingRequiredCount: 1 })).toMatchObject([
      {
        id: 'clock_refill:p1',
        unit: 'calendar_day',
        total: 30,
        refillNo: 1,
        stakeFen: 30_000,
        legalOn: '2026-10-24',
        internalOn: '2026-10-23',
        startsOn: '2026-09-24',
        waitingOn: 'client',
      },
    ]);
    expect(ofApplication(returned)).toMatchObject([{ waitingOn: 'us' }]);
    expect(ofApplication(returned, { blockerCount: 2 })).toMatchObject([{ blockerCount: 2, total: 30 }]);
    const again = replay(returned, [actionAt('resubmit', at('2026-09-28'))]);
    expect(ofApplication(again)).toMatchObject([
      { kind: 'clock_review', refillNo: 1, legalOn: '2026-10-23' },
    ]);
    expect(ofApplication(again)[0]).not.toHaveProperty('stakeFen');
    expect(ofApplication(again, { blockerCount: 2 })[0]).not.toHaveProperty('blockerCount');
  });

  it('is looked up once its calls are missed, whether under review or sent back', () => {
    for (const progress of [inReview, returned])
      expect(ofApplication(progress, { areCallsSpent: true, missingRequiredCount: 1 })).toMatchObject([
        { kind: 'clock_review', waitingOn: 'us' },
      ]);
  });

  it('keeps to the platform’s end where the firm has made the clock longer, to the firm’s where shorter', () => {
    const under = (total: number) => {
      const change = { kind: 'clock', clockId: 'refill', total } as const;
      const own = withOverrides(pack, [{ change, reason: '样例', on: day('2026-09-01') }]);
      const application = {
        applicationId: 'p1',
        accountId: 'a1',
        progress: returned,
        missingRequiredCount: 0,
      };
      const facts = { ...nothing, accounts: [account], applications: [application] };
      return obligationsOf(facts, { packs: [own], upkeep }, calendar)[0];
    };
    expect(under(40)).toMatchObject({ total: 30, legalOn: '2026-10-24', internalOn: '2026-10-23' });
    expect(under(20)).toMatchObject({ total: 20, legalOn: '2026-10-14' });
  });

  it('that is closed obliges to nothing', () => {
    expect(ofApplication(replay(inReview, [actionAt('pass', at('2026-09-25'))]))).toEqual([]);
  });

  it('keeps to the pack with which it was opened', () => {
    const slower = pack.clocks.map((clock) => (clock.id === 'review' ? { ...clock, total: 20 } : clock));
    const older = { ...pack, version: '2025.01', asOf: day('2025-01-01'), clocks: slower };
    const application = { applicationId: 'p1', accountId: 'a1', progress: inReview, missingRequiredCount: 0 };
    const totals = [undefined, { id: pack.id, version: '2025.01' }, { id: pack.id, version: 'gone' }].map(
      (rulePack) => {
        const applications = [rulePack ? { ...application, rulePack } : application];
        return obligationsOf(
          { ...nothing, accounts: [account], applications },
          { packs: [older, pack], upkeep },
          calendar,
        )[0]?.total;
      },
    );
    expect(totals).toEqual([15, 20, 15]);
  });
});

describe('fees and tasks', () => {
  it('count until they are settled', () => {
    const fees = [
      {
        feeId: 'f1',
        title: '服务费',
        owedFen: 180_000,
        chargedOn: day('2026-09-01'),
        dueOn: day('2026-10-01'),
      },
      { feeId: 'f2', title: '平台费', owedFen: 0, dueOn: day('2026-10-01') },
      { feeId: 'f3', title: '年费', owedFen: 1 },
    ];
    const tasks = [
      {
        taskId: 't1',
        title: '守候审核来电',
        isDone: false,
        dueOn: day('2026-09-22'),
        dueAtMs: at('2026-09-22', '14:00'),
      },
      { taskId: 't2', title: '寄出盖章件', isDone: true, dueOn: day('2026-09-22') },
      { taskId: 't3', title: '周六回访', isDone: false, dueOn: day('2026-09-26'), consultantId: 'k2' },
    ];
    expect(derive({ fees, tasks })).toMatchObject([
      {
        id: 'fee_due:f1',
        startsOn: '2026-09-01',
        legalOn: '2026-10-01',
        internalOn: '2026-09-30',
        stakeFen: 180_000,
      },
      { id: 'fee_due:f3', dueOn: '9999-12-31', waitingOn: 'client' },
      { id: 'task:t1', internalOn: '2026-09-22', legalAtMs: at('2026-09-22', '14:00'), consultantId: 'k1' },
      { id: 'task:t3', internalOn: '2026-09-26', consultantId: 'k2', waitingOn: 'us' },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages } from '#shared/domain/application.ts';
import { boardColumns, columnOf, stagesOf } from '#shared/domain/board.ts';
import { boardMoves } from '#shared/domain/board-moves.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { allowedActions, openApplication } from '#shared/domain/stages.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { actionAt, anyPack, anyRun, replay, runOf } from './application-runs.ts';

const calendar = createWorkingCalendar();
const hourMs = 3_600_000;
const openedAtMs = Date.parse('2026-09-01T09:00:00+08:00');
const nowMs = Date.parse('2026-09-22T09:00:00+08:00');

type Kinds = Parameters<typeof actionAt>[0][];
const after = (...kinds: Kinds): ApplicationProgress =>
  replay(
    openApplication('first_certification', 'company', openedAtMs),
    kinds.map((kind, index) => actionAt(kind, openedAtMs + (index + 1) * hourMs)),
  );
const movesOf = (progress: ApplicationProgress, isReady = false) =>
  boardMoves({ progress, isReady }, pack, calendar, nowMs);
const moveTo = (column: (typeof boardColumns)[number], progress: ApplicationProgress, isReady = false) =>
  movesOf(progress, isReady).find((move) => move.column === column);

describe('the columns', () => {
  it('hold every stage, and each stage its own', () => {
    for (const stage of stages) {
      for (const isReady of [false, true]) {
        const column = columnOf(stage, isReady);
        expect(stagesOf(column)).toContain(stage);
        if (stage !== 'collecting')
          expect(boardColumns.filter((each) => stagesOf(each).includes(stage))).toEqual([column]);
      }
    }
  });
});

describe('where a card can be put', () => {
  it('from payment into review: it is paid, and the clock of fifteen working days begins', () => {
    const move = moveTo('review', after('submit', 'authorise'));
    expect(move).toMatchObject({ isOpen: true, step: 'pay', stage: 'in_review', asks: false });
    // The Mid-Autumn and National Day holidays lie between.
    expect(move?.isOpen && move.clock).toMatchObject({
      id: 'review',
      unit: 'working_day',
      total: 15,
      legalOn: '2026-10-20',
    });
  });

  it('from collecting into authorisation, whether it is ready or not; never between the two by hand', () => {
    for (const isReady of [true, false]) {
      expect(moveTo('authorisation', after(), isReady)).toMatchObject({ isOpen: true, step: 'submit' });
      expect(moveTo(isReady ? 'collecting' : 'ready', after(), isReady)).toEqual({
        column: isReady ? 'collecting' : 'ready',
        isOpen: false,
        reason: 'by_papers',
      });
      expect(moveTo('payment', after(), isReady)).toMatchObject({ isOpen: false, reason: 'no_step' });
    }
  });

  it('what ends or sends back is asked about; the likeliest step stands for the results', () => {
    const reviewed = after('submit', 'authorise', 'pay');
    expect(moveTo('returned', reviewed)).toMatchObject({ step: 'return', asks: true });
    expect(moveTo('result', reviewed)).toMatchObject({ step: 'pass', stage: 'passed', asks: true });
    expect(moveTo('result', after('submit'))).toMatchObject({ step: 'withdraw', asks: true });
  });

  it('a last return leads to no refill, and what is over moves nowhere', () => {
    const rounds = Array.from({ length: pack.refills.max }, () => ['return', 'resubmit'] as const).flat();
    const last = after('submit', 'authorise', 'pay', ...rounds);
    expect(moveTo('returned', last)).toEqual({ column: 'returned', isOpen: false, reason: 'refills_spent' });
    for (const move of movesOf(after('withdraw')))
      expect(move).toMatchObject({ isOpen: false, reason: 'closed' });
  });

  it('a column of a stage that the rules do not lead through says so', () => {
    const short = { ...pack, path: ['in_review'] } as const;
    const moves = boardMoves({ progress: after(), isReady: false }, short, calendar, nowMs);
    expect(moves.find(({ column }) => column === 'payment')).toMatchObject({
      isOpen: false,
      reason: 'not_on_path',
    });
  });

  it('is every other column once, by a step that the stage allows, wherever an order stands', () => {
    fc.assert(
      fc.property(
        anyPack.chain((rules) => fc.tuple(fc.constant(rules), anyRun)),
        fc.boolean(),
        ([rules, run], isReady) => {
          const progress = runOf(run, rules).final;
          const moves = boardMoves({ progress, isReady }, rules, calendar, progress.stageSinceAtMs);
          const others = boardColumns.filter((column) => column !== columnOf(progress.stage, isReady));
          expect(moves.map(({ column }) => column)).toEqual(others);
          for (const move of moves) {
            if (!move.isOpen) continue;
            expect(allowedActions(progress, rules)).toContain(move.step);
            expect(columnOf(move.stage, isReady)).toBe(move.column);
          }
        },
      ),
    );
  });
});

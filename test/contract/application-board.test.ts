import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, urgencyOrder } from '#shared/domain/agenda.ts';
import { boardColumns, columnOf, stagesOf } from '#shared/domain/board.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { addSampleClients } from '#backend/samples/clients.ts';
import { sampleFiles } from '#backend/samples/files.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

async function openFirm(seed: number, clients = 24): Promise<TestBackend> {
  const opened = openTestBackend();
  const { backend } = opened;
  const consultant = { name: '示例顾问', phone: null, email: null, weeklyCapacity: null };
  const { id } = await opened.call.consultants.save({ id: null, consultant });
  const firm = {
    seed,
    today: backend.clock.today(),
    consultantIds: [id] as const,
    files: await sampleFiles(backend),
    pastYears: 0,
  };
  const counts = { clients: 0, accounts: 0, applications: 0 };
  addSampleClients(backend, firm, { from: 0, to: clients, action: 'demo.client' }, counts);
  recomputeAllObligations(backend);
  recomputeAllSummaries(backend);
  recomputeSearch(backend);
  return opened;
}

/** Every card of a column, page by page. */
async function cardsOf({ call }: TestBackend, filter: object, column: BoardColumn, limit = 40) {
  const board = await call.applications.board({ filter, limit });
  const page = board.columns.find((each) => each.column === column);
  const rows = [...(page?.rows ?? [])];
  let after = page?.nextCursor ?? null;
  while (after !== null) {
    const next = await call.applications.boardCards({ filter, column, after, limit });
    rows.push(...next.rows);
    after = next.nextCursor;
  }
  return rows;
}

describe('the board of a generated firm', () => {
  it('holds what the list holds for the same filter, each application in its one column', async () => {
    const filters = [
      {},
      { open: true },
      { open: false },
      { text: '示例' },
      { stages: ['returned' as const] },
    ];
    for (const seed of [1, 2]) {
      const opened = await openFirm(seed);
      for (const filter of filters) {
        const list = await opened.call.applications.list({ filter, limit: 500 });
        const board = await opened.call.applications.board({ filter });
        expect(board.total).toBe(list.total);
        expect(board.columns.map(({ column }) => column)).toEqual(boardColumns);
        const seen: string[] = [];
        for (const { column, count } of board.columns) {
          const rows = await cardsOf(opened, filter, column);
          expect(rows).toHaveLength(count);
          for (const row of rows) expect(stagesOf(column)).toContain(row.stage);
          seen.push(...rows.map(({ id }) => id));
        }
        expect(seen.toSorted()).toEqual(list.rows.map(({ id }) => id).toSorted());
      }
      expect((await opened.call.applications.list({ filter: { text: '示例' } })).total).toBeGreaterThan(0);
    }
  });

  it('calls ready, overdue and within a day what the rows say themselves', async () => {
    const opened = await openFirm(3, 60);
    const today = opened.backend.clock.today();
    const board = await opened.call.applications.board({});
    expect(board.columns.reduce((sum, { overdue }) => sum + overdue, 0)).toBeGreaterThan(0);
    for (const page of board.columns) {
      const rows = await cardsOf(opened, {}, page.column);
      const clocks = rows.flatMap(({ clock }) => clock ?? []);
      const hours = clocks.filter(
        ({ unit, legalAtMs }) => unit === 'hour' && legalAtMs !== null && legalAtMs >= sampleNowMs,
      );
      expect(page.overdue).toBe(
        clocks.filter((clock) => groupOf(clock, today, sampleNowMs) === 'overdue').length,
      );
      expect(page.withinDay).toBe(
        hours.filter(({ legalAtMs }) => (legalAtMs ?? 0) <= sampleNowMs + 86_400_000).length,
      );
      expect(page.stakeFen).toBe(clocks.reduce((sum, { stakeFen }) => sum + (stakeFen ?? 0), 0));
      for (const { stage, clock } of rows) {
        const isReady = clock?.kind === 'collecting' && clock.waitingOn === 'us' && clock.blockerCount === 0;
        expect(columnOf(stage, isReady)).toBe(page.column);
      }
    }
  });

  it('orders the hours and days of a column as the agenda does', async () => {
    const opened = await openFirm(4, 60);
    const order = urgencyOrder(opened.backend.clock.today(), sampleNowMs);
    for (const column of ['authorisation', 'payment'] as const) {
      const clocks = (await cardsOf(opened, {}, column)).flatMap(({ clock }) => clock ?? []);
      expect(clocks.length).toBeGreaterThan(1);
      expect(clocks.map(({ legalAtMs }) => legalAtMs)).toEqual(
        clocks.toSorted(order).map(({ legalAtMs }) => legalAtMs),
      );
    }
  });

  it('pages alike whatever the length of a page', async () => {
    const opened = await openFirm(5);
    const whole = new Map<BoardColumn, string[]>();
    for (const column of boardColumns)
      whole.set(
        column,
        (await cardsOf(opened, {}, column, 100)).map(({ id }) => id),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...boardColumns),
        fc.integer({ min: 1, max: 12 }),
        async (column, limit) => {
          const ids = (await cardsOf(opened, {}, column, limit)).map(({ id }) => id);
          expect(ids).toEqual(whole.get(column));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('counts a column whose cards are not wanted, and refuses a cursor that is not one of its own', async () => {
    const { call } = await openFirm(6, 10);
    const board = await call.applications.board({ columns: ['collecting'] });
    const whole = await call.applications.board({});
    expect(board.columns.map(({ count }) => count)).toEqual(whole.columns.map(({ count }) => count));
    for (const { column, rows } of board.columns) if (column !== 'collecting') expect(rows).toEqual([]);
    const asked = call.applications.boardCards({ column: 'collecting', after: 'x' });
    expect(await failureOf(asked)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the moves of a card', () => {
  async function openCase() {
    const opened = openTestBackend();
    const { call } = opened;
    const client = await call.clients.create({ name: '示例', entityType: 'company' });
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例' } as const;
    const { id: accountId } = await call.accounts.create({ clientId: client.id, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    return { ...opened, id };
  }

  it('lead where the recorded step leads, and back when it is undone', async () => {
    const { call, id } = await openCase();
    const placeOf = async () =>
      (await call.applications.board({})).columns.find(({ count }) => count === 1)?.column;
    await call.applications.step({ id, step: { kind: 'submit' } });
    await call.applications.step({ id, step: { kind: 'authorise' } });
    const { from, moves } = await call.applications.boardMoves({ id });
    expect(from).toBe('payment');
    const move = moves.find(({ column }) => column === 'review');
    expect(move).toMatchObject({ isOpen: true, step: 'pay', asks: false, doubts: [] });
    await call.applications.step({ id, step: { kind: 'pay' } });
    expect(await placeOf()).toBe('review');
    const { obligations } = await call.applications.get({ id });
    const clock = obligations.find(({ kind }) => kind === 'clock_review');
    expect(move?.isOpen && move.clock && 'legalOn' in move.clock && move.clock.legalOn).toBe(clock?.legalOn);
    await call.history.undo();
    expect(await placeOf()).toBe('payment');
  });

  it('ask where the step is doubtful: papers are missing, or its time is over', async () => {
    const opened = await openCase();
    const { call, id } = opened;
    const moveTo = async (wanted: BoardColumn) =>
      (await call.applications.boardMoves({ id })).moves.find(({ column }) => column === wanted);
    expect(await moveTo('authorisation')).toMatchObject({
      step: 'submit',
      asks: true,
      doubts: ['held_back'],
    });
    await call.applications.step({ id, step: { kind: 'submit' } });
    expect(await moveTo('payment')).toMatchObject({ step: 'authorise', asks: false });
    opened.setNow(sampleNowMs + 25 * 3_600_000);
    expect(await moveTo('payment')).toMatchObject({ step: 'authorise', asks: true, doubts: ['after_end'] });
    expect(await failureOf(call.applications.boardMoves({ id: 'nobody' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

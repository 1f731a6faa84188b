import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Touched } from '#backend/db/change.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { anyHistory, liveThrough } from '#test/support/office-history.ts';

type Stored = Readonly<Record<string, string | number | null>>;
type Rows = ReadonlyMap<string, Stored>;

/** Kept for whoever goes by them; they outlive the change that happened to keep them. */
const common = new Set(['rule_packs', 'tags']);

/** Every shared row without the moment at which it was written last. */
function rowsOf({ backend }: TestBackend): Rows {
  return new Map(
    sharedTableNames
      .filter((table) => !common.has(table))
      .flatMap((table) =>
        backend.db
          .prepare<[], Stored>(`SELECT * FROM ${table}`)
          .all()
          .map((row) => [`${table}.${String(row.id)}`, { ...row, updated_at_ms: null }] as const),
      ),
  );
}

/** What the consultant sees: a row in the trash is not there, whenever it went. */
const seen = (rows: Rows): [string, Stored][] =>
  [...rows].filter(([, row]) => row.deleted_at_ms === null).sort(([a], [b]) => (a < b ? -1 : 1));

interface Step {
  readonly changeId: string;
  readonly touched: readonly string[];
  readonly before: Rows;
}

async function lived(history: Parameters<typeof liveThrough>[1]) {
  const opened = openTestBackend();
  const steps: Step[] = [];
  let before = rowsOf(opened);
  opened.backend.changes.onCommit((touched: readonly Touched[], changeId) => {
    steps.push({ changeId, touched: touched.map(({ table, id }) => `${table}.${id}`), before });
    before = rowsOf(opened);
  });
  await liveThrough(opened, history, sampleNowMs, () => undefined);
  return { opened, steps: [...steps] };
}

test('undo from the middle is the history without that change, and redo brings it back', async () => {
  let [taken, fromMiddle, refused] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(anyHistory(25), async (history) => {
      const { opened, steps } = await lived(history);
      const { call } = opened;
      const all = steps.map(({ changeId }) => changeId);
      const takeable = new Set(await call.history.takeable({ changeIds: all }));
      for (const [index, { changeId, touched, before }] of steps.entries()) {
        const now = rowsOf(opened);
        if (!takeable.has(changeId)) {
          // An undo in the history may mean this change by the one that did it again; done again once more it has another
          // id than the one that was said to be takeable, so such a history ends here.
          const failure = await call.history.undo({ changeId }).then(
            () => call.history.redo().then(() => undefined),
            (error: unknown) => error,
          );
          if (failure === undefined) break;
          expect(rowsOf(opened)).toEqual(now);
          refused += 1;
          continue;
        }
        await call.history.undo({ changeId });
        const mine = new Set(touched);
        const after = rowsOf(opened);
        const expected = new Map([...now].filter(([key]) => !mine.has(key)));
        for (const [key, row] of before) if (mine.has(key)) expected.set(key, row);
        expect(seen(after)).toEqual(seen(expected));
        expect(await failureOf(call.history.undo({ changeId }))).toMatchObject({ code: 'NOTHING_TO_UNDO' });
        await call.history.redo();
        expect(seen(rowsOf(opened))).toEqual(seen(now));
        taken += 1;
        fromMiddle += index < steps.length - 1 ? 1 : 0;
        break;
      }
      expect((await call.history.verify()).brokenAt).toBeNull();
      expect(opened.backend.db.pragma('foreign_key_check')).toEqual([]);
    }),
    { numRuns: 40 },
  );
  expect(taken).toBeGreaterThan(0);
  expect(fromMiddle).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
}, 240_000);

test('taking back everything that can be, in any order, and doing it all again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory(20), fc.array(fc.nat(100), { maxLength: 12 }), async (history, picks) => {
      const { opened, steps } = await lived(history);
      const { call } = opened;
      const all = steps.map(({ changeId }) => changeId);
      const now = rowsOf(opened);
      let undone = 0;
      for (const pick of picks) {
        const takeable = await call.history.takeable({ changeIds: all });
        const changeId = takeable[pick % takeable.length];
        if (changeId === undefined) break;
        await call.history.undo({ changeId });
        undone += 1;
      }
      for (; undone > 0; undone -= 1) await call.history.redo();
      expect(seen(rowsOf(opened))).toEqual(seen(now));
    }),
    { numRuns: 25 },
  );
}, 240_000);

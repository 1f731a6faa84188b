import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movePages, pagesIn, pageTurns } from '#shared/domain/tray-pages.ts';
import type { TrayMove, TrayPage } from '#shared/domain/tray-pages.ts';

const papers = ['a', 'b', 'c'] as const;

/** Pages of two files in up to three pieces, positions without gaps. */
const trays = fc
  .array(fc.constantFrom(...papers, null), { minLength: 1, maxLength: 12 })
  .map((owners): readonly TrayPage[] => {
    const next = new Map<string | null, number>();
    return owners.map((paperId, index) => {
      const position = next.get(paperId) ?? 0;
      next.set(paperId, position + 1);
      const fileId = index < 6 ? 'f' : 'g';
      return { id: `p${index}`, fileId, pageNo: (index % 6) + 1, paperId, position, turn: 0, part: 'whole' };
    });
  });

const page = fc.nat({ max: 13 }).map((no) => `p${no}`);
const pages = fc.uniqueArray(page, { maxLength: 4 });
const moves: fc.Arbitrary<TrayMove> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), pageId: page, newPaperId: fc.constant('new') }),
  fc.record({
    kind: fc.constant('join' as const),
    paperId: fc.constantFrom(...papers),
    to: fc.constantFrom(...papers),
  }),
  fc.record({
    kind: fc.constant('sides' as const),
    front: fc.constantFrom(...papers),
    back: fc.constantFrom(...papers),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    pageIds: pages,
    to: fc.constantFrom(...papers),
    before: fc.option(page),
  }),
  fc.record({ kind: fc.constant('own' as const), pageIds: pages, newPaperId: fc.constant('new') }),
  fc.record({ kind: fc.constant('turn' as const), pageIds: pages, by: fc.constantFrom(...pageTurns) }),
  fc.record({ kind: fc.constant('leave_out' as const), pageIds: pages }),
  fc.record({
    kind: fc.constant('part' as const),
    pageId: page,
    part: fc.constantFrom('whole' as const, 'front' as const, 'back' as const),
  }),
);

const order = (tray: readonly TrayPage[], paperId: string | null) =>
  pagesIn(tray, paperId).map(({ id }) => id);

describe('the sides of a card', () => {
  it('are one piece, the front first, each page with its side', () => {
    fc.assert(
      fc.property(trays, fc.constantFrom(...papers), fc.constantFrom(...papers), (tray, front, back) => {
        const after = movePages(tray, { kind: 'sides', front, back });
        const [fronts, backs] = [order(tray, front), order(tray, back)];
        if (front === back || fronts.length === 0 || backs.length === 0) {
          expect(after).toEqual(tray);
          return;
        }
        expect(order(after, front)).toEqual([...fronts, ...backs]);
        expect(order(after, back)).toEqual([]);
        const parts = pagesIn(after, front).map(({ part }) => part);
        expect(parts).toEqual([...fronts.map(() => 'front'), ...backs.map(() => 'back')]);
      }),
    );
  });
});

describe('moves in the tray', () => {
  it('neither lose nor double a page, and leave no gap in a piece', () => {
    fc.assert(
      fc.property(trays, fc.array(moves, { maxLength: 6 }), (tray, row) => {
        const after = row.reduce(movePages, tray);
        expect(after.map(({ id, fileId, pageNo }) => [id, fileId, pageNo])).toEqual(
          tray.map(({ id, fileId, pageNo }) => [id, fileId, pageNo]),
        );
        for (const paperId of new Set(after.map((each) => each.paperId)))
          expect(pagesIn(after, paperId).map(({ position }) => position)).toEqual(
            pagesIn(after, paperId).map((_, index) => index),
          );
      }),
    );
  });

  it('a cut that is joined again leaves everything as it was', () => {
    fc.assert(
      fc.property(trays, page, (tray, pageId) => {
        const owner = tray.find(({ id }) => id === pageId)?.paperId;
        const after = movePages(tray, { kind: 'cut', pageId, newPaperId: 'new' });
        const to = owner ?? 'none';
        expect(movePages(after, { kind: 'join', paperId: 'new', to })).toEqual(tray);
      }),
    );
  });

  it('what is moved stands before the page that was named, in the order that was named', () => {
    fc.assert(
      fc.property(trays, pages, fc.constantFrom(...papers), page, (tray, pageIds, to, before) => {
        fc.pre(!pageIds.includes(before));
        const known = pageIds.filter((id) => tray.some((each) => each.id === id));
        const after = order(movePages(tray, { kind: 'move', pageIds, to, before }), to);
        fc.pre(known.length > 0);
        const at = after.indexOf(before);
        const end = at < 0 ? after.length : at;
        expect(after.slice(end - known.length, end)).toEqual(known);
      }),
    );
  });

  it('four quarter turns are none', () => {
    fc.assert(
      fc.property(trays, pages, (tray, pageIds) => {
        const quarter: TrayMove = { kind: 'turn', pageIds, by: 90 };
        expect([quarter, quarter, quarter, quarter].reduce(movePages, tray)).toEqual(tray);
      }),
    );
  });
});

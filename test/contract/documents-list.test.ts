import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar-date.ts';
import { plansOf } from '#test/support/query-plans.ts';
import { openForPapers } from '#test/support/paper-drop.ts';

describe('the list', () => {
  it('pages by end date with the undated last, each paper once, and counts the whole filter', async () => {
    const { call, backend, clientId } = await openForPapers();
    const today = backend.clock.today();
    backend.changes.record('test', (change) => {
      for (let no = 0; no < 40; no += 1) {
        // Several papers share an end date, so that the order needs the key too.
        const end = no % 4 === 0 ? null : addDays(today, Math.floor(no / 4) * 30 - 60);
        change.insert('documents', {
          client_id: clientId,
          kind: no % 2 === 0 ? 'lease' : 'other',
          title: `第${no}份`,
          valid_until_on: end,
        });
      }
    });
    const walk = async (filter: object) => {
      const rows = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof call.documents.list>> = await call.documents.list({
          filter,
          after,
          limit: 7,
        });
        rows.push(...page.rows);
        after = page.nextCursor;
        if (after === null) expect(page.total).toBe(rows.length);
      } while (after !== null);
      return rows;
    };
    const all = await walk({});
    expect(new Set(all.map(({ id }) => id)).size).toBe(40);
    const ends = all.map(({ validUntil }) => validUntil ?? '9999');
    expect(ends).toEqual(ends.toSorted());
    const leases = await walk({ kinds: ['lease'] });
    expect(leases.map(({ id }) => id)).toEqual(
      all.filter(({ kind }) => kind === 'lease').map(({ id }) => id),
    );
    const expired = await walk({ expiringWithinDays: 0 });
    expect(expired.map(({ id }) => id)).toEqual(
      all.filter(({ validUntil }) => validUntil !== null && validUntil < today).map(({ id }) => id),
    );
    const soon = await walk({ expiringWithinDays: 30 });
    expect(soon.map(({ id }) => id)).toEqual(
      all
        .filter(({ validUntil }) => validUntil !== null && validUntil <= addDays(today, 30))
        .map(({ id }) => id),
    );
    expect((await walk({ text: '第17' })).map(({ title }) => title)).toEqual(['第17份']);
  });

  it('walks the index of end dates and sorts nothing', async () => {
    const { call, backend } = await openForPapers();
    const plans = await plansOf(backend.db, () => call.documents.list({ limit: 100 }));
    const pages = plans.filter(({ sql }) => sql.includes('ORDER BY d.'));
    expect(pages).toHaveLength(2);
    for (const { steps } of pages) {
      expect(steps.join('\n')).toContain('documents_valid_until');
      expect(steps.join('\n')).not.toMatch(/SCAN [dcp]\b|TEMP B-TREE/);
    }
  });
});

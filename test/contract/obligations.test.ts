import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Backend } from '#backend/backend.ts';
import type { LocalClient } from '#backend/router.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const dayMs = 86_400_000;
const rowsOf = ({ db }: Backend) => ({
  obligations: db.prepare('SELECT * FROM obligations ORDER BY id').all(),
  summaries: db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all(),
});

/** Things a consultant does, in any order; what the stage does not allow is refused and changes nothing. */
const doings = [
  'submit',
  'authorise',
  'pay',
  'return',
  'resubmit',
  'pass',
  'task',
  'ownTask',
  'fee',
  'trash',
  'undo',
  'redo',
  'rename',
  'end',
] as const;

async function act(
  call: LocalClient,
  doing: (typeof doings)[number],
  at: { id: string; clientId: string; atMs: number },
): Promise<void> {
  const { id, clientId, atMs } = at;
  switch (doing) {
    case 'submit':
    case 'authorise':
    case 'pay':
    case 'resubmit':
      await call.applications.step({ id, step: { kind: doing, atMs } });
      return;
    case 'return':
      await call.applications.step({ id, step: { kind: 'return', reasonText: '不清晰', atMs } });
      return;
    case 'pass':
      await call.applications.step({
        id,
        step: { kind: 'pass', certifiedUntil: '2028-01-05' as never, atMs },
      });
      return;
    case 'task':
      await call.tasks.save({ id: null, clientId, title: '寄出盖章件', dueOn: '2026-10-01' as never });
      return;
    case 'ownTask':
      await call.tasks.save({ id: null, clientId: null, title: '自己的事', dueOn: '2026-10-01' as never });
      return;
    case 'fee': {
      const fee = {
        kind: 'service' as const,
        title: '服务费',
        amountFen: 360_000,
        chargedOn: '2026-09-01' as never,
        dueOn: '2026-10-03' as never,
        invoiceNumber: null,
      };
      await call.fees.save({ clientId, id: null, fee });
      return;
    }
    case 'trash':
      await call.applications.trash({ id });
      return;
    case 'undo':
    case 'redo':
      await call.history[doing]();
      return;
    case 'rename':
      await call.clients.update({ id: clientId, base: {}, changes: { name: `示例改名 ${atMs}` } });
      return;
    case 'end':
      await call.clients.update({ id: clientId, base: {}, changes: { serviceStatus: 'ended' } });
  }
}

test('the rows kept by every change are those of a full recomputation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...doings), { minLength: 1, maxLength: 14 }), async (steps) => {
      const { backend, call } = openTestBackend();
      const { clientId, accountId } = await createSampleCase(call);
      const { id } = await call.applications.create({
        accountId,
        kind: 'first_certification',
        openedAtMs: sampleNowMs - 30 * dayMs,
      });
      for (const [index, doing] of steps.entries()) {
        const atMs = sampleNowMs - (25 - index) * dayMs;
        await act(call, doing, { id, clientId, atMs }).catch((error: unknown) => {
          expect(error).toHaveProperty(
            'code',
            expect.stringMatching(/ACTION_NOT_ALLOWED|NOT_FOUND|NOTHING_TO_UNDO|STALE|UNDO_CONFLICT/u),
          );
        });
        const kept = rowsOf(backend);
        recomputeAllObligations(backend);
        recomputeAllSummaries(backend);
        expect(rowsOf(backend)).toEqual(kept);
      }
      expect((await call.history.verify()).brokenAt).toBeNull();
    }),
    { numRuns: 15 },
  );
});

test('a task of the firm’s own stands on the agenda, without a client, until it is done', async () => {
  const { call } = openTestBackend();
  const { id } = await call.tasks.save({
    id: null,
    clientId: null,
    title: '给自己',
    dueOn: '2026-09-22' as never,
  });
  const { rows } = await call.agenda.list({});
  expect(rows).toMatchObject([
    { kind: 'task', taskId: id, clientId: null, clientName: null, subject: '给自己' },
  ]);
  await call.tasks.finish({ id });
  expect((await call.agenda.list({})).rows).toEqual([]);
});

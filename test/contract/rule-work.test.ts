import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { knownBy } from '#test/support/known-by.ts';
import { multiplyApplications } from '#test/support/multiply-applications.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { certificationPack as shipped } from '#test/unit/rules/certification-pack.ts';

const packId = shipped.id;
const copies = 120;

/** Many open cases of one client, and one of another. */
async function largeFirm() {
  const firm = openTestBackend();
  const { accountId } = await createSampleCase(firm.call);
  const { id } = await firm.call.applications.create({ accountId, kind: 'first_certification' });
  const ids = [id, ...multiplyApplications(firm.backend.db, id, copies)];
  const other = await createSampleCase(firm.call, { name: '示例栩禾餐饮有限公司', serial: '1' });
  const { id: otherId } = await firm.call.applications.create({
    accountId: other.accountId,
    kind: 'first_certification',
  });
  return { ...firm, ids: [...ids, otherId], otherId, otherClientId: other.clientId };
}

/** The next version asks a longer review. */
function nextPack({ backend }: TestBackend): string {
  const file = path.join(temporaryFolder(), 'pack.json');
  const clocks = shipped.clocks.map((clock) => (clock.id === 'review' ? { ...clock, total: 20 } : clock));
  fs.writeFileSync(file, knownBy({ ...shipped, version: '2099.01', clocks }));
  return backend.tokens.grant(file, undefined, 'read');
}

describe('a look at very many cases', { timeout: 60_000 }, () => {
  test('tells how far it is, and answers others in between', async () => {
    const firm = await largeFirm();
    const shares: number[] = [];
    let answers = 0;
    const ending = new AbortController();
    const others = (async () => {
      while (!ending.signal.aborted) {
        await firm.call.rules.overrides();
        answers += 1;
        await setImmediate();
      }
    })();
    const steps = firm.call.rules.previewPack({ file: nextPack(firm) });
    const preview = await resultOf(steps, ({ done, total }) => void shares.push(done / total));
    ending.abort();
    await others;
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(answers).toBeGreaterThanOrEqual(shares.length);
    if (!preview.ok) throw new Error('faulty');
    expect(preview.touched).toHaveLength(firm.ids.length);
  });

  test('ends when it is given up, and listens no longer', async () => {
    const firm = await largeFirm();
    const ending = new AbortController();
    let looked = 0;
    const change = { kind: 'clock', clockId: 'review', total: 5 } as const;
    const steps = firm.call.rules.previewOverride({ packId, change }, { signal: ending.signal });
    const look = resultOf(steps, () => {
      looked += 1;
      ending.abort();
    });
    await expect(look).rejects.toThrow();
    expect(looked).toBe(1);
  });

  test('follows what is written meanwhile: one state of the data comes out', async () => {
    const firm = await largeFirm();
    const { call, ids, otherId } = firm;
    const writes = [
      () => call.applications.step({ id: ids[0] ?? '', step: { kind: 'withdraw' } }),
      () => call.applications.trash({ id: otherId }),
      () =>
        resultOf(
          call.rules.setOverride({
            author: '示例顾问',
            packId,
            change: { kind: 'clock', clockId: 'review', total: 20 },
            reason: '试',
          }),
        ),
    ];
    const file = nextPack(firm);
    const preview = async (onStep?: () => Promise<unknown>) => {
      const steps = await call.rules.previewPack({ file });
      for await (const step of steps) {
        if (step.kind === 'done') return step.result;
        await onStep?.();
      }
      throw new Error('no result');
    };
    const during = await preview(() => Promise.resolve(writes.shift()?.()));
    expect(writes).toEqual([]);
    expect(during).toEqual(await preview());
    if (!during.ok) throw new Error('faulty');
    expect(during.touched.map(({ id }) => id)).not.toContain(otherId);
  });
});

test('a change of many rows says that it is at work, and writes nothing when it is given up before', async () => {
  const firm = await largeFirm();
  const { call, ids } = firm;
  const file = nextPack(firm);
  const preview = await resultOf(call.rules.previewPack({ file }));
  if (!preview.ok) throw new Error('faulty');
  const input = { file, sha256: preview.head.sha256, applicationIds: ids };
  const ending = new AbortController();
  const given = resultOf(call.rules.installPack(input, { signal: ending.signal }), () => ending.abort());
  await expect(given).rejects.toThrow();
  expect((await call.rules.list()).some(({ version }) => version === '2099.01')).toBe(false);
  const totals: number[] = [];
  await resultOf(call.rules.installPack(input), ({ total }) => void totals.push(total));
  expect(totals).toEqual([ids.length]);
  expect((await call.rules.list()).find(({ version }) => version === '2099.01')).toMatchObject({
    openApplicationCount: ids.length,
  });
});

test('an override is refused when another one stands there than was looked at', async () => {
  const { call } = openTestBackend();
  const set = (amountFen: number, base?: string | null) => {
    const change = { kind: 'fee', entityType: 'company', amountFen } as const;
    return resultOf(
      call.rules.setOverride({
        author: '示例顾问',
        packId,
        change,
        reason: '试',
        ...(base !== undefined && { base }),
      }),
    );
  };
  const first = await set(10_000, null);
  expect(await failureOf(set(20_000, null))).toMatchObject({
    code: 'STALE',
    data: { field: 'fee.company', expected: null, found: '10000' },
  });
  const second = await set(35_000, first.id);
  expect(await failureOf(set(40_000, first.id))).toMatchObject({
    code: 'STALE',
    data: { expected: '10000', found: '35000' },
  });
  await resultOf(call.rules.removeOverride({ id: second.id }));
  expect(await failureOf(set(50_000, second.id))).toMatchObject({ code: 'STALE', data: { found: null } });
  await set(60_000);
  expect((await call.rules.overrides()).map(({ change }) => change)).toMatchObject([{ amountFen: 60_000 }]);
});

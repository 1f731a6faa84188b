import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { createSharedWork } from '#backend/documents/shared-work.ts';

/** Works that end when they are told to, in the order in which they begin. */
function worksToEnd() {
  const begun: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      begun.push({ resolve, reject });
    });
  return { begun, work };
}

test('who comes meanwhile waits for the same work, and afterwards it is begun anew', async () => {
  const shared = createSharedWork<object>();
  const owner = {};
  const { begun, work } = worksToEnd();
  const both = [shared.run(owner, 'a', work), shared.run(owner, 'a', work)];
  expect([begun.length, shared.isUnderWay(owner, 'a'), shared.isUnderWay({}, 'a')]).toEqual([1, true, false]);
  begun[0]?.resolve();
  await Promise.all(both);
  expect(shared.isUnderWay(owner, 'a')).toBe(false);
  const third = shared.run(owner, 'a', work);
  begun[1]?.resolve();
  await third;
  expect(begun.length).toBe(2);
});

test('a work that was given up is begun again once for all others who wait for it', async () => {
  const shared = createSharedWork<object>();
  const owner = {};
  const { begun, work } = worksToEnd();
  const first = shared.run(owner, 'a', work);
  const others = [shared.run(owner, 'a', work), shared.run(owner, 'a', work)];
  begun[0]?.reject(new AppError('CANCELLED', {}));
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.resolve();
  await Promise.all(others);
  expect(begun.length).toBe(2);
});

test('who has given up too gets no work of its own, and any other failure is everybody’s', async () => {
  const shared = createSharedWork<object>();
  const owner = {};
  const { begun, work } = worksToEnd();
  const first = shared.run(owner, 'a', work);
  const gone = shared.run(owner, 'a', work, AbortSignal.abort());
  begun[0]?.reject(new AppError('CANCELLED', {}));
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(gone).rejects.toMatchObject({ code: 'CANCELLED' });
  const both = [shared.run(owner, 'a', work), shared.run(owner, 'a', work)];
  begun[1]?.reject(new Error('示例'));
  for (const each of both) await expect(each).rejects.toThrow('示例');
  expect(begun.length).toBe(2);
});

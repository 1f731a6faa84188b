import { describe, expect, it } from 'vitest';
import { idsOrReport } from '#renderer/api/group-choice.ts';

describe('the rows of a group that is chosen', () => {
  it('are told, or the failure is reported', async () => {
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    expect(await idsOrReport(() => Promise.resolve({ ids: ['a'] }), report)).toEqual(['a']);
    const failure = new Error('the disk is full');
    expect(await idsOrReport(() => Promise.reject(failure), report)).toBeUndefined();
    expect(reported).toEqual([failure]);
  });
});

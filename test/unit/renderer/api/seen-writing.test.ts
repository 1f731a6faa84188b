import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { BulkChange } from '#renderer/api/use-bulk-change.ts';
import { seenWriting } from '#renderer/api/seen-writing.ts';

const change = {
  title: '',
  unit: 'clients' as const,
  done: () => '',
  start: () => Promise.reject(new Error('is never started here')),
};
const stale = new ORPCError('STALE', { defined: true });
const underWay = new ORPCError('CHANGE_UNDER_WAY', { defined: true });

/** A run that fails as `useBulkChange` does: what the caller does not know is reported. */
function failing(error: unknown, reported: unknown[], begins = false) {
  return ({ onBegun, isKnown }: BulkChange): Promise<undefined> => {
    if (begins) onBegun?.();
    if (isKnown?.(error) !== true) reported.push(error);
    return Promise.resolve(undefined);
  };
}

describe('what comes of writing rows as they were seen', () => {
  it('is written as soon as it has begun, or at the end when no step was told', async () => {
    const begun = seenWriting(({ onBegun }) => {
      onBegun?.();
      return new Promise(() => undefined);
    }, change);
    expect(await begun).toBe('written');
    const outcome = { changeId: null, written: 0, skipped: 0 };
    expect(await seenWriting(() => Promise.resolve(outcome), change)).toBe('written');
  });

  it('is stale when the rows were otherwise, which is told in the dialog alone', async () => {
    const reported: unknown[] = [];
    const told: string[] = [];
    expect(await seenWriting(failing(stale, reported), change, () => told.push('stale'))).toBe('stale');
    expect([reported, told]).toEqual([[], ['stale']]);
  });

  it('is a failure when it was refused otherwise or cancelled: nothing was written, the dialog stays', async () => {
    const reported: unknown[] = [];
    expect(await seenWriting(failing(underWay, reported), change)).toBe('failed');
    expect(reported).toEqual([underWay]);
    expect(await seenWriting(() => Promise.resolve(undefined), change)).toBe('failed');
  });

  it('that fails after the dialog was closed is reported, whatever it is', async () => {
    const reported: unknown[] = [];
    expect(await seenWriting(failing(stale, reported, true), change)).toBe('written');
    expect(reported).toEqual([stale]);
  });
});

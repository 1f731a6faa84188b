import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/contract/history.ts';
import { timelineOf } from '#renderer/features/application/timeline-entries.ts';

const entry = (given: Partial<HistoryEntry>): HistoryEntry => ({
  id: given.id ?? `e${given.changeId ?? ''}${given.table ?? ''}`,
  changeId: 'c',
  action: 'applications.return',
  actorName: null,
  atMs: 1_000,
  table: 'applications',
  rowId: 'a',
  operation: 'update',
  before: null,
  after: null,
  ...given,
});

describe('the timeline of an application', () => {
  it('tells when a step happened and what the platform said', () => {
    const history = [
      entry({
        changeId: 'r',
        after: { stage: 'returned', stage_since_at_ms: 500 },
        before: { stage: 'in_review' },
      }),
      entry({ changeId: 'r', table: 'attempts', rowId: 't', after: { reason_text: '姓名不符' } }),
    ];
    expect(timelineOf(history, 'a')).toMatchObject([
      { action: 'return', happenedAtMs: 500, atMs: 1_000, text: '姓名不符' },
    ]);
  });

  it('puts what happened last first, however late it was written down', () => {
    const history = [
      entry({ changeId: '2', action: 'applications.submit', atMs: 900, after: { stage_since_at_ms: 100 } }),
      entry({ changeId: '1', action: 'applications.create', atMs: 200, operation: 'insert', after: {} }),
    ];
    expect(timelineOf(history, 'a').map(({ action }) => action)).toEqual(['create', 'submit']);
  });

  it('names a call by its outcome, and its removal', () => {
    const noted = { application_id: 'a', outcome: 'missed', at_ms: 300, remark: '占线' };
    const call = { table: 'calls', rowId: 'x' } as const;
    const history = [
      entry({ ...call, changeId: '2', action: 'calls.remove', operation: 'delete', atMs: 800 }),
      entry({ ...call, changeId: '1', action: 'calls.record', operation: 'insert', after: noted, atMs: 400 }),
      entry({
        ...call,
        rowId: 'y',
        changeId: '0',
        after: { ...noted, application_id: 'b' },
        operation: 'insert',
      }),
    ];
    expect(timelineOf(history, 'a')).toMatchObject([
      { action: 'callRemoved', happenedAtMs: null },
      { action: 'callMissed', happenedAtMs: 300, text: '占线' },
    ]);
  });

  it('says nothing of the moment of what was undone', () => {
    const step = { action: 'applications.return', operation: 'update' } as const;
    const [before, after] = [{ stage_since_at_ms: 1 }, { stage_since_at_ms: 500 }];
    const history = [
      entry({ ...step, id: '2', changeId: '2', atMs: 3_000, before: after, after: before }),
      entry({ ...step, id: '1', changeId: '1', atMs: 2_000, before, after }),
    ];
    expect(timelineOf(history, 'a')).toMatchObject([
      { isUndo: true, happenedAtMs: null, text: null },
      { isUndo: false, happenedAtMs: 500 },
    ]);
  });
});

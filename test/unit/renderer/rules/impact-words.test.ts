import { expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { ImpactChange } from '#shared/domain/impact-change.ts';
import { impactWords } from '#renderer/features/rules/impact-words.ts';
import { chinese, everyLanguage, isUnspoken } from '#test/unit/renderer/speech.ts';

const title = { zh: '股权证明', en: 'Proof of shareholding' };
const paper = { id: 'paper', title };
const finding = { check: 'paper_missing', level: 'blocker', text: title } as const;
const day = { before: calendarDate('2026-10-20'), after: calendarDate('2026-10-27') };

const changes: Record<ImpactChange['kind'], ImpactChange> = {
  not_covered: { kind: 'not_covered' },
  stage_gone: { kind: 'stage_gone' },
  paper_added: { kind: 'paper_added', ...paper },
  paper_dropped: { kind: 'paper_dropped', ...paper },
  paper_changed: { kind: 'paper_changed', ...paper },
  paper_reworded: { kind: 'paper_reworded', ...paper },
  paper_state: { kind: 'paper_state', ...paper, before: 'satisfied', after: 'rejected' },
  paper_order: { kind: 'paper_order' },
  path: { kind: 'path', before: ['in_review'], after: ['pre_review', 'in_review'] },
  stage_title: { kind: 'stage_title', stage: 'in_review', before: null, after: title },
  stage_note: { kind: 'stage_note', stage: 'in_review', before: title, after: null },
  stage_turn: { kind: 'stage_turn', stage: 'in_review', before: 'platform', after: 'us' },
  turn: { kind: 'turn', duty: 'clock_refill', before: 'us', after: 'client' },
  clock: { kind: 'clock', clockId: 'review', before: { total: 15, unit: 'working_day' }, after: null },
  clock_start: { kind: 'clock_start', clockId: 'refill', before: 'first_returned', after: 'submitted' },
  clock_end: { kind: 'clock_end', clockId: 'refill', before: 'failed', after: 'none' },
  clock_consequence: { kind: 'clock_consequence', clockId: 'refill', before: title, after: null },
  date: { kind: 'date', duty: 'collecting', date: 'starts', ...day },
  moment: { kind: 'moment', duty: 'clock_payment', before: 0, after: 3_600_000 },
  result_date: { kind: 'result_date', ...day },
  fee: { kind: 'fee', beforeFen: 30_000, afterFen: 0 },
  fee_variant: { kind: 'fee_variant', id: 'variant', title, before: null, after: 100 },
  refills: { kind: 'refills', before: 3, after: 1 },
  calls: { kind: 'calls', before: 3, after: 2 },
  withdrawal: { kind: 'withdrawal', before: false, after: true },
  validity: { kind: 'validity', before: 1, after: 2 },
  loss_added: { kind: 'loss_added', afterDays: 1, text: title },
  loss_moved: { kind: 'loss_moved', text: title, before: 0, after: 7 },
  loss_gone: { kind: 'loss_gone', afterDays: 30, text: title },
  aftercare_added: { kind: 'aftercare_added', ...paper },
  aftercare_gone: { kind: 'aftercare_gone', ...paper },
  aftercare_changed: { kind: 'aftercare_changed', ...paper },
  aftercare_time: { kind: 'aftercare_time', ...paper, before: null, after: { unit: 'hour', total: 24 } },
  need_added: { kind: 'need_added', category: title, title },
  need_gone: { kind: 'need_gone', category: title, title },
  finding_added: { kind: 'finding_added', ...finding },
  finding_gone: { kind: 'finding_gone', ...finding },
  finding_changed: { kind: 'finding_changed', ...finding },
};

it.each(everyLanguage)('every kind of change has its own words in $language', ({ t, format, ruleText }) => {
  const words = Object.values(changes).map((change) => impactWords(change, { t, format, say: ruleText }));
  expect(words.filter(isUnspoken)).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
});

it('names what changed, and what it was and is', () => {
  const { t, format, ruleText: say } = chinese;
  expect(impactWords(changes.clock_end, { t, format, say })).toBe('补交 · 超时后果：申请失败 → 无');
  expect(impactWords(changes.date, { t, format, say })).toBe(
    '年审窗口，向客户要资料：2026年10月20日 → 2026年10月27日',
  );
});

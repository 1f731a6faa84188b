import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/contract/history.ts';
import { instantOf, calendarDate } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { historyFields, historyTables } from '#renderer/features/client/history-vocabulary.ts';
import { changesTogether, changeWords, historyWords } from '#renderer/features/client/history-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const nowMs = instantOf(calendarDate('2026-09-22'), '09:00');
const nameOf = (id: string): string | undefined => ({ zhou: '周岚', chen: '陈叙' })[id];
const speech = { ...chinese, nowMs, nameOf, entityType: 'company' as const };

const entryOf = (part: Partial<HistoryEntry>): HistoryEntry => ({
  id: 'e1',
  changeId: 'c1',
  action: 'clients.update',
  actorName: '周岚',
  atMs: nowMs,
  table: 'clients',
  rowId: 'r1',
  operation: 'update',
  before: null,
  after: null,
  ...part,
});

/** Keys, moments of writing, codes, figures of a file, and what follows from another column. */
const silent = new Set(
  `id created_at_ms updated_at_ms deleted_at_ms client_id account_id application_id document_id item_id fee_id attempt_id
  tag_id other_client_id name_key rule_pack_id rule_pack_sha256 category_pack_sha256 stage_since_at_ms opened_at_ms
  first_returned_at_ms certified_until_at_ms attempt_no reason_code part version_no sha256 original_name media_type
  size_bytes page_count width_px height_px is_grey requirement_id position field value note question_id rule_id judged_at_ms at_ms
  overrides facts verdict_sha256 blocker_count warning_count clock_id lapsed_at_ms edition destroyed_at_ms destroyed_by_rule destroyed_remark erasure_id replaced_by_id`.split(
    /\s+/,
  ),
);

const schema = readFileSync(new URL('../../../migrations/schema.sql', import.meta.url), 'utf8');

/** The columns of a table as the database has them. */
function columnsOf(table: string): string[] {
  const [, body = ''] = new RegExp(`CREATE TABLE ${table} \\(\\n([\\s\\S]*?)\\) STRICT`).exec(schema) ?? [];
  return [...body.matchAll(/(?:^|,)\s*([a-z][a-z0-9_]*) (?:TEXT|INTEGER|REAL)/gm)].map(
    ([, name = '']) => name,
  );
}

describe('an entry of the history in words', () => {
  it('says each changed field before and after', () => {
    const entry = entryOf({
      before: { address: '示例路 8 号', consultant_id: 'zhou', updated_at_ms: 1 },
      after: { address: '示例路 19 号', consultant_id: 'chen', updated_at_ms: 2 },
    });
    expect(historyWords(entry, speech)).toEqual({
      what: '改主体',
      changes: [
        { field: '住所', before: '示例路 8 号', after: '示例路 19 号' },
        { field: '负责人', before: '周岚', after: '陈叙' },
      ],
    });
  });

  it('says choices, money, moments and flags as everywhere else', () => {
    const entry = entryOf({
      table: 'applications',
      before: { stage: 'collecting', submitted_at_ms: null },
      after: { stage: 'awaiting_authorisation', submitted_at_ms: nowMs },
    });
    expect(historyWords(entry, speech).changes).toEqual([
      { field: '阶段', before: '收集资料', after: '待管理员授权' },
      { field: '提交', before: null, after: '今天 09:00' },
    ]);
    const client = entryOf({
      before: { service_fee_fen: null, licence_forever: 0 },
      after: { service_fee_fen: 360_000, licence_forever: 1 },
    });
    expect(historyWords(client, speech).changes).toEqual([
      { field: '营业期限长期', before: '否', after: '是' },
      { field: '服务费', before: null, after: '3,600 元' },
    ]);
  });

  it('never shows a personal number whole', () => {
    const numbers = {
      phone: '13800000199',
      id_number: '330106198803121239',
      account_number: '6222021234567890123',
    };
    const entry = entryOf({
      table: 'contacts',
      before: { phone: null, id_number: null, account_number: null },
      after: numbers,
    });
    const text = JSON.stringify(historyWords(entry, speech));
    for (const number of Object.values(numbers)) expect(text).not.toContain(number);
    expect(text).toContain('138 **** 0199');
  });

  it('names what was made, by its name or by what it is', () => {
    const made = entryOf({
      operation: 'insert',
      table: 'accounts',
      after: { name: '示例外送', kind: 'mini_program' },
    });
    expect(historyWords(made, speech)).toEqual({ what: '新建账号「示例外送」', changes: [] });
    const paper = entryOf({ operation: 'delete', table: 'documents', before: { title: '', kind: 'lease' } });
    expect(historyWords(paper, speech).what).toBe('移除资料「租赁合同」');
    const role = entryOf({ operation: 'insert', table: 'client_contacts', after: { contact_id: 'zhou' } });
    expect(historyWords(role, speech).what).toBe('新建人员关系「周岚」');
  });

  it('tells an answer with its question, also when it is new', () => {
    const named = { ...speech, nameOf: (id: string) => ({ resells: '是否代售' })[id] };
    const made = entryOf({
      table: 'client_answers',
      rowId: 'client.resells',
      operation: 'insert',
      after: { client_id: 'client', question_id: 'resells', is_yes: 1 },
    });
    expect(historyWords(made, named)).toEqual({
      what: '新建类目提问「是否代售」',
      changes: [{ field: '回答', before: null, after: '是' }],
    });
    const changed = entryOf({ ...made, operation: 'update', before: { is_yes: 1 }, after: { is_yes: 0 } });
    expect(historyWords(changed, named)).toEqual({
      what: '改类目提问「是否代售」',
      changes: [{ field: '回答', before: '是', after: '否' }],
    });
  });

  it('tells what was written of a paper, field by field, also when it is new', () => {
    const made = entryOf({
      table: 'stated_values',
      rowId: 'letter.administrator_name',
      operation: 'insert',
      after: { document_id: 'letter', field: 'administrator_name', value: '样例甲' },
    });
    const named = { ...speech, nameOf: (id: string) => ({ letter: '授权书' })[id] };
    expect(historyWords(made, named)).toEqual({
      what: '新建资料内容「授权书」',
      changes: [{ field: '管理员', before: null, after: '样例甲' }],
    });
    const number = entryOf({
      table: 'stated_values',
      rowId: 'letter.administrator_id_number',
      before: { value: '330106198803121239' },
      after: { value: '330106198803121247' },
    });
    expect(historyWords(number, speech).what).toBe('改资料内容「管理员证件号码」');
    expect(JSON.stringify(historyWords(number, speech))).not.toMatch(/19880312/);
    const card = entryOf({
      table: 'documents',
      before: { number: '330106198803121239' },
      after: { number: '33010619880312124X' },
    });
    expect(JSON.stringify(historyWords(card, speech))).not.toMatch(/19880312/);
    const gone = entryOf({ table: 'stated_values', rowId: 'letter.bank_name', operation: 'delete' });
    expect(historyWords(gone, speech)).toEqual({ what: '移除资料内容「开户行」', changes: [] });
  });

  it('calls who acts for a body by the right title', () => {
    const entry = entryOf({
      before: { legal_representative: null },
      after: { legal_representative: '样例甲' },
    });
    const field = (entityType: EntityType) =>
      historyWords(entry, { ...speech, entityType }).changes[0]?.field;
    expect(field('company')).toBe('法定代表人');
    expect(field('sole_trader')).toBe('经营者');
    const role = entryOf({ table: 'client_contacts', after: { is_legal_representative: 1 } });
    expect(historyWords(role, { ...speech, entityType: 'sole_trader' }).changes[0]?.field).toBe('是经营者');
  });

  it('tells of a kept verdict the figures, never its facts, rules or codes', () => {
    const entry = entryOf({
      table: 'judgements',
      operation: 'insert',
      after: {
        facts: '{"client":{"name":"样例"}}',
        overrides: '[]',
        verdict_sha256: 'ab12',
        rule_pack_sha256: 'cd34',
        blocker_count: 0,
        warning_count: 2,
      },
    });
    expect(historyWords(entry, speech)).toEqual({
      what: '新建预检结论',
      changes: [{ field: '预检', before: null, after: '阻断 0，警告 2' }],
    });
  });

  it('never shows a code raw, not even one of a later program', () => {
    const coded = ['entity_type', 'service_status', 'platform', 'stage', 'outcome', 'decision', 'kind'];
    for (const table of historyTables) {
      const after = Object.fromEntries(coded.map((field) => [field, 'code_of_later']));
      expect(JSON.stringify(historyWords(entryOf({ table, after }), speech))).not.toContain('code_of_later');
    }
  });

  it('tells an answer and a step after the pass in words', () => {
    const answer = entryOf({ table: 'client_answers', before: { is_yes: 0 }, after: { is_yes: 1 } });
    expect(historyWords(answer, speech).changes).toEqual([{ field: '回答', before: '否', after: '是' }]);
    const step = entryOf({
      table: 'aftercare_steps',
      before: { decision: 'not_needed' },
      after: { decision: 'done' },
    });
    expect(historyWords(step, speech).changes).toEqual([{ field: '判定', before: '不需要', after: '已办' }]);
  });

  it('says of an entry that was emptied that it was, and nothing more', () => {
    const emptied = entryOf({
      table: 'notes',
      operation: 'update',
      before: null,
      after: null,
      isErased: true,
    });
    expect(historyWords(emptied, speech)).toEqual({ what: '改跟进（内容已应本人要求删除）', changes: [] });
  });

  it('has a word for every column that a person can change, and is silent about the rest on purpose', () => {
    const spoken = new Set<string>(historyFields);
    for (const table of historyTables) {
      expect(columnsOf(table).length).toBeGreaterThan(3);
      const unknown = columnsOf(table).filter((column) => !spoken.has(column) && !silent.has(column));
      expect(`${table}: ${unknown.join(' ')}`).toBe(`${table}: `);
    }
  });

  it('of a later program has words all the same', () => {
    const entry = entryOf({ table: 'moons', operation: 'restore', after: { colour: 'green' } });
    expect(historyWords(entry, speech)).toEqual({ what: '恢复一项', changes: [] });
  });

  it.each(everyLanguage)('has words for every table and field in $language', ({ t, format }) => {
    for (const table of historyTables) {
      const after = Object.fromEntries(
        historyFields.map((field) => [
          field,
          field.endsWith('_fen') || field.endsWith('_at_ms') ? nowMs : 'x',
        ]),
      );
      const { what, changes } = historyWords(entryOf({ table, after }), {
        t,
        format,
        nowMs,
        nameOf,
        entityType: 'company',
      });
      expect(isUnspoken(what)).toBe(false);
      expect(changes.map(({ field }) => field).filter(isUnspoken)).toEqual([]);
      expect(changes).toHaveLength(historyFields.length);
    }
  });
});

describe('a change of several rows', () => {
  const insert = (id: string, changeId: string, table: string, after: HistoryEntry['after']): HistoryEntry =>
    entryOf({ id, changeId, table, operation: 'insert', after });

  it('is one line that says what it was about and how much came along', () => {
    const [change, ...others] = changesTogether([
      insert('1', 'c1', 'items', { requirement_id: 'x' }),
      insert('2', 'c1', 'items', { requirement_id: 'y' }),
      insert('3', 'c1', 'applications', { number: 'A-2026-0412' }),
    ]);
    expect(others).toEqual([]);
    expect(change && changeWords(change, speech)).toEqual({
      what: '新建申请「A-2026-0412」，另 2 项',
      changes: [],
    });
  });

  it('shows the changed fields of all its rows', () => {
    const [change] = changesTogether([
      entryOf({ id: '1', table: 'attempts', before: { outcome: 'pending' }, after: { outcome: 'returned' } }),
      entryOf({
        id: '2',
        table: 'applications',
        before: { stage: 'in_review' },
        after: { stage: 'returned' },
      }),
    ]);
    expect(change && changeWords(change, speech)).toEqual({
      what: '改申请',
      changes: [
        { field: '阶段', before: '审核中', after: '打回' },
        { field: '结果', before: '待结果', after: '打回' },
      ],
    });
  });

  it('keeps changes apart, the latest first', () => {
    const changes = changesTogether([
      insert('1', 'c2', 'fees', {}),
      insert('2', 'c1', 'fees', {}),
      insert('3', 'c1', 'payments', {}),
    ]);
    expect(changes.map((change) => change.map(({ id }) => id))).toEqual([['1'], ['2', '3']]);
  });
});

import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { statedFields, statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { statedFinding, statedLabel } from '#renderer/components/stated-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const today = calendarDate('2026-09-22');
const finding = (field: StatedField, text: string, ...recorded: readonly string[]) =>
  statedFinding({ field, text, recorded, today }, chinese.t);

describe('the line under what a paper says', () => {
  it('says whether it is what is on file', () => {
    expect(finding('subject_name', '示例（深圳）有限公司', '示例（深圳）有限公司')).toEqual({
      tone: 'success',
      text: '与登记一致',
    });
    expect(finding('subject_name', '示例(深圳)有限公司', '示例（深圳）有限公司')?.tone).toBe('warning');
    expect(finding('subject_name', '示例有限公司', '示例（深圳）有限公司')).toEqual({
      tone: 'danger',
      text: '登记的是「示例（深圳）有限公司」',
    });
    expect(finding('account_name', '示例', '示例商城', '示例会员')?.text).toBe(
      '登记的是「示例商城」「示例会员」',
    );
    expect(finding('subject_name', '', '示例（深圳）有限公司')).toBeUndefined();
    expect(finding('address', '示例路')).toBeUndefined();
  });

  it('says first what is wrong with a code by itself', () => {
    expect(finding('credit_code', '91440399MAXA', '91440399MAXA00014R')).toMatchObject({ tone: 'danger' });
    expect(finding('credit_code', '91440399MAXA')?.text).toContain('12 位');
    expect(finding('original_id', 'gh_0123456789ab')?.tone).toBe('success');
    expect(finding('bank_account_number', '4000O0000000')?.tone).toBe('danger');
  });

  it('never shows the ID number on file', () => {
    const onFile = '440399198506121234';
    const other = finding('id_number', '11010119900307109X', onFile);
    expect(other?.tone).not.toBe('success');
    expect(JSON.stringify(other)).not.toContain(onFile);
  });

  it.each(everyLanguage)('has a name for every field of every kind in $language', ({ t }) => {
    for (const kind of documentKinds)
      for (const field of statedFieldsOf(kind))
        expect(isUnspoken(statedLabel(kind, field, 'company', t))).toBe(false);
    for (const field of statedFields)
      expect(isUnspoken(statedLabel('other', field, 'sole_trader', t))).toBe(false);
  });
});

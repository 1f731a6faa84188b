import { describe, expect, it } from 'vitest';
import type { ContactFacts } from '#shared/domain/pre-check-facts.ts';
import { phoneObservations } from '#shared/domain/pre-check-phones.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { otherId } from './pre-check-changes.ts';

const clean = cleanCase(sampleSeed);
const boss: ContactFacts = {
  contactId: 'a',
  name: '样例甲',
  phone: '13800000000',
  isLegalRepresentative: true,
  isAdministrator: false,
  answersCalls: false,
};
const deputy: ContactFacts = {
  ...boss,
  contactId: 'b',
  name: '样例丙',
  idNumber: otherId,
  isLegalRepresentative: false,
  isAdministrator: true,
};
const found = (...contacts: readonly ContactFacts[]) => phoneObservations({ ...clean, contacts });

describe('one number for one person', () => {
  it('names the second of two people under one number, in whatever way it is written and order it comes', () => {
    const told = [{ check: 'phone_shared', place: { at: 'contact', id: 'b' }, found: boss.name }];
    expect(found(boss, deputy)).toEqual(told);
    expect(found(deputy, boss)).toEqual(told);
    expect(found(boss, { ...deputy, phone: '＋86 138-0000-0000' })).toEqual(told);
  });

  it('lets one person have two parts, and two numbers be two', () => {
    expect(found(boss, { ...deputy, name: boss.name })).toEqual([]);
    expect(found({ ...boss, idNumber: otherId }, deputy)).toEqual([]);
    expect(found(boss, { ...deputy, phone: '13800000001' })).toEqual([]);
    expect(found({ ...boss, phone: '' }, { ...deputy, phone: '' })).toEqual([]);
  });

  it('does not ask of people who have no part in the case', () => {
    expect(found(boss, { ...deputy, isAdministrator: false })).toEqual([]);
  });
});

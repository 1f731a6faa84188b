import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import { paperRows, shownTypes } from '#renderer/features/rules/paper-rows.ts';

const file = path.resolve(import.meta.dirname, '../../../../resources/rules/wechat-mp-certification.json');
const pack = rulePackSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
const rows = paperRows(pack);
const needs = (id: string) =>
  Object.fromEntries(
    [...(rows.find((row) => row.id === id)?.cells ?? [])].map(([type, { need }]) => [type, need]),
  );

test('every paper stands once, with each kind of subject that is asked for it', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(needs('subject.business_licence')).toMatchObject({ company: 'always', sole_trader: 'always' });
  expect(needs('subject.business_licence')).not.toHaveProperty('foundation');
  expect(needs('account.name_basis')).toMatchObject({ company: 'sometimes', individual: 'sometimes' });
  expect(needs('subject.public_institution_certificate')).toMatchObject({ public_institution: 'either' });
});

test('the parts of a checklist stay together, the subject before the account', () => {
  const parts = rows.map(({ id }) => id.split('.')[0]);
  expect(parts).toEqual([...parts].sort((a, b) => parts.indexOf(a) - parts.indexOf(b)));
  expect(parts[0]).toBe('subject');
});

test('the common kinds of subject come first, and the chosen one is always shown', () => {
  const covered = pack.coveredEntityTypes;
  expect(shownTypes(covered, 'company', 3)).toEqual(['company', 'sole_trader', 'public_institution']);
  expect(shownTypes(covered, 'law_firm', 3)).toEqual(['company', 'sole_trader', 'law_firm']);
  expect(shownTypes(covered, 'law_firm', 99)).toHaveLength(covered.length);
  expect(shownTypes(['company', 'individual'], 'company', 6)).toEqual(['company', 'individual']);
  expect(shownTypes(covered, 'law_firm', 1)).toEqual(['law_firm']);
});

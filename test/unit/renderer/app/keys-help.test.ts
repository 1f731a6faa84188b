import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keyGroups } from '../../../../renderer/app/keys-help-lists.ts';

const root = path.resolve(import.meta.dirname, '../../../../renderer');

/** Of fields and their browser: every program has them. */
const ofFields = ['mod+x'];

const sources = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file) && !file.includes('keys-help') && !file.startsWith('i18n'));

/** What the sources match, as the first group has it. */
const foundIn = (pattern: RegExp): ReadonlySet<string> =>
  new Set(
    sources.flatMap((file) =>
      [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].flatMap(([, key]) => key ?? []),
    ),
  );

test('every key with a modifier that a handler takes is named in the help', () => {
  const known = new Set<string>(keyGroups.flat().flatMap(({ keys }) => keys.map(([key]) => key)));
  const taken = foundIn(/'((?:mod|alt|shift)\+[a-z0-9+]+)'/gu);
  expect(taken.size).toBeGreaterThan(15);
  expect([...taken].filter((key) => !known.has(key) && !ofFields.includes(key))).toEqual([]);
});

test('every letter of an action over selected rows is named in the help, and no other', () => {
  const named = keyGroups
    .flat()
    .find(({ id }) => id === 'onSelection')
    ?.keys.map(([key]) => key);
  const written = foundIn(/\bletter: '([a-z]+)'/gu);
  const passed = foundIn(/\baction\('\w+', \w+, '([a-z]+)'\)/gu);
  expect(passed.size).toBeGreaterThan(3);
  expect([...new Set([...written, ...passed])].toSorted()).toEqual(named?.toSorted());
});

test('no key is named twice in one place', () => {
  for (const { id, keys } of keyGroups.flat()) {
    const named = keys.map(([key]) => key);
    expect([id, new Set(named).size]).toEqual([id, named.length]);
  }
});

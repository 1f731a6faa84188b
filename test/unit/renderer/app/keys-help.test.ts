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

test('every key with a modifier that a handler takes is named in the help', () => {
  const known = new Set<string>(keyGroups.flat().flatMap(({ keys }) => keys.map(([key]) => key)));
  const taken = new Set(
    sources.flatMap((file) =>
      [
        ...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/'((?:mod|alt|shift)\+[a-z0-9+]+)'/gu),
      ].flatMap(([, key]) => key ?? []),
    ),
  );
  expect(taken.size).toBeGreaterThan(15);
  expect([...taken].filter((key) => !known.has(key) && !ofFields.includes(key))).toEqual([]);
});

test('no key is named twice in one place', () => {
  for (const { id, keys } of keyGroups.flat()) {
    const named = keys.map(([key]) => key);
    expect([id, new Set(named).size]).toEqual([id, named.length]);
  }
});

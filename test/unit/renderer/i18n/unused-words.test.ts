import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { zhCn } from '#renderer/i18n/zh-cn.ts';

type Words = { readonly [key: string]: string | Words };

/** The paths of all words, without the ending that tells singular from plural. */
function keysOf(words: Words, above: readonly string[] = []): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[...above, key.replace(/_(?:one|other)$/u, '')].join('.')]
      : keysOf(value, [...above, key]),
  );
}

const root = path.resolve(import.meta.dirname, '../../../..');
const dictionaries = /[/\\](?:i18n|words)[/\\](?:zh-cn|en)[/\\.]/u;

const sources = ['renderer', 'shared', 'electron'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.join(root, folder, name))
    .filter((file) => !dictionaries.test(file)),
);

interface Named {
  readonly texts: ReadonlySet<string>;
  /** Texts that are put together; what is put in is one step of a path. */
  readonly patterns: readonly RegExp[];
}

/** Every text that the program's source could look a word up by. */
function namedIn(files: readonly string[]): Named {
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (startsInArea.test(node.head.text)) patterns.push(patternOf(parts));
    }
    ts.forEachChild(node, look);
  };
  for (const file of files)
    look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return { texts, patterns };
}

const startsInArea = new RegExp(`^(?:${Object.keys(zhCn).join('|')})\\.`, 'u');

const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(
    `^${parts.map((part) => part.replaceAll(/[^\w.]/gu, '.').replaceAll('.', '\\.')).join('[^.]+')}$`,
    'u',
  );

/** A word by its own path, or as part of a group that is asked for as a whole; of what was done, by the action's name. */
const isNamed = (key: string, { texts, patterns }: Named): boolean =>
  groupsOf(key).some((path) => texts.has(path)) ||
  [key, actionOf(key)].some((name) => texts.has(name) || patterns.some((pattern) => pattern.test(name)));

const actionOf = (key: string): string => key.replace(/^actions\./u, '');

const groupsOf = (key: string): string[] => {
  const steps = key.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.')).slice(1);
};

describe('the words', () => {
  const named = namedIn(sources);

  it('are all looked up somewhere', () => {
    expect(keysOf(zhCn).filter((key) => !isNamed(key, named))).toEqual([]);
  });

  it('would be missed if nothing looked them up', () => {
    expect(isNamed('trash.noSuchWord', named)).toBe(false);
    expect(isNamed('today.what.noSuch.deeper', named)).toBe(false);
  });
});

import type { languages } from '#shared/contract/settings.ts';
import { errors as en } from '#shared/words/en/errors.ts';
import { errors as zhCn } from '#shared/words/zh-cn/errors.ts';

export type Language = (typeof languages)[number];

interface Failure {
  readonly code: string;
  readonly data: unknown;
  readonly message: string;
}

type Sentences = { readonly happened: string; readonly safe: string; readonly todo: string };

/**
 * A failure with its sentences in a language: what happened, what is safe, what to do. A code without words of its own
 * keeps what it said.
 */
export function inWords(failure: Failure, language: Language): Failure {
  const words: Readonly<Record<string, Sentences>> = language === 'en' ? en : zhCn;
  const sentences = Object.hasOwn(words, failure.code) ? words[failure.code] : undefined;
  if (sentences === undefined) return failure;
  const { happened, safe, todo } = sentences;
  const said = [happened, safe, todo].map((text) => filled(text, failure.data));
  const gap = language === 'en' ? ' ' : '';
  return { ...failure, message: said.map((text) => ended(text, language)).join(gap) };
}

function filled(text: string, data: unknown): string {
  const values: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

/** Titles have no full stop; in a row of sentences each has one. */
const ended = (text: string, language: Language): string =>
  /[.。!?！？]$/u.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`;

const spoken = new WeakMap<object, Language>();

/** Remembers in which language of the data a failure is to be told. */
export function tellIn(error: unknown, language: Language): void {
  if (typeof error === 'object' && error !== null) spoken.set(error, language);
}

export const languageOf = (error: unknown): Language | undefined =>
  typeof error === 'object' && error !== null ? spoken.get(error) : undefined;

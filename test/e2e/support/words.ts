import { en } from '#renderer/i18n/en.ts';
import { zhCn } from '#renderer/i18n/zh-cn.ts';

/** The interface's own words, so that a story says which button it means and not how it is spelt today. */
export { en };
export const zh = zhCn;

/** A sentence of the interface with its blanks filled. */
export const say = (sentence: string, data: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/gu, (blank, name: string) => String(data[name] ?? blank));

/** The beginning of a sentence, up to its first blank. */
export const opening = (sentence: string): string => sentence.split('{{')[0] ?? '';

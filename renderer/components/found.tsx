import { highlight } from '#shared/domain/highlight.ts';
import { Marked } from './marked.tsx';

/** A text with what the query found in it marked: its characters, or those whose pinyin begins with its letters. */
export function Found({ text, query }: { readonly text: string; readonly query: string }) {
  const ranges = highlight(text, query).map(({ start, end }) => [start, end] as const);
  return <Marked text={text} ranges={ranges} />;
}

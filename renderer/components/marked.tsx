import { Fragment } from 'react';
import styles from './marked.module.css';

/** From and to, as positions in the text (UTF-16), in ascending order and apart. */
export type MarkRange = readonly [number, number];

/** A text with the characters that were looked for in the brand's colour. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly MarkRange[] }) {
  return (
    <>
      {ranges.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, from)}
          <mark className={styles.hit}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

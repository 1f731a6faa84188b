import { Fragment } from 'react';
import styles from './marked.module.css';

/** From and to, as positions in the text (UTF-16), in ascending order and apart. */
export type MarkRange = readonly [number, number];

interface MarkedProps {
  readonly text: string;
  readonly ranges: readonly MarkRange[];
  /** What was looked for stands in the brand's colour; what differs is underlined in the text's own. */
  readonly as?: 'hit' | 'difference';
}

/** A text with some of its characters marked. */
export function Marked({ text, ranges, as = 'hit' }: MarkedProps) {
  return (
    <>
      {ranges.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, from)}
          <mark className={styles[as]}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

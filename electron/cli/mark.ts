import { longestMark } from '#shared/domain/mark-words.ts';
import { UsageError } from './usage.ts';

export const markFlags = { mark: { type: 'string' }, 'mark-below': { type: 'boolean' } } as const;

/** The mark that a copy is to bear; null without one. */
export function markOf(values: {
  readonly mark?: string | undefined;
  readonly 'mark-below'?: boolean | undefined;
}) {
  const words = values.mark?.trim();
  const isBelow = values['mark-below'] === true;
  if (words === undefined) {
    if (isBelow) throw new UsageError('--mark-below: which words? Say them with --mark');
    return null;
  }
  if (words === '' || words.length > longestMark)
    throw new UsageError(`--mark: from 1 to ${longestMark} characters`);
  return { words, at: isBelow ? ('below' as const) : ('on_page' as const) };
}

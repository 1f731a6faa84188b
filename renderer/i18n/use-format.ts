import { formatFor } from './format.ts';
import type { Format } from './format.ts';
import { useLanguage } from './use-t.ts';

/** Dates, money and sizes in the present language. */
export function useFormat(): Format {
  return formatFor(useLanguage());
}

import { pinyinRanges } from './full-pinyin.ts';
import { initialLetters } from './pinyin-initials.ts';
import { isInitialsQuery, normaliseForSearch } from './search-text.ts';

/** Part of a text, from `start` up to but not including `end` (UTF-16 indices, as in String.slice). */
export type TextRange = { readonly start: number; readonly end: number };

type Unit = TextRange & { readonly text: string };

/** A character with everything that normalisation may join to it: marks, jamo, kana voice marks, joiners. */
const CLUSTER = /[\s\S](?:[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\uff9e\uff9f\uffa0-\uffdc])*/gu;

/**
 * Where a query matches in the original text: every direct match, or, when there is none, every match of pinyin
 * initials, or else of full pinyin. Ranges are ascending and do not touch. Empty when the query is empty or does not match.
 */
export function highlight(text: string, query: string): readonly TextRange[] {
  const wanted = normaliseForSearch(query);
  if (wanted === '') return [];
  const direct = matchesIn(clusters(text), wanted).map(wholeRange);
  if (direct.length > 0 || !isInitialsQuery(query)) return merged(direct);
  const initials = initialLetters(text).map(({ letter, start, end }) => ({ text: letter, start, end }));
  // Initials leave out brackets and the like; these are not marked.
  const byInitials = merged(matchesIn(initials, wanted).flat());
  if (byInitials.length > 0) return byInitials;
  return merged([...pinyinRanges(text, query)].sort((a, b) => a.start - b.start));
}

function clusters(text: string): readonly Unit[] {
  return [...text.matchAll(CLUSTER)].map((match) => ({
    text: normaliseForSearch(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function matchesIn(units: readonly Unit[], wanted: string): readonly (readonly Unit[])[] {
  const owners = units.flatMap((unit) => Array.from({ length: unit.text.length }, () => unit));
  const searched = units.map((unit) => unit.text).join('');
  const matches: (readonly Unit[])[] = [];
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length)) {
    matches.push(owners.slice(at, at + wanted.length));
  }
  return matches;
}

function wholeRange(units: readonly Unit[]): TextRange {
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      result.push({ start, end });
    }
  }
  return result;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentKindNames } from '#shared/domain/document-kind-name.ts';
import { pageBreak } from '#shared/domain/file-text.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { initialsOf } from '#shared/domain/pinyin-initials.ts';
import { isInitialsQuery, normaliseForSearch } from '#shared/domain/search-text.ts';
import type { Backend } from '#backend/backend.ts';
import { keepText } from '#backend/documents/texts/queries.ts';
import { indexFile } from '#backend/search/files/service.ts';
import { findAll, recomputeSearch, searchPapers } from '#backend/search/service.ts';
import { openSearch } from '#test/support/search-backend.ts';

interface Paper {
  readonly title: string;
  readonly number: string | null;
  readonly pages: readonly string[];
}

// Chinese, codes, wide forms and what stands between lines, so that a short query meets many texts in many ways.
const letters = [...'合同示例违约金重庆HT-2026ab７Ａ（）。 \n', 'ﬁ', '\u200b', '𠮷', 'e\u0301'];
const text = (min: number, max: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: max }).map((all) => all.join(''));
const paper: fc.Arbitrary<Paper> = fc.record({
  title: text(0, 4).map((title) => `样${title}`),
  number: fc.option(text(1, 5)),
  pages: fc.array(text(0, 24), { maxLength: 4 }),
});
/** Made up, or cut out of a file, also over the ends of lines and pages. */
const queryFor = (papers: readonly Paper[]) =>
  fc.oneof(
    text(1, 4),
    fc
      .tuple(fc.constantFrom(...papers), fc.nat(80), fc.integer({ min: 1, max: 9 }))
      .map(([{ pages }, at, length]) => {
        const characters = [...pages.join('')];
        const from = at % Math.max(1, characters.length);
        return characters.slice(from, from + length).join('');
      }),
    fc
      .tuple(fc.constantFrom(...papers), fc.nat(9), fc.integer({ min: 1, max: 4 }))
      .map(([{ title, pages }, at, length]) => initialsOf(title + pages.join('')).slice(at, at + length)),
  );

const kind = 'other';
const fileName = '扫描.pdf';
const shortTexts = ({ title, number }: Paper): string[] => [
  title,
  documentKindNames[kind],
  fileName,
  ...(number === null ? [] : [number]),
];
const saysIn = (says: string, query: string): boolean =>
  normaliseForSearch(says).includes(normaliseForSearch(query));

/** What a search for papers means, said without an index: initials are those of short texts alone. */
function isHit(one: Paper, query: string): boolean {
  if (normaliseForSearch(query) === '') return false;
  if ([...shortTexts(one), one.pages.join('')].some((says) => saysIn(says, query))) return true;
  const wanted = normaliseForSearch(query);
  return isInitialsQuery(query) && shortTexts(one).some((says) => initialsOf(says).includes(wanted));
}

/** The first page up to the end of which the text holds the beginning of what was found. */
function pageOf({ pages }: Paper, query: string): number {
  const at = normaliseForSearch(pages.join('')).indexOf(normaliseForSearch(query));
  return (
    1 + pages.findIndex((_, index) => normaliseForSearch(pages.slice(0, index + 1).join('')).length > at)
  );
}

function addPapers(backend: Backend, papers: readonly Paper[]): string[] {
  const firm = { name: '', name_key: '', entity_type: 'company' };
  const ids = backend.changes.record('test', (change) => {
    const clientId = change.insert('clients', firm);
    return papers.map(({ title, number }, index) => {
      const id = change.insert('documents', { client_id: clientId, kind, title, number });
      change.insert('document_versions', {
        ...{
          document_id: id,
          part: 'whole',
          version_no: 1,
          sha256: `${id} ${index}`,
          original_name: fileName,
        },
        ...{ media_type: 'application/pdf', size_bytes: 1, page_count: 1 },
      });
      return id;
    });
  }).result;
  for (const [index, { pages }] of papers.entries()) {
    const sha256 = `${ids[index]!} ${index}`;
    const read = { text: pages.join(pageBreak), isWhole: 1, fault: null, readAtMs: 1 } as const;
    keepText(backend.db, { sha256, source: 'text_layer', ...read });
    indexFile(backend, sha256);
  }
  return ids;
}

test('a search finds the papers whose files hold the substring, no more and no less, and says on which page', () => {
  const backend = openSearch();
  const scenario = fc.array(paper, { minLength: 1, maxLength: 5 }).chain((papers) =>
    fc.record({
      papers: fc.constant(papers),
      queries: fc.array(queryFor(papers), { minLength: 1, maxLength: 12 }),
    }),
  );
  fc.assert(
    fc.property(scenario, ({ papers, queries }) => {
      const ids = addPapers(backend, papers);
      const check = (): void => {
        for (const query of queries) {
          const expected = ids.filter((_, index) => isHit(papers[index]!, query)).sort();
          const found = findAll(backend, query, { kinds: ['document'], limitPerKind: 100 });
          const hits = found.flatMap((group) => group.hits);
          expect(hits.map(({ id }) => id).sort(), query).toEqual(expected);
          expect(found[0]?.total ?? 0, query).toBe(expected.length);
          if (normaliseForSearch(query) !== '')
            expect([...(searchPapers(backend, query)?.ids ?? [])].sort()).toEqual(expected);
          for (const { id, title, detail, inFile } of hits) {
            const one = papers[ids.indexOf(id)]!;
            expect(highlight(`${title} ${detail}`, query), query).not.toEqual([]);
            if (inFile !== undefined)
              expect(inFile, query).toEqual({ page: pageOf(one, query), isCurrent: true });
          }
        }
      };
      try {
        check();
        recomputeSearch(backend);
        check();
      } finally {
        backend.changes.record('test', (change) => ids.forEach((id) => change.remove('documents', id)));
      }
      for (const query of queries) expect(findAll(backend, query, { limitPerKind: 100 })).toEqual([]);
    }),
    { numRuns: 100 },
  );
  backend.close();
});

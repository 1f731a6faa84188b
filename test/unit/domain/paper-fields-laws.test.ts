import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '#shared/domain/credit-code.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { PageLine } from '#shared/domain/page-line.ts';
import { isReadableKind, readFields } from '#shared/domain/paper-fields.ts';
import { guessKind } from '#shared/domain/paper-kind-guess.ts';
import { readCreditCode, readResidentId } from '#shared/domain/read-code.ts';
import { highConfidence } from '#shared/domain/read-field.ts';
import { checkResidentId } from '#shared/domain/resident-id.ts';
import { pageLines, written } from '#test/support/page-lines.ts';
import type { Written } from '#test/support/page-lines.ts';
import * as pages from '#test/support/read-pages.ts';
import '#test/support/property-seed.ts';

const byKind: readonly (readonly [DocumentKind, readonly Written[]])[] = [
  ['business_licence', pages.licencePage],
  ['id_card', pages.cardFront],
  ['id_card', pages.cardBack],
  ['public_institution_certificate', pages.certificatePage],
  ['account_proof', pages.accountSheet],
  ['account_proof', pages.accountPermit],
  ['food_business_permit', pages.foodPermit],
  ['telecom_permit', pages.telecomPermit],
];
const page = fc.constantFrom(...byKind);
const readable = fc.constantFrom(...documentKinds.filter(isReadableKind));

const figures = fc.constantFrom(
  ...'0123456789ABCDEFGHJKLMNPQRTUWXYOISZ|l年月日至长期名称姓类型住所法定代表人:( ',
);
const noise = fc.string({ unit: figures, maxLength: 24 });
const anyPoint = fc.tuple(fc.integer({ min: -50, max: 2000 }), fc.integer({ min: -50, max: 2000 }));
const anyBox = fc.tuple(anyPoint, anyPoint, anyPoint, anyPoint);
const noisyLine: fc.Arbitrary<PageLine> = fc.record({
  text: fc.oneof(noise, fc.string({ unit: 'grapheme', maxLength: 12 })),
  box: anyBox,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** The same code with characters in some places replaced. */
const misread = (code: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXYOISZ')), {
      minLength: 1,
      maxLength: 2,
    })
    .map((changes) =>
      changes.reduce((text, [at, character]) => text.slice(0, at) + character + text.slice(at + 1), code),
    );

describe('laws of reading papers', () => {
  it('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(
        page,
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.infiniteStream(fc.nat()),
        (drawn, degrees, keys) => {
          const [kind, lines] = drawn;
          const inOrder = pageLines(lines, degrees);
          const shuffled = inOrder
            .map((line) => ({ line, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ line }) => line);
          expect(readFields(kind, shuffled)).toEqual(readFields(kind, inOrder));
          expect(guessKind(shuffled)).toEqual(guessKind(inOrder));
        },
      ),
    );
  });

  it('noise never gives a code of high confidence that is wrong, and never fails', () => {
    fc.assert(
      fc.property(readable, fc.array(noisyLine, { maxLength: 14 }), (kind, lines) => {
        guessKind(lines);
        for (const { field, value, confidence } of readFields(kind, lines)) {
          expect(value).not.toBe('');
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (confidence < highConfidence) continue;
          if (field === 'credit_code') expect(checkCreditCode(value).flaws).toEqual([]);
          if (field === 'id_number') expect(checkResidentId(value).flaws).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('noise around a page adds nothing to its code and number that is trusted and wrong', () => {
    fc.assert(
      fc.property(fc.array(noisyLine, { maxLength: 5 }), (lines) => {
        for (const [kind, written] of [byKind[0]!, byKind[1]!]) {
          const code = readFields(kind, [...pageLines(written), ...lines]).find(
            ({ field }) => field === 'credit_code' || field === 'id_number',
          );
          if (code === undefined || code.confidence < highConfidence) continue;
          expect([pages.sampleCode, pages.sampleId]).toContain(code.value);
        }
      }),
    );
  });

  it('one misread character never passes with high confidence, unless it was put right', () => {
    const once = fc.tuple(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXYOISZ'));
    fc.assert(
      fc.property(once, fc.constantFrom(pages.sampleCode, pages.sampleId), ([at, character], code) => {
        const text = code.slice(0, at) + character + code.slice(at + 1);
        const isId = code === pages.sampleId;
        const lines = pageLines([
          written(isId ? '公民身份号码' : '统一社会信用代码', 0, 50),
          written(text, 300, 50),
        ]);
        const [read] = readFields(isId ? 'id_card' : 'business_licence', lines);
        if (read !== undefined && read.confidence >= highConfidence) expect(read.value).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });

  it('what is said to need no correction is what was read', () => {
    fc.assert(
      fc.property(misread(pages.sampleCode), (text) => {
        const read = readCreditCode(text);
        if (read?.doubts.length === 0) expect(read.value).toBe(text);
        if (read !== undefined && !read.doubts.includes('check_failed'))
          expect(checkCreditCode(read.value).flaws.filter(({ level }) => level === 'error')).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(misread(pages.sampleId), (text) => {
        const read = readResidentId(text);
        if (read !== undefined && !read.doubts.includes('check_failed'))
          expect(checkResidentId(read.value).level).toBe('ok');
      }),
    );
  });
});

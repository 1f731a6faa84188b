import { describe, expect, it } from 'vitest';
import { guessKind } from '#shared/domain/paper-kind-guess.ts';
import { pageLines, written } from '#test/support/page-lines.ts';
import * as pages from '#test/support/read-pages.ts';

describe('what kind of paper a page is', () => {
  it.each([
    ['licencePage', 'business_licence', 'whole'],
    ['cardFront', 'id_card', 'front'],
    ['cardBack', 'id_card', 'back'],
    ['certificatePage', 'public_institution_certificate', 'whole'],
    ['accountSheet', 'account_proof', 'whole'],
    ['accountPermit', 'account_proof', 'whole'],
    ['foodPermit', 'food_business_permit', 'whole'],
    ['telecomPermit', 'telecom_permit', 'whole'],
  ] as const)('%s by its title', (name, kind, part) => {
    expect(guessKind(pageLines(pages[name]))).toMatchObject({ kind, part });
  });

  it('goes by the labels where the title was lost, and trusts that less', () => {
    const lines = pageLines(pages.licencePage.filter(({ text }) => text !== '营业执照'));
    expect(guessKind(lines)).toEqual({ kind: 'business_licence', part: 'whole', confidence: 0.6 });
  });

  it('takes a title of which a character was misread, and one that was set wide', () => {
    expect(guessKind(pageLines([written('食晶经营许可证', 0, 50)]))).toMatchObject({
      kind: 'food_business_permit',
    });
    expect(guessKind(pageLines([written('营 业 执 照', 0, 50)]))).toMatchObject({ kind: 'business_licence' });
  });

  it('does not take a letter for the licence that it speaks of', () => {
    expect(guessKind(pageLines([written('兹证明我单位营业执照复印件与原件一致', 0, 50)]))).toBeUndefined();
    expect(guessKind([])).toBeUndefined();
  });
});

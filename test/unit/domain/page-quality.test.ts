import { describe, expect, it } from 'vitest';
import { measurePage } from '#shared/domain/page-quality.ts';
import { qualityFindings } from '#shared/domain/quality-finding.ts';
import type { QualityAsk } from '#shared/domain/quality-finding.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { boxBlurred, drawnPage, mapped, painted } from '#test/support/drawn-pixels.ts';

const card: QualityAsk = { kind: 'id_card', part: 'front', wantsColour: true };
const kindsOf = (page: PagePixels, ask: QualityAsk = card): string[] =>
  qualityFindings(measurePage(page), 1, ask).map(({ kind }) => kind);

/** A ring with a bar through it, as a seal is made of lines. */
const ring = (page: PagePixels, sidePx: number): PagePixels =>
  painted(page, { x: 600, y: 420, width: sidePx, height: sidePx }, (x, y) => {
    const away = Math.hypot(x - sidePx / 2, y - sidePx / 2) / (sidePx / 2);
    const isBar = Math.abs(y - sidePx / 2) < 4 && away < 0.6;
    return (away <= 1 && away > 0.88) || isBar ? [196, 48, 43] : undefined;
  });

const coloured = ring(drawnPage(), 160);

describe('a page', () => {
  it('that is sharp, straight, lit and whole has no findings', () => {
    expect(kindsOf(coloured)).toEqual([]);
    expect(measurePage(coloured)).toMatchObject({ cutSides: [], isGrey: false });
  });

  it('without anything on it is neither blurred nor skewed', () => {
    const empty = mapped(drawnPage({ marginPx: 2000 }), (level) => level);
    expect(measurePage(empty)).toMatchObject({ sharpness: null, skew: null, letterPx: null });
  });

  it('tells blur with the places', () => {
    const blurred = boxBlurred(boxBlurred(coloured, 4), 4);
    expect(kindsOf(blurred)).toContain('blurred');
    expect(measurePage(blurred).blurred.length).toBeGreaterThan(0);
  });

  it('tells too little and too much light', () => {
    expect(kindsOf(mapped(coloured, (level) => level * 0.35))).toContain('dark');
    expect(kindsOf(mapped(coloured, (level) => 150 + level * 0.4))).toContain('pale');
  });

  it('tells a lamp on it, and where', () => {
    const box = { x: 250, y: 200, width: 260, height: 220 };
    const glared = painted(coloured, box, () => [255, 255, 255]);
    expect(kindsOf(glared)).toEqual(['glare']);
    const [found] = measurePage(glared).glared;
    expect(found?.x).toBeCloseTo(0.25, 1);
    expect(found?.y).toBeCloseTo(0.3, 1);
  });

  it('tells grain', () => {
    // A fixed pattern of grains, so that each run sees the same.
    const grain = (at: number): number => (((at * 2_654_435_761) >>> 8) % 181) - 90;
    expect(kindsOf(mapped(coloured, (level, at) => level + grain(at)))).toContain('grainy');
  });

  it('tells lines that run up or down', () => {
    const down = ring(drawnPage({ slope: Math.tan((6 * Math.PI) / 180) }), 160);
    expect(kindsOf(down)).toContain('skewed');
    expect(measurePage(down).skew).toBeCloseTo(6, 0);
  });

  it('tells a small picture by the size in which it is kept', () => {
    const measures = measurePage(coloured, { widthPx: 640, heightPx: 448 });
    expect(qualityFindings(measures, 1, card)).toMatchObject([{ kind: 'small', measured: 640 }]);
  });

  it('asks for colour and a seal only where the rule and the kind do', () => {
    const grey = mapped(drawnPage({ paper: [232, 232, 232], ink: [30, 30, 30] }), (level) => level);
    expect(kindsOf(grey)).toEqual(['grey']);
    expect(kindsOf(grey, { ...card, wantsColour: false })).toEqual([]);
    const licence: QualityAsk = { kind: 'business_licence', part: 'whole', wantsColour: true };
    expect(kindsOf(coloured, licence)).toEqual([]);
    const stamp = painted(drawnPage(), { x: 700, y: 500, width: 60, height: 60 }, () => [200, 50, 45]);
    expect(kindsOf(stamp, licence)).toEqual(['no_seal']);
    expect(kindsOf(stamp)).toEqual([]);
  });
});

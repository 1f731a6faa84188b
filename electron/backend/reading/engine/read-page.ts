import type { PageLine } from '#shared/domain/page-line.ts';
import { heightOf, lengthOf } from '#shared/domain/text-box.ts';
import type { RawPage, RecognisedPage, Turn } from '#backend/reading/engine-messages.ts';
import { Picture } from './picture.ts';
import type { Recogniser } from './recogniser.ts';

/** The mean above which what was read can't have been read upside down. */
const surelyUpright = 0.9;
/** So few characters are what is left of a page that lies upside down, or of an empty one. */
const tellingCharacters = 8;

/** Reads a page, whichever way it lies. A page that lies on its side or upside down is read again the other ways. */
export async function readPage(page: RawPage, recognise: Recogniser): Promise<RecognisedPage> {
  const picture = Picture.of(page);
  const first = await attempt(picture, 0, recognise);
  const others = turnsWorthTrying(first.lines);
  let best = first;
  for (const turn of others) {
    const other = await attempt(await picture.turned(turn), turn, recognise);
    if (worthOf(other.lines) > worthOf(best.lines)) best = other;
  }
  return best;
}

async function attempt(picture: Picture, turn: Turn, recognise: Recogniser): Promise<RecognisedPage> {
  const lines = await recognise(picture);
  return { turn, widthPx: picture.width, heightPx: picture.height, lines };
}

/** Lines that stand upright are those of a page on its side; lines that were hard to read may be upside down. */
function turnsWorthTrying(lines: readonly PageLine[]): readonly Turn[] {
  const telling = lines.filter(({ text }) => text.length >= 3);
  const upright = telling.filter(({ box }) => heightOf(box) > lengthOf(box) * 1.5);
  if (telling.length >= 3 && upright.length > telling.length / 2) return [90, 270];
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  // Upside down next to nothing is read at all.
  if (characters < tellingCharacters) return [180];
  const mean = lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / characters;
  return mean < surelyUpright ? [180] : [];
}

/** How much was read how surely. What stands upside down gives fewer characters, and less sure ones. */
const worthOf = (lines: readonly PageLine[]): number =>
  lines.reduce((sum, { text, confidence }) => sum + text.length * Math.max(0, confidence - 0.5), 0);

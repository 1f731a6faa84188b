import { zhCn } from '#renderer/i18n/zh-cn.ts';

/** The bundled Chinese face; it comes in parts by character, each loaded when it is first drawn. */
const family = 'Noto Sans SC Variable';

/**
 * A machine that draws with the bundled face, for it has no other, has all of its parts that the program's words need at
 * once: page by page, each would be drawn twice, with looks for a stand-in at every new character.
 */
export function loadFontParts(fonts: FontFaceSet = document.fonts): void {
  const onLoading = (): void => {
    if (![...fonts].some(isInUse)) return;
    fonts.removeEventListener('loading', onLoading);
    void fonts.load(`16px "${family}"`, JSON.stringify(zhCn)).catch(() => undefined); // Each is asked for again where it is drawn.
  };
  fonts.addEventListener('loading', onLoading);
}

/** Not where one rare character alone is drawn with it. */
const isInUse = (face: FontFace): boolean =>
  face.family.replaceAll('"', '') === family &&
  face.status !== 'unloaded' &&
  commonPoints.some((point) => holds(face.unicodeRange, point));

/** One stands in the side bar, one in the names of most firms. */
const commonPoints = [...'客公'].map((character) => character.codePointAt(0) ?? 0);

/** Whether a range such as `U+4E00-4E9F, U+7684` holds a code point. */
function holds(unicodeRange: string, point: number): boolean {
  return unicodeRange.split(',').some((part) => {
    const [from, to] = part.trim().slice('U+'.length).split('-');
    const first = Number.parseInt(from ?? '', 16);
    return point >= first && point <= (to === undefined ? first : Number.parseInt(to, 16));
  });
}

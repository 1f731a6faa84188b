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

const isInUse = (face: FontFace): boolean =>
  face.family.replaceAll('"', '') === family && face.status !== 'unloaded';

import { nativeTheme } from 'electron';
import { z } from 'zod';
import { usualZoom, zoomSteps } from '#shared/domain/zoom.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { textsOf } from './texts/texts.ts';
import type { Texts } from './texts/zh-cn.ts';

const appearanceSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']),
  language: z.enum(['zh-CN', 'en']),
  zoomPercent: z.literal(zoomSteps).default(usualZoom),
});
type AppearanceValues = z.infer<typeof appearanceSchema>;

/** Theme, language and zoom as the settings have them. Kept in a file too: the first window is drawn before they are read. */
export interface Appearance {
  values(): AppearanceValues;
  texts(): Texts;
  /** Colours of the window's own ground and of the system's buttons on it. */
  frame(): FrameColors;
  set(values: AppearanceValues): void;
  /** Runs after a change of theme, language or zoom, also when the system's theme changes. */
  onChange(listener: () => void): void;
}

interface FrameColors {
  readonly ground: string;
  readonly symbols: string;
}

// The interface's `--cf-canvas` and `--cf-ink-2`, needed before any page is there.
const light: FrameColors = { ground: '#f5f4f1', symbols: '#595450' };
const dark: FrameColors = { ground: '#15161b', symbols: '#b4b5bc' };

export function createAppearance(file: string): Appearance {
  let values = readJsonFile(file, appearanceSchema) ?? {
    ...{ theme: 'system', language: 'zh-CN', zoomPercent: usualZoom },
  };
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  nativeTheme.themeSource = values.theme;
  nativeTheme.on('updated', tell);
  return {
    values: () => values,
    texts: () => textsOf(values.language),
    frame: () => (nativeTheme.shouldUseDarkColors ? dark : light),
    set(next) {
      const { theme, language, zoomPercent } = values;
      if (next.theme === theme && next.language === language && next.zoomPercent === zoomPercent) return;
      values = next;
      nativeTheme.themeSource = next.theme;
      writeJsonFile(file, next);
      tell();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

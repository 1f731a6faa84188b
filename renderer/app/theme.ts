/**
 * Certfolio 证簿: the whole visual theme. Colours and sizes of type stand here and nowhere else; measures.ts has the
 * lengths, density.ts the rows' heights, theme-components.ts puts Mantine's parts on these values.
 *
 * Mantine 9 theme plus a CSS-variable resolver. Components use only
 *   --mantine-*  (spacing, radius, font size, palette through component props) and
 *   --cf-*       (the meaning: surface, ink, line, status, tick, heat, measure).
 * A literal colour or a pixel font size outside this file is a fault.
 *
 * Paper by day, ink by night: light neutrals lean warm (hue 85), dark neutrals lean to the
 * brand hue (275). One brand hue, 靛 indigo (OKLCH hue 268); red, amber and green only ever
 * mean a status. All five ramps share one lightness ladder, so shade n has about the same
 * contrast in every ramp.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { measures } from './measures.ts';
import { themeComponents } from './theme-components.ts';

/* ---------- palette (contrast on white, on dark.7 in the comment under each) ---------- */

const brand: MantineColorsTuple = [
  '#f3f6fd',
  '#e6edfc',
  '#d0dcf9',
  '#b2c5f6',
  '#91aaec',
  '#718ddb',
  '#5773c6',
  '#455fae',
  '#364d94',
  '#293b74',
];
// white: 1.1 1.2 1.4 1.7 2.3 3.2 4.5 6.0 7.9 10.6   dark.7: 15.4 14.2 12.1 9.7 7.3 5.2 3.7 2.8 2.1 1.6
const red: MantineColorsTuple = [
  '#fef3f1',
  '#ffe6e3',
  '#ffcfc9',
  '#feaea4',
  '#f8877b',
  '#ea5a51',
  '#d23934',
  '#b32926',
  '#94221f',
  '#701f1b',
];
// white: 1.1 1.2 1.4 1.8 2.4 3.5 4.8 6.4 8.4 11.0   dark.7: 15.3 14.0 11.9 9.4 6.9 4.8 3.5 2.6 2.0 1.5
const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#fbebcb',
  '#f7d8a0',
  '#f0bc66',
  '#e29d2b',
  '#c67f09',
  '#aa670a',
  '#905413',
  '#774513',
  '#5d3411',
];
// white: 1.1 1.2 1.4 1.7 2.3 3.3 4.5 6.1 7.9 10.7   dark.7: 15.4 14.1 12.1 9.6 7.2 5.1 3.7 2.7 2.1 1.6
const green: MantineColorsTuple = [
  '#eef9f2',
  '#ddf3e5',
  '#bfe8cf',
  '#96d7b1',
  '#6bc292',
  '#44a774',
  '#2d8d5e',
  '#23764e',
  '#1c613f',
  '#184b31',
];
// white: 1.1 1.2 1.3 1.7 2.2 3.0 4.1 5.6 7.4 10.0   dark.7: 15.4 14.3 12.4 10.0 7.7 5.6 4.0 3.0 2.2 1.7
const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f5f4f1',
  '#eceae7',
  '#dedcd8',
  '#c4c2bd',
  '#9b9893',
  '#706d68',
  '#595450',
  '#3a3632',
  '#23201d',
];
// white: 1.0 1.1 1.2 1.4 1.8 2.9 5.2 7.5 12.0 16.2
const dark: MantineColorsTuple = [
  '#e5e6e9',
  '#c9cacf',
  '#a9aab1',
  '#90929a',
  '#4b4d55',
  '#34363e',
  '#26272e',
  '#1d1e23',
  '#15161b',
  '#0d0e12',
];
// dark.7: 13.3 10.2 7.2 5.4 2.0 1.4 1.1 1.0 1.1 1.2

/* ---------- fonts ---------- */

/**
 * System fonts on screen. Latin first, so that figures come from the Latin face (tabular). The bundled fonts come after
 * the system's: they are loaded only on a machine that has none, so that none shows empty boxes.
 */
const chinese =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC Variable", "Certfolio Rare Han"';
const sans = `-apple-system, "Segoe UI", "Noto Sans Variable", ${chinese}, sans-serif`;
/** Codes, AppIDs, hashes, key caps. The generic name stands before the Chinese faces, so that codes stay monospaced. */
const mono = `"SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "Liberation Mono", monospace, ${chinese}`;

/* ---------- theme ---------- */

export const theme = createTheme({
  colors: { brand, red, amber, green, gray, dark },
  primaryColor: 'brand',
  // Light 8: white on #364d94 is 7.9:1. Dark 7: white on #455fae is 6.0:1. (Mantine's default fails.)
  primaryShade: { light: 8, dark: 7 },
  white: '#ffffff',
  black: '#23201d',
  autoContrast: false,
  fontFamily: sans,
  fontFamilyMonospace: mono,
  // Two weights only: Windows has no medium cut of Microsoft YaHei.
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' }, // page title, date on 今日
      h2: { fontSize: '16px', lineHeight: '24px' }, // client or application name
      h3: { fontSize: '14px', lineHeight: '22px' }, // panel title
      h4: { fontSize: '13px', lineHeight: '20px' }, // group title
      h5: { fontSize: '12px', lineHeight: '16px' }, // column head
      h6: { fontSize: '12px', lineHeight: '16px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px', '2xl': '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  // Only things that float cast a shadow; panels have a hairline.
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(20 18 16 / 0.08)',
    md: '0 4px 16px rgb(20 18 16 / 0.12), 0 1px 3px rgb(20 18 16 / 0.10)',
    lg: '0 12px 40px rgb(20 18 16 / 0.18), 0 2px 6px rgb(20 18 16 / 0.10)',
    xl: '0 16px 56px rgb(20 18 16 / 0.24), 0 2px 8px rgb(20 18 16 / 0.12)',
  },
  cursorType: 'default', // a desktop app, not a page
  focusRing: 'auto',
  respectReducedMotion: true,
  components: themeComponents,
});

/* ---------- CSS variables ---------- */

type Status = { fg: string; bg: string; line: string; solid: string };
const m = (name: string, shade: number) => `var(--mantine-color-${name}-${shade})`;
const lightStatus = (c: string): Status => ({ fg: m(c, 7), bg: m(c, 0), line: m(c, 2), solid: m(c, 7) });
const darkStatus = (c: string): Status => ({
  fg: m(c, 4),
  bg: `color-mix(in srgb, ${m(c, 7)} 20%, ${m('dark', 7)})`,
  line: `color-mix(in srgb, ${m(c, 7)} 55%, ${m('dark', 7)})`,
  solid: m(c, 7),
});
const status = (name: string, s: Status) => ({
  [`--cf-${name}`]: s.fg,
  [`--cf-${name}-bg`]: s.bg,
  [`--cf-${name}-line`]: s.line,
  [`--cf-${name}-solid`]: s.solid,
});
/** Mantine's own variants (light, outline, text) brought onto the same shades in both schemes. */
const variants = (c: string, dk: boolean) => ({
  [`--mantine-color-${c}-text`]: dk ? m(c, 4) : m(c, 7),
  [`--mantine-color-${c}-light`]: dk ? `color-mix(in srgb, ${m(c, 7)} 20%, ${m('dark', 7)})` : m(c, 0),
  [`--mantine-color-${c}-light-hover`]: dk ? `color-mix(in srgb, ${m(c, 7)} 32%, ${m('dark', 7)})` : m(c, 1),
  [`--mantine-color-${c}-light-color`]: dk ? m(c, 3) : m(c, 8),
  [`--mantine-color-${c}-outline`]: dk ? m(c, 4) : m(c, 7),
});
const calmAmber = '#d3a563';
const hues = ['brand', 'red', 'amber', 'green'];
const allVariants = (dk: boolean): Record<string, string> =>
  Object.fromEntries(hues.flatMap((c) => Object.entries(variants(c, dk))));

const lightVariables = {
  /* surfaces */
  '--cf-canvas': m('gray', 1), // window, side bar, top bar
  '--cf-surface': '#ffffff', // pages
  '--cf-sunken': m('gray', 0), // table head, wells
  '--cf-well': m('gray', 2), // viewer ground
  '--cf-raised': '#ffffff', // menus, palette, bulk bar
  '--cf-hover': m('gray', 1),
  '--cf-active': m('gray', 2),
  '--cf-selected': m('brand', 0),
  '--cf-selected-2': m('brand', 1), // selected row that is hovered or focused; side bar item
  '--cf-scrim': 'rgb(35 32 29 / 0.28)',
  /* lines */
  '--cf-line': m('gray', 2), // hairlines between rows
  '--cf-line-2': m('gray', 3), // panel borders
  '--cf-control': '#8b8883', // borders of inputs and check boxes, 3.5:1
  /* ink */
  '--cf-ink': m('gray', 9), // 16.2:1
  '--cf-ink-2': m('gray', 7), // 7.5:1
  '--cf-ink-3': '#6b6863', // 5.5:1, lightest text allowed
  '--cf-ink-off': m('gray', 5), // disabled only
  '--cf-brand': m('brand', 8),
  '--cf-brand-2': m('brand', 6),
  '--cf-on-solid': '#ffffff',
  '--cf-focus': m('brand', 6),
  /* status */
  ...status('danger', lightStatus('red')),
  ...status('warning', lightStatus('amber')),
  ...status('success', lightStatus('green')),
  ...status('info', { ...lightStatus('brand'), fg: m('brand', 8), solid: m('brand', 8) }),
  ...status('neutral', { fg: m('gray', 7), bg: m('gray', 1), line: m('gray', 3), solid: m('gray', 7) }),
  /* ticks */
  '--cf-tick-spent': m('gray', 3),
  '--cf-tick-plan': m('gray', 4),
  /* heat map */
  '--cf-heat-0': m('gray', 1),
  '--cf-heat-0-ink': '#6b6863',
  '--cf-heat-1': m('brand', 1),
  '--cf-heat-1-ink': m('gray', 9),
  '--cf-heat-2': m('brand', 2),
  '--cf-heat-2-ink': m('gray', 9),
  '--cf-heat-3': m('brand', 4),
  '--cf-heat-3-ink': m('gray', 9),
  '--cf-heat-4': m('brand', 7),
  '--cf-heat-4-ink': '#ffffff',
  '--cf-heat-5': m('brand', 9),
  '--cf-heat-5-ink': '#ffffff',
  /* Mantine's own */
  '--mantine-color-text': m('gray', 9),
  '--mantine-color-dimmed': '#6b6863',
  '--mantine-color-placeholder': '#6b6863',
  '--mantine-color-anchor': m('brand', 8),
  '--mantine-color-error': m('red', 7),
  '--mantine-color-default-border': m('gray', 3),
  '--mantine-color-default-hover': m('gray', 1),
  ...allVariants(false),
};

const darkVariables = {
  '--cf-canvas': m('dark', 8),
  '--cf-surface': m('dark', 7),
  '--cf-sunken': '#191a1f',
  '--cf-well': m('dark', 9),
  '--cf-raised': m('dark', 6),
  '--cf-hover': '#25262c',
  '--cf-active': '#2d2e36',
  '--cf-selected': `color-mix(in srgb, ${m('brand', 7)} 20%, ${m('dark', 7)})`,
  '--cf-selected-2': `color-mix(in srgb, ${m('brand', 7)} 32%, ${m('dark', 7)})`,
  '--cf-scrim': 'rgb(0 0 0 / 0.55)',
  '--cf-line': '#2a2b32',
  '--cf-line-2': m('dark', 5),
  '--cf-control': '#72747e', // 3.5:1
  '--cf-ink': m('dark', 0), // 13.3:1
  '--cf-ink-2': '#b4b5bc', // 8.1:1
  '--cf-ink-3': '#9ea0a8', // 6.4:1, 4.8:1 on selected-2
  '--cf-ink-off': '#63656e',
  '--cf-brand': m('brand', 3),
  '--cf-brand-2': m('brand', 4),
  '--cf-on-solid': '#ffffff',
  '--cf-focus': m('brand', 4),
  ...status('danger', darkStatus('red')),
  // amber.4 is loud in long dark lists; the same lightness with less chroma, 7.4:1
  ...status('warning', { ...darkStatus('amber'), fg: calmAmber }),
  ...status('success', darkStatus('green')),
  ...status('info', { ...darkStatus('brand'), fg: m('brand', 3) }),
  ...status('neutral', { fg: '#b4b5bc', bg: '#292a31', line: '#3d3f48', solid: m('dark', 4) }),
  '--cf-tick-spent': '#3a3c45',
  '--cf-tick-plan': '#4f515b',
  '--cf-heat-0': '#25262c',
  '--cf-heat-0-ink': '#9ea0a8',
  '--cf-heat-1': '#262d45',
  '--cf-heat-1-ink': m('dark', 0),
  '--cf-heat-2': '#2e3b66',
  '--cf-heat-2-ink': m('dark', 0),
  '--cf-heat-3': m('brand', 7),
  '--cf-heat-3-ink': '#ffffff',
  '--cf-heat-4': m('brand', 4),
  '--cf-heat-4-ink': m('dark', 9),
  '--cf-heat-5': m('brand', 2),
  '--cf-heat-5-ink': m('dark', 9),
  '--mantine-color-dimmed': '#9ea0a8',
  '--mantine-color-placeholder': '#9ea0a8',
  '--mantine-color-anchor': m('brand', 3),
  '--mantine-color-error': m('red', 4),
  '--mantine-color-default': m('dark', 6),
  '--mantine-color-default-hover': '#2f3038',
  '--mantine-color-default-border': '#3d3f48',
  ...allVariants(true),
  '--mantine-color-amber-text': calmAmber,
  '--mantine-color-amber-outline': calmAmber,
};

/** Marks over a scan: paper is light in both schemes. */
const onPaper = {
  '--cf-paper': '#ffffff',
  '--cf-hit': m('amber', 2),
  '--cf-hit-now': m('amber', 3),
  '--cf-hit-line': m('amber', 7),
  '--cf-info-on-paper': m('brand', 7),
  '--cf-warning-on-paper': m('amber', 8),
  '--cf-danger-on-paper': m('red', 7),
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { ...measures, ...onPaper },
  light: lightVariables,
  dark: darkVariables,
});

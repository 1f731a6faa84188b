import type { Texts } from './texts/zh-cn.ts';

export interface PageFoot {
  readonly footLeft: string;
  readonly footMiddle: string;
}

/** The foot of each printed page: two texts of the page, and its number. Chromium fills in the two classes. */
export function footerTemplate({ footLeft, footMiddle }: PageFoot, texts: Texts): string {
  const number = texts.print.page('<span class="pageNumber"></span>', '<span class="totalPages"></span>');
  return `<div style="${style}"><span>${escaped(footLeft)}</span><span>${escaped(footMiddle)}</span><span>${number}</span></div>`;
}

const style = [
  'display: flex',
  'justify-content: space-between',
  'width: 100%',
  'margin: 0 64px',
  'padding-top: 8px',
  'border-top: 1px solid #c4c2bd',
  'color: #6b6863',
  `font: 10.5px 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`,
].join('; ');

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

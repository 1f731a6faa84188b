import { packedArchive } from '#backend/imports/workbook/plain-archive.ts';
import { readArchive } from '#backend/imports/workbook/archive.ts';

const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/u;
const stylesPart = 'xl/styles.xml';
const limitBytes = 2 ** 31;

/**
 * Gives a workbook what its library can't write, a head in bold that stays in sight, and packs it. `bytes`: an .xlsx
 * file whose parts are not packed.
 */
export function finishWorkbook(bytes: Buffer): Buffer {
  const parts = new Map(readArchive(bytes, 'export.xlsx', () => true, limitBytes));
  const styles = parts.get(stylesPart)?.toString('utf8') ?? '';
  const bold = Number(/<cellXfs count="(\d+)"/u.exec(styles)?.[1] ?? 0);
  parts.set(stylesPart, Buffer.from(withBold(styles, bold)));
  for (const [path, part] of parts) {
    if (sheetPart.test(path)) parts.set(path, withHead(part, bold));
  }
  return packedArchive(parts);
}

/** One more font and one more format of text cells; the format's number is `bold`. */
function withBold(styles: string, bold: number): string {
  const font = /<fonts count="1">(<font>)(.*?<\/font>)<\/fonts>/u;
  const format = `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return styles
    .replace(font, '<fonts count="2">$1$2<font><b/>$2</fonts>')
    .replace(/<cellXfs count="\d+">/u, `<cellXfs count="${bold + 1}">`)
    .replace('</cellXfs>', `${format}</cellXfs>`);
}

const plainView = '<sheetView workbookViewId="0"/>';
const frozenView =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** Only what stands before the second row is looked at: a sheet may be large. */
function withHead(part: Buffer, bold: number): Buffer {
  const end = part.indexOf('</row>');
  const head = part.subarray(0, end).toString('utf8');
  const [before = '', row = ''] = head.split('<sheetData>');
  const styled = row.replaceAll(/ s="\d+"/gu, ` s="${bold}"`);
  return Buffer.concat([
    Buffer.from(`${before.replace(plainView, frozenView)}<sheetData>${styled}`),
    part.subarray(end),
  ]);
}

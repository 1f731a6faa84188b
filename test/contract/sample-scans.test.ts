import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sheetCorners } from '#shared/domain/page-sheet.ts';
import { measurePage } from '#shared/domain/page-quality.ts';
import { pagePixels } from '#backend/jobs/workers/page-pixels.ts';

const folder = path.resolve('resources/sample/scans');

/** Photographs on an even grey table, whose light falls off. */
const onGreyTable = [
  '事业单位法人证书_青屿三幼',
  '开户许可证_观潮民宿',
  '营业执照_听雨茶业',
  '营业执照_芦汀便利店',
  ...['叶疏桐', '林序', '灯小盏', '顾北辞', '麦知秋', '齐云舒'].flatMap((name) => [
    `身份证正面_${name}`,
    `身份证反面_${name}`,
  ]),
];
/** On wood, on cloth, and on a scanner. */
const elsewhere = ['营业执照_归樾家居', '身份证正面_白若谷', '营业执照_栩禾餐饮', '基本户信息_鹿砚教育'];

it.each([...onGreyTable, ...elsewhere])(
  'the whole sheet of %s is seen, and all of its edges are found',
  { timeout: 20_000 },
  async (name) => {
    const bytes = new Uint8Array(fs.readFileSync(path.join(folder, `${name}.jpg`)));
    const { pixels } = await pagePixels({ bytes, mediaType: 'image/jpeg', pageNo: 1 });
    expect(measurePage(pixels).cutSides).toEqual([]);
    const corners = sheetCorners(pixels) ?? [];
    expect(corners).toHaveLength(4);
    for (const [x, y] of corners) {
      expect(Math.min(x, 1 - x)).toBeGreaterThan(0);
      expect(Math.min(y, 1 - y)).toBeGreaterThan(0);
    }
  },
);

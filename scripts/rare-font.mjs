// node scripts/rare-font.mjs NotoSansCJK-Regular.ttc: cuts resources/fonts/rare-han.woff2 anew.
// Run it when the web font gains characters, and commit the result. Needs fonttools with brotli (python3).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './setup/project.mjs';

/** The faces of the collection are JP, KR, SC, TC, HK. */
const simplifiedChinese = 2;

/** Blocks of Chinese characters (Unicode 15, blocks "CJK Unified Ideographs …" and "… Compatibility …"). */
const blocks = /** @type {const} */ ([
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
]);

const [collection] = process.argv.slice(2);
if (collection === undefined) {
  console.error('usage: node scripts/rare-font.mjs NotoSansCJK-Regular.ttc');
  process.exitCode = 2;
} else {
  const list = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rare-font-')), 'characters.txt');
  fs.writeFileSync(list, missingInWebFont().join('\n'));
  const output = path.join(root, 'resources', 'fonts', 'rare-han.woff2');
  execFileSync(
    'python3',
    [
      ...['-m', 'fontTools.subset', collection, `--font-number=${simplifiedChinese}`],
      ...[`--unicodes-file=${list}`, '--flavor=woff2', '--no-hinting', '--layout-features='],
      `--output-file=${output}`,
    ],
    { stdio: 'inherit' },
  );
  console.log(`${path.relative(root, output)}: ${fs.statSync(output).size} bytes`);
}

/** @returns {string[]} code points in hexadecimal */
function missingInWebFont() {
  const sheet = path.join(root, 'node_modules', '@fontsource-variable', 'noto-sans-sc', 'index.css');
  const present = new Set();
  for (const [, ranges = ''] of fs.readFileSync(sheet, 'utf8').matchAll(/unicode-range:\s*([^;}]+)/g)) {
    for (const range of ranges.split(',')) {
      const [first = '', last = first] = range.trim().slice(2).split('-');
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1) present.add(code);
    }
  }
  return blocks
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .filter((code) => !present.has(code))
    .map((code) => code.toString(16));
}

// npm run icons: draws resources/icons again. Run it when the mark changes, and commit the result.
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { iconFile, iconSet } from './icons/containers.mjs';
import { mark, templateMark } from './icons/mark.mjs';
import { root } from './setup/project.mjs';

const folder = path.join(root, 'resources', 'icons');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const largest = 1024;
const traySize = 16;
const scales = [1, 2];

fs.mkdirSync(path.join(folder, 'linux'), { recursive: true });
write('icon.svg', mark(largest));
write('icon.png', await draw(512));
write('icon-1024.png', await draw(largest));
for (const size of linuxSizes) write(`linux/${size}x${size}.png`, await draw(size));
write(
  'icon.ico',
  iconFile(await Promise.all(windowsSizes.map(async (size) => ({ size, png: await draw(size) })))),
);
write(
  'icon.icns',
  iconSet(
    await Promise.all(
      [32, 64, 128, 256, 512, largest].map(async (size) => ({ size, png: await draw(size) })),
    ),
  ),
);
for (const scale of scales) {
  const suffix = scale === 1 ? '' : `@${scale}x`;
  write(`tray${suffix}.png`, await draw(traySize * scale));
  write(`tray-due${suffix}.png`, await draw(traySize * scale, { due: true }));
  write(`trayTemplate${suffix}.png`, await rasterize(templateMark(traySize * scale), traySize * scale));
}

/** @param {number} size in pixels @param {{ due?: boolean }} [options] */
function draw(size, options) {
  return rasterize(mark(size, options), size);
}

/** @param {string} svg @param {number} size in pixels @returns {Promise<Buffer>} a PNG */
function rasterize(svg, size) {
  return sharp(Buffer.from(svg)).resize(size, size).png({ compressionLevel: 9 }).toBuffer();
}

/** @param {string} name @param {string | Buffer} content */
function write(name, content) {
  fs.writeFileSync(path.join(folder, name), content);
}

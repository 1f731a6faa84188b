import fs from 'node:fs';
import path from 'node:path';

/**
 * Packs the files of one flat folder in Electron's archive format: two nested length-prefixed headers
 * ("pickles"), the file table as JSON, then the contents.
 * @param {string} folder
 * @returns {Buffer}
 */
export function packFolder(folder) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {};
  const contents = [];
  let offset = 0;
  for (const name of fs.readdirSync(folder).sort()) {
    const content = fs.readFileSync(path.join(folder, name));
    files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
    contents.push(content);
  }
  return Buffer.concat([header(JSON.stringify({ files })), ...contents]);
}

/** @param {string} table @returns {Buffer} */
function header(table) {
  const json = Buffer.from(table);
  const padded = Math.ceil(json.length / 4) * 4;
  const bytes = Buffer.alloc(16 + padded);
  [4, 8 + padded, 4 + padded, json.length].forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  json.copy(bytes, 16);
  return bytes;
}

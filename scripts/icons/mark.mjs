// Our mark: a page of a ledger, with its margin line and three entries.
const ink = '#364d94';
const paper = '#ffffff';
const amber = '#b4690e';

/** Up to this size the shapes keep to whole pixels, and the page fills the square. */
const largestSnapped = 32;

/**
 * @typedef {object} Shapes in units of the grid
 * @property {number} grid
 * @property {readonly [number, number, number, number, number]} page x, y, width, height, corner radius
 * @property {readonly [number, number, number, number]} margin
 * @property {readonly (readonly [number, number, number, number])[]} entries
 */

/** @type {Shapes} */
const regular = {
  grid: 20,
  page: [2, 1, 16, 18, 3],
  margin: [5, 1, 1, 18],
  entries: [
    [9, 6, 6, 1.5],
    [9, 9.25, 6, 1.5],
    [9, 12.5, 3.5, 1.5],
  ],
};

/** @type {Shapes} */
const snapped = {
  grid: 16,
  page: [1, 0, 14, 16, 2.5],
  margin: [3, 0, 1, 16],
  entries: [
    [6, 4, 6, 1],
    [6, 7, 6, 1],
    [6, 10, 4, 1],
  ],
};

/** @param {number} size in pixels @param {{ due?: boolean }} [options] due: with the dot that says a reminder waits @returns {string} SVG */
export function mark(size, { due = false } = {}) {
  const shapes = size <= largestSnapped ? snapped : regular;
  const entries = shapes.entries.map((entry) => rectangle(entry, `fill="${paper}"`));
  const dot = `<circle cx="12" cy="12" r="4" fill="${amber}" stroke="${paper}" stroke-width="1"/>`;
  return svg(size, shapes.grid, [
    page(shapes, ink),
    rectangle(shapes.margin, `fill="${paper}" opacity="0.55"`),
    ...entries,
    ...(due ? [dot] : []),
  ]);
}

/** For the menu bar of macOS, which colours it: black, with the lines cut out. @param {number} size in pixels @returns {string} SVG */
export function templateMark(size) {
  const cuts = [snapped.margin, ...snapped.entries].map((shape) => rectangle(shape, 'fill="#000000"'));
  const mask = `<mask id="lines">${page(snapped, '#ffffff')}${cuts.join('')}</mask>`;
  return svg(size, snapped.grid, [mask, `<g mask="url(#lines)">${page(snapped, '#000000')}</g>`]);
}

/** @param {number} size @param {number} grid @param {readonly string[]} content */
function svg(size, grid, content) {
  const frame = `width="${size}" height="${size}" viewBox="0 0 ${grid} ${grid}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>\n  ${content.join('\n  ')}\n</svg>\n`;
}

/** @param {Shapes} shapes @param {string} fill */
function page({ page: [x, y, width, height, radius] }, fill) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

/** @param {readonly [number, number, number, number]} shape @param {string} paint */
function rectangle([x, y, width, height], paint) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${paint}/>`;
}

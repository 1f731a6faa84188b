/** Lines that were recognised on a page, as the runs of characters of a text layer: pure. */
import type { TextBox } from '#shared/domain/text-box.ts';
import type { PageSize } from './page-box.ts';
import type { TextRun } from './text-runs.ts';

interface ReadLine {
  readonly text: string;
  /** In the pixels of the page as it was read. */
  readonly box: TextBox;
}

/** A box goes from a fifth of its height below the base line to nine tenths above it (`boxIn`). */
const below = 0.2;
const whole = 1.1;

/** `read`: the size of the page in the unit of the boxes; `page`: its size in page coordinates. */
export function runsOfLines(lines: readonly ReadLine[], read: PageSize, page: PageSize): readonly TextRun[] {
  const [across, down] = [page.width / read.width, page.height / read.height];
  return lines.map(({ text, box: [leftTop, , rightBottom, leftBottom] }) => {
    const at = ([x, y]: readonly [number, number]) => ({ x: x * across, y: y * down });
    const [top, bottom, end] = [at(leftTop), at(leftBottom), at(rightBottom)];
    const up = { x: (top.x - bottom.x) / whole, y: (top.y - bottom.y) / whole };
    return {
      text,
      start: { x: bottom.x + up.x * below, y: bottom.y + up.y * below },
      along: { x: end.x - bottom.x, y: end.y - bottom.y },
      up,
      endsLine: true,
    };
  });
}

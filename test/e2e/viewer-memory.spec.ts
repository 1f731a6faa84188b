import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { sampleNow } from './support/app.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { memoryOf } from './support/memory.ts';
import { goTo, paths } from './support/screens.ts';
import { test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const papers = 300;
/** So many are looked at first: code that is loaded once, and the room that is kept ready for the next one. */
const begun = 60;
/** The end may hold by so much more than the beginning. */
const limit = 1.2;

const dataFolder = temporaryFolder();
test.afterAll(() => removeFolder(dataFolder));

/** The paper's picture, or the first page of its PDF, stands there. */
async function isShown(page: Page): Promise<void> {
  await page.waitForFunction((region) => {
    const drawn = document.querySelector(`${region} img, ${region} canvas`);
    return drawn instanceof HTMLImageElement ? drawn.complete && drawn.naturalWidth > 0 : drawn !== null;
  }, '[role="region"] [style*="rotate"]');
}

test('going through 300 papers leaves the memory as it was', async ({ launch }) => {
  test.setTimeout(1_500_000);
  const script = path.join(import.meta.dirname, 'support/make-papers.ts');
  execFileSync(process.execPath, [script, dataFolder, sampleNow, String(papers)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { app, window } = await launch({ dataFolder });
  const page = await window();
  await goTo(page, paths.documents());
  await page.getByRole('row').nth(1).getByRole('gridcell').first().dblclick();
  const place = (n: number) => page.getByText(say(zh.components.stepper.place, { place: n, total: papers }));
  const goOn = async (from: number, to: number): Promise<void> => {
    for (let n = from; n <= to; n += 1) {
      await page.keyboard.press('Alt+ArrowDown');
      await expect(place(n)).toBeVisible();
      await isShown(page);
    }
  };
  await expect(place(1)).toBeVisible();
  await isShown(page);
  await goOn(2, begun);
  const before = await memoryOf(app, page);
  await goOn(begun + 1, papers);
  const after = await memoryOf(app, page);
  console.log(JSON.stringify({ before, after }));
  expect(after.heapBytes / before.heapBytes).toBeLessThan(limit);
  expect(after.privateBytes / before.privateBytes).toBeLessThan(limit);
  // No worker is left of the PDFs that were looked at.
  expect(page.workers().length).toBeLessThanOrEqual(1);
});

import type { Locator, Page, TestInfo } from '@playwright/test';

/** Keeps a picture of the window with the results of the run. */
export async function keepPicture(page: Page | Locator, testInfo: TestInfo, name: string): Promise<void> {
  const file = testInfo.outputPath(`${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await testInfo.attach(name, { path: file, contentType: 'image/png' });
}

import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';

/** What the run leaves for whoever looks at it. */
export const outputFolder = path.resolve(import.meta.dirname, '../../demo-output');

const outputFile = (name: string): string => path.join(outputFolder, name);

/** Removes what an earlier run has left, so that nothing old is taken for a result. */
export function emptyOutput(): void {
  fs.rmSync(outputFolder, { recursive: true, force: true });
  fs.mkdirSync(path.join(outputFolder, 'checklists'), { recursive: true });
}

export const checklistFile = (number: string, client: string): string =>
  outputFile(path.join('checklists', `${number}_${client}.pdf`));

export function writeOutput(name: string, text: string): void {
  fs.writeFileSync(outputFile(name), text);
}

export const readOutput = (name: string): string => fs.readFileSync(outputFile(name), 'utf8');

export async function takePicture(page: Page, name: string): Promise<void> {
  // Fonts and thumbnails come after the first paint.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: outputFile(`${name}.png`), animations: 'disabled' });
}

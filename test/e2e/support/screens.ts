import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { paths } from '#renderer/components/paths.ts';
import { zh } from './words.ts';

export { paths };

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

/** What the program says when a call failed. */
export const failure = (page: Page): Locator => page.getByRole('alert').first();

export async function readFailure(page: Page): Promise<void> {
  await failure(page).getByRole('button', { name: zh.components.action.dismiss }).click();
  await expect(failure(page)).toHaveCount(0);
}

export const palette = (page: Page): Locator =>
  page.getByRole('dialog', { name: zh.components.palette.title });

export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const box = palette(page);
  await expect(box).toBeVisible();
  return box;
}

/** Looks for a text and opens the first hit whose words hold `title`. */
export async function openByPalette(page: Page, text: string, title: string): Promise<void> {
  const box = await openPalette(page);
  await box.getByRole('combobox').fill(text);
  await box.getByRole('option').filter({ hasText: title }).first().click();
  await expect(box).toBeHidden();
}

/** Opens a client's page by its name. */
export async function openClient(page: Page, name: string): Promise<void> {
  await openByPalette(page, name, name);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Opens the application of a client from the list of applications. */
export async function openApplication(page: Page, clientName: string): Promise<void> {
  await goTo(page, paths.applications());
  const row = page.getByRole('row').filter({ hasText: clientName });
  await row.getByRole('gridcell').nth(1).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: clientName })).toBeVisible();
}

/** A line of the checklist by its title. */
export const checklistRow = (page: Page, title: string): Locator =>
  page.locator('li[data-item]').filter({ hasText: title });

export const toast = (page: Page, text: string): Locator =>
  page.getByRole('status').filter({ hasText: text });

/** Begins the application that the program proposes for a client, and shows it. */
export async function beginApplication(page: Page, clientName: string): Promise<void> {
  await openClient(page, clientName);
  await page.getByRole('button', { name: zh.client.newApplication.button }).first().click();
  const dialog = page.getByRole('dialog', { name: zh.client.newApplication.title });
  await dialog.getByRole('button', { name: zh.client.newApplication.begin }).click();
  await expect(page.getByRole('list', { name: zh.application.rail.label })).toBeVisible();
}

/** The question that follows a paper: until when it is good. */
export async function enterValidUntil(row: Locator, date: string): Promise<void> {
  const field = row.getByLabel(zh.application.paper.validUntil);
  await field.fill(date);
  await field.press('Enter');
  await expect(field).toHaveCount(0);
}

/** Presses the button of the next step and records it as of now. */
export async function takeStep(page: Page, step: 'submit' | 'authorise' | 'pay'): Promise<void> {
  const words = zh.application.step;
  await page.getByRole('button', { name: words.primary[step], exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.confirm[step] }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The step of the rail at which an application stands. */
export const presentStep = (page: Page): Locator =>
  page.getByRole('list', { name: zh.application.rail.label }).locator('[aria-current="step"]');

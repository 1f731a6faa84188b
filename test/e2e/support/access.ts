import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Faults of the levels "serious" and "critical" (WCAG A and AA), each with where it is. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Electron opens no page of its own for the check, so it runs in this one.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

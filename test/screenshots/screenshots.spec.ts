import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

import { places, setLooks } from '../e2e/support/places.ts';
import { goTo } from '../e2e/support/screens.ts';
import { tellStory, test } from '../e2e/support/story.ts';

const story = tellStory('sample');
const root = path.resolve(import.meta.dirname, '../..');
/** What the two readmes show. */
const inReadme: ReadonlySet<string> = new Set(['today', 'clients', 'application']);

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['zh-CN', 'en'] as const).map((language) => ({ theme, language })),
);

for (const { theme, language } of looks) {
  test(`pictures, ${theme}, ${language}`, async () => {
    const { page } = story;
    await setLooks(page, theme, language);
    for (const [name, address] of await places(page)) {
      await goTo(page, address);
      await page.waitForLoadState('networkidle');
      const picture = await page.screenshot({ animations: 'disabled' });
      await keep(picture, path.join(root, 'screenshots', language, theme, `${name}.png`));
      if (inReadme.has(name))
        await keep(picture, path.join(root, 'resources/pictures', inName(name, theme, language)));
      await page.keyboard.press('Escape');
    }
  });
}

const inName = (name: string, theme: 'light' | 'dark', language: 'zh-CN' | 'en'): string =>
  `${name}${theme === 'dark' ? '-dark' : ''}${language === 'en' ? '-en' : ''}.png`;

/** Flat colours and text: a palette loses nothing that is seen. */
async function keep(picture: Buffer, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await sharp(picture).png({ palette: true, effort: 10 }).toFile(file);
}

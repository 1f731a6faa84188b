import { launchCertfolio, test as base } from '../support/app.ts';
import type { Certfolio } from '../support/app.ts';
import fs from 'node:fs';

interface Shared {
  /** One program for all attacks of a worker: none of them may leave a trace in it. */
  readonly program: Certfolio;
}

export const test = base.extend<object, Shared>({
  program: [
    async ({ programFolder }, use) => {
      const program = await launchCertfolio({ programFolder });
      // The attacks come when everything stands.
      await program.window();
      await use(program);
      await program.quit();
      for (const folder of [program.dataFolder, program.userFolder])
        fs.rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  page: async ({ program }, use) => {
    const page = await program.window();
    await page.reload();
    await use(page);
  },
});

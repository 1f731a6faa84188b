import type { ElectronApplication, Page } from '@playwright/test';
import fs from 'node:fs';

export interface Memory {
  /** What the page's scripts hold. */
  readonly heapBytes: number;
  /** What its process holds that no other does. */
  readonly privateBytes: number;
}

/** What a window holds when everything that nobody needs is thrown away. */
export async function memoryOf(app: ElectronApplication, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let round = 0; round < 3; round += 1) {
    // Chromium keeps decoded pictures, up to a bound, until somebody needs their room.
    await session.send('Memory.simulatePressureNotification', { level: 'critical' });
    await session.send('HeapProfiler.collectGarbage');
    // What was let go is given back a moment later.
    await page.waitForTimeout(500);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return { heapBytes, privateBytes: await privateBytesOf(app) };
}

async function privateBytesOf(app: ElectronApplication): Promise<number> {
  const { pid, bytes } = await app.evaluate(({ app: program, BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    const found = program.getAppMetrics().find((each) => each.pid === own);
    const kilobytes = found?.memory.privateBytes ?? found?.memory.workingSetSize ?? 0;
    return { pid: own ?? 0, bytes: kilobytes * 1024 };
  });
  // Only Windows tells it by that call; elsewhere it is the working set, in which shared libraries count.
  const file = `/proc/${pid}/smaps_rollup`;
  if (!fs.existsSync(file)) return bytes;
  const parts = [...fs.readFileSync(file, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gmu)];
  return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

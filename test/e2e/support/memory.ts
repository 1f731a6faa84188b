import type { ElectronApplication, Page } from '@playwright/test';
import fs from 'node:fs';

export interface Memory {
  /** What the page's scripts hold. */
  readonly heapBytes: number;
  /** What its process holds that no other does. */
  readonly privateBytes: number;
}

/** What was let go is given back a moment later: a worker that is busy keeps its room for two seconds. */
const rounds = 6;

/** What a window holds when everything that nobody needs is thrown away. */
export async function memoryOf(app: ElectronApplication, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let round = 0; round < rounds; round += 1) {
    // Chromium keeps decoded pictures, up to a bound, until somebody needs their room.
    await session.send('Memory.simulatePressureNotification', { level: 'critical' });
    await session.send('HeapProfiler.collectGarbage');
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
  // What it wrote itself: pages of the program's files are its own only while no second program runs beside it.
  const parts = [...fs.readFileSync(file, 'utf8').matchAll(/^(?:Private_Dirty|Swap):\s+(\d+) kB$/gmu)];
  return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

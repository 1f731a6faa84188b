import { describe, expect, it } from 'vitest';
import { createEngineDesk } from '#backend/reading/asked-engine.ts';
import { createPageReader, EngineLost } from '#backend/reading/engine.ts';
import type { RawPage } from '#backend/reading/engine-messages.ts';
import { fakeEngine } from '#test/support/fake-engine.ts';
import type { EngineDeed } from '#test/support/fake-engine.ts';

const page: RawPage = { data: new Uint8Array(4), widthPx: 1, heightPx: 1 };
const usual = { idleMs: 60_000, timeoutMs: 60_000, pagesEach: 100 };
const readerWith = (deeds: readonly EngineDeed[], times: Partial<typeof usual> = {}) => {
  const { start, seen } = fakeEngine(deeds);
  return { reader: createPageReader({ start, ...usual, ...times }), seen };
};

describe('the process that reads pages', () => {
  it('starts with the first page and stays for the next ones', async () => {
    const { reader, seen } = readerWith([[]]);
    expect(seen.started).toBe(0);
    await Promise.all([reader.read(page), reader.read(page)]);
    expect(await reader.read(page)).toEqual({ turn: 0, widthPx: 1, heightPx: 1, lines: [] });
    expect(seen).toMatchObject({ started: 1, ended: 0 });
    reader.close();
    expect(seen.ended).toBe(1);
  });

  it('that ends by a page loses that page alone', async () => {
    const { reader, seen } = readerWith(['ends', []]);
    const [first, second] = await Promise.allSettled([reader.read(page), reader.read(page)]);
    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(EngineLost) });
    expect(second.status).toBe('fulfilled');
    expect(seen.started).toBe(2);
  });

  it('that fails with a page stays', async () => {
    const { reader, seen } = readerWith(['fails', []]);
    await expect(reader.read(page)).rejects.toThrow('no models');
    await reader.read(page);
    expect(seen.started).toBe(1);
  });

  it('is ended when it never answers, when the page is given up, and when there is nothing to read', async () => {
    const late = readerWith(['hangs'], { timeoutMs: 5 });
    await expect(late.reader.read(page)).rejects.toThrow(EngineLost);
    expect(late.seen.ended).toBe(1);
    const { reader, seen } = readerWith(['hangs', []]);
    const giving = new AbortController();
    const given = reader.read(page, giving.signal);
    setImmediate(() => giving.abort());
    await expect(given).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(reader.read(page, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    await reader.read(page);
    expect(seen).toMatchObject({ started: 2, ended: 1 });
    const idle = readerWith([[]], { idleMs: 1 });
    await idle.reader.read(page);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(idle.seen.ended).toBe(1);
  });

  it('gives way to a new one after so many pages', async () => {
    const { reader, seen } = readerWith([[]], { pagesEach: 2 });
    for (let count = 0; count < 5; count += 1) await reader.read(page);
    expect(seen).toMatchObject({ started: 3, ended: 2 });
  });
});

describe('a process that the main process has to start', () => {
  const port = () => {
    const sent: unknown[] = [];
    let hear: (event: { data: unknown }) => void = () => undefined;
    let isClosed = false;
    return {
      sent,
      answer: (data: unknown) => hear({ data }),
      isClosed: () => isClosed,
      postMessage: (message: unknown) => void sent.push(message),
      on: (_: 'message', listener: (event: { data: unknown }) => void) => void (hear = listener),
      start: () => undefined,
      close: () => void (isClosed = true),
    };
  };

  it('gets what was posted before its port came', () => {
    const asked: number[] = [];
    const desk = createEngineDesk((engineNo) => asked.push(engineNo));
    const channel = desk.start();
    const replies: unknown[] = [];
    channel.onReply((reply) => replies.push(reply));
    channel.post({ page });
    const mine = port();
    desk.hand(asked[0]!, mine);
    expect(mine.sent).toEqual([{ page }]);
    mine.answer({ kind: 'failed', message: 'x' });
    expect(replies).toHaveLength(1);
    channel.end();
    expect(mine.isClosed()).toBe(true);
  });

  it('is ended when it comes after it was given up, and its end is told', () => {
    const asked: number[] = [];
    const desk = createEngineDesk((engineNo) => asked.push(engineNo));
    desk.start().end();
    const late = port();
    desk.hand(asked[0]!, late);
    expect(late.isClosed()).toBe(true);
    const reasons: string[] = [];
    desk.start().onEnd((reason) => reasons.push(reason));
    desk.lose(asked[1]!, 'exit code 5');
    expect(reasons).toEqual(['exit code 5']);
  });
});

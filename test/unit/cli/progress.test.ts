import { describe, expect, test } from 'vitest';
import type { WorkStep } from '#shared/contract/work.ts';
import { followed } from '../../../electron/cli/progress.ts';

async function* steps(): AsyncGenerator<WorkStep<string>> {
  yield await Promise.resolve({ kind: 'working', done: 1, total: 3 });
  yield { kind: 'done', result: 'ready' };
}

async function* failing(): AsyncGenerator<WorkStep<string>> {
  yield await Promise.resolve({ kind: 'working', done: 1, total: 3 });
  throw new Error('no');
}

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
};

describe('a long work on the command line', () => {
  test('shows a person how far it is, leaves the line clean, and gives the result', async () => {
    const screen = terminal(true);
    expect(await followed('judging', Promise.resolve(steps()), screen)).toBe('ready');
    expect(screen.written.join('')).toContain('judging 1 / 3');
    expect(screen.written.at(-1)).toBe('\r\u001b[K');
    await expect(followed('judging', Promise.resolve(failing()), screen)).rejects.toThrow('no');
    expect(screen.written.at(-1)).toBe('\r\u001b[K');
  });

  test('says nothing into a file', async () => {
    const file = terminal(false);
    expect(await followed('judging', Promise.resolve(steps()), file)).toBe('ready');
    expect(file.written).toEqual([]);
  });
});

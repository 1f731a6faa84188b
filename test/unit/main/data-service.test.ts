import { expect, test, vi } from 'vitest';
import type { StartFailure, StartOutcome } from '../../../electron/main/backend-process.ts';
import { createDataService } from '../../../electron/main/data-service.ts';

const damaged: StartFailure = { kind: 'failed', code: 'DATABASE_DAMAGED', data: {}, message: 'damaged' };
const ready: StartOutcome = { kind: 'ready' };

/** A backend process whose starts end as told, in order; later ones go well. */
function setUp(outcomes: readonly StartOutcome[], choices: readonly ('retry' | 'quit')[] = []) {
  const said: string[] = [];
  const queue = [...outcomes];
  const answers = [...choices];
  let die = (): void => undefined;
  let now = 0;
  const data = createDataService({
    backend: {
      start: () => {
        said.push('start');
        return Promise.resolve(queue.shift() ?? ready);
      },
      close: () => {
        said.push('close');
        return Promise.resolve();
      },
      onLost: (listener) => void (die = listener),
    },
    askUser: ({ code }) => {
      said.push(`ask ${code}`);
      return Promise.resolve(answers.shift() ?? 'quit');
    },
    quit: () => void said.push('quit'),
    nowMs: () => now,
  });
  data.onOpened((reason) => void said.push(`opened ${reason}`));
  return { data, said, die: () => die(), pass: (ms: number) => void (now += ms) };
}

test('data that opens is told once', async () => {
  const { data, said } = setUp([ready]);
  await data.open();
  await data.opened;
  expect(said).toEqual(['start', 'opened start']);
});

test('data that does not open is asked about until it does', async () => {
  const { data, said } = setUp([damaged, damaged], ['retry', 'retry']);
  await data.open();
  expect(said).toEqual([
    'start',
    'ask DATABASE_DAMAGED',
    'start',
    'ask DATABASE_DAMAGED',
    'start',
    'opened start',
  ]);
});

test('a user who gives up ends the program, and nothing counts as opened', async () => {
  const { data, said } = setUp([damaged], ['quit']);
  const opened = vi.fn();
  void data.opened.then(opened);
  await data.open();
  expect(said).toEqual(['start', 'ask DATABASE_DAMAGED', 'quit']);
  expect(opened).not.toHaveBeenCalled();
});

test('a process that dies is started again without a question', async () => {
  const { data, said, die } = setUp([]);
  await data.open();
  die();
  await vi.waitFor(() => expect(said).toContain('opened loss'));
  expect(said).toEqual(['start', 'opened start', 'start', 'opened loss']);
});

test('a process that dies three times in five minutes is asked about', async () => {
  const { data, said, die, pass } = setUp([], ['retry']);
  await data.open();
  for (let death = 0; death < 3; death += 1) {
    die();
    await vi.waitFor(() => expect(said.filter((line) => line === 'opened loss')).toHaveLength(death + 1));
    pass(60_000);
  }
  expect(said.filter((line) => line.startsWith('ask'))).toEqual(['ask INTERNAL']);
});

test('deaths that are far apart are not counted together', async () => {
  const { data, said, die, pass } = setUp([]);
  await data.open();
  for (let death = 0; death < 5; death += 1) {
    die();
    await vi.waitFor(() => expect(said.filter((line) => line === 'opened loss')).toHaveLength(death + 1));
    pass(4 * 60_000);
  }
  expect(said.filter((line) => line.startsWith('ask'))).toEqual([]);
});

test('a restart closes the data first', async () => {
  const { data, said } = setUp([]);
  await data.open();
  await data.restart();
  expect(said).toEqual(['start', 'opened start', 'close', 'start', 'opened restart']);
});

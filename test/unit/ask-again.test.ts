import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { askAgain } from '#renderer/api/ask-again.ts';

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
afterEach(() => queryClient.clear());

/** A question whose answers are read at once and come when they are let go. */
function slowQuestion() {
  let stored = 1;
  const waiting: (() => void)[] = [];
  const queryFn = async (): Promise<number> => {
    const read = stored;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return read;
  };
  return {
    options: { queryKey: ['slow'], queryFn },
    store: (value: number) => (stored = value),
    asked: () => waiting.length,
    letGo: async (): Promise<void> => {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

test('what changes while a first answer is under way is shown', async () => {
  const question = slowQuestion();
  const observer = new QueryObserver(queryClient, question.options);
  const end = observer.subscribe(() => undefined);
  question.store(2);
  for (let change = 0; change < 20; change += 1) askAgain(queryClient);
  await question.letGo();
  expect(observer.getCurrentResult().data).toBe(1);
  expect(question.asked()).toBe(1);
  await question.letGo();
  expect(observer.getCurrentResult().data).toBe(2);
  end();
});

test('what is shown is asked for once, and what nobody looks at when it is looked at', async () => {
  const question = slowQuestion();
  const observer = new QueryObserver(queryClient, question.options);
  const end = observer.subscribe(() => undefined);
  await question.letGo();
  question.store(2);
  askAgain(queryClient);
  expect(question.asked()).toBe(1);
  await question.letGo();
  expect(question.asked()).toBe(0);
  expect(observer.getCurrentResult().data).toBe(2);
  end();
  question.store(3);
  askAgain(queryClient);
  expect(question.asked()).toBe(0);
});

test('only what is meant is asked for', async () => {
  const question = slowQuestion();
  const end = new QueryObserver(queryClient, question.options).subscribe(() => undefined);
  askAgain(queryClient, { predicate: () => false });
  await question.letGo();
  expect(question.asked()).toBe(0);
  end();
});

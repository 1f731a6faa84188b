import type { StartFailure } from './backend-process.ts';
import type { Texts } from './texts/zh-cn.ts';

export interface FailureWords {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

/** What happened, what is safe and what to do, for each way in which the data could not be opened. */
export function startFailureWords(
  { code, data }: Pick<StartFailure, 'code' | 'data'>,
  { start }: Texts,
): FailureWords {
  switch (code) {
    case 'DATABASE_IN_USE':
      return start.DATABASE_IN_USE(textOf(data, 'owner'));
    case 'DATABASE_READ_ONLY':
    case 'NOT_WRITABLE':
    case 'DATABASE_DAMAGED':
    case 'BACKUP_DAMAGED':
      return start[code](textOf(data, 'name'));
    case 'DATABASE_NEWER':
      return start.DATABASE_NEWER(numberOf(data, 'found'), numberOf(data, 'supported'));
    case 'DISK_FULL':
      return start.DISK_FULL;
    default:
      return start.other;
  }
}

const valueOf = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).find(([name]) => name === key)?.[1]
    : undefined;

function textOf(data: unknown, key: string): string {
  const value = valueOf(data, key);
  return typeof value === 'string' ? value : '';
}

function numberOf(data: unknown, key: string): number {
  const value = valueOf(data, key);
  return typeof value === 'number' ? value : 0;
}

import path from 'node:path';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { resultOf } from '#shared/contract/work.ts';
import { temporaryFolder } from './backend.ts';
import type { TestBackend } from './backend.ts';

type ListName = 'clients' | 'applications' | 'documents';

/** Exports a whole list into a folder of its own and names the file. */
export async function exported(
  { backend, call }: TestBackend,
  list: ListName,
  format: ExportFormat,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<string> {
  const file = path.join(temporaryFolder(), `${list}.${format}`);
  await resultOf(call.exports[list]({ target: backend.tokens.grant(file), format, language }));
  return file;
}

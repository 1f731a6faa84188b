import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { sha256Of } from './library.ts';

/** A chosen file of rules or holidays: its text, its JSON where it is any, and its hash. */
export interface RuleFile {
  readonly name: string;
  readonly content: string;
  readonly sha256: string;
  /** Undefined when the text is not JSON; `fault` then says where it breaks off. */
  readonly json: unknown;
  readonly fault?: string;
}

/** Far more than any pack; a file above it is something else. */
const limitBytes = 8 * 1024 * 1024;

/** Throws AppError FILE_TOKEN_UNKNOWN, FILE_UNREADABLE, FILE_EMPTY or FILE_TOO_LARGE. */
export function readRuleFile({ tokens }: Backend, token: string): RuleFile {
  const file = tokens.resolve(token, 'read');
  const name = path.basename(file);
  const content = textOf(file, name);
  return { name, content, sha256: sha256Of(content), ...parsed(content) };
}

function textOf(file: string, name: string): string {
  try {
    const { size } = fs.statSync(file);
    if (size === 0) throw new AppError('FILE_EMPTY', { name });
    if (size > limitBytes) throw new AppError('FILE_TOO_LARGE', { name, sizeBytes: size, limitBytes });
    return fs.readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNREADABLE', { name, detail: error instanceof Error ? error.message : '' });
  }
}

function parsed(content: string): Pick<RuleFile, 'json' | 'fault'> {
  try {
    return { json: JSON.parse(content) };
  } catch (error) {
    return { json: undefined, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Throws AppError STALE when the file is no longer the one that was looked at. */
export function requireSame(file: RuleFile, sha256: string): void {
  if (file.sha256 === sha256) return;
  throw new AppError('STALE', { field: file.name, expected: sha256, found: file.sha256 });
}

import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { openTestBackend } from './backend.ts';
import { temporaryFolder } from './folders.ts';
import * as scans from './scans.ts';
import { allOf } from './streams.ts';

/** A client, and a way to add files to it as a drop does. */
export async function openForPapers() {
  const opened = openTestBackend();
  const { backend, call } = opened;
  const folder = temporaryFolder();
  const { id: clientId } = await call.clients.create({ name: '示例青禾商贸有限公司', entityType: 'company' });

  interface Adding {
    readonly kind?: DocumentKind;
    readonly documentId?: string;
    readonly itemId?: string;
    readonly clientId?: string;
    readonly validUntil?: CalendarDate | 'forever';
    readonly parts?: readonly ('whole' | 'front' | 'back')[];
    readonly signal?: AbortSignal;
  }
  /** Adds files as a drop does; gives what was told. */
  async function add(
    files: readonly string[],
    { kind = 'business_licence', parts, signal, ...input }: Adding = {},
  ) {
    const granted = files.map((file, index) => ({ token: backend.tokens.grant(file), part: parts?.[index] }));
    const stream = await call.documents.add({ clientId, kind, ...input, files: granted }, { signal });
    const steps = await allOf(stream);
    const last = steps.at(-1);
    if (last?.kind !== 'added') throw new Error('no result');
    return { added: last, refused: steps.filter((step) => step.kind === 'refused'), steps };
  }
  const file = (name: string, bytes: Uint8Array | string) => scans.fileIn(folder, name, bytes);
  const vaultFolder = path.join(backend.dataFolder, 'vault');
  /** Nothing was stored, and no copy is left on the way there. */
  const nothingKept = async () => {
    expect([...backend.vault.list()]).toEqual([]);
    expect(fs.readdirSync(path.join(vaultFolder, 'incoming'))).toEqual([]);
    expect((await call.documents.list({})).rows).toEqual([]);
  };
  return { ...opened, clientId, folder, add, file, nothingKept, vaultFolder };
}

/** The code of what a call throws. */
export const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'no error',
    (error: unknown) => (error !== null && typeof error === 'object' && 'code' in error ? error.code : error),
  );

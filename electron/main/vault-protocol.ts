import { ORPCError } from '@orpc/client';
import type { Session } from 'electron';
import type { BackendClient } from './backend-process.ts';
import { parseByteRange } from './byte-range.ts';
import type { ByteRange } from './byte-range.ts';

interface VaultAddress {
  readonly form: 'file' | 'thumbnail' | `page-${number}`;
  readonly sha256: string;
}

type Report = (where: string, error: unknown) => void;

const CHUNK_BYTES = 1024 * 1024;

/**
 * `vault://file/<sha256>`, `vault://thumbnail/<sha256>` or `vault://page/<sha256>/<number>` and nothing else; null for any
 * other address.
 */
export function parseVaultAddress(address: string): VaultAddress | null {
  const [, ofPage, pageNo] = /^vault:\/\/page\/([0-9a-f]{64})\/([1-9]\d{0,4})$/.exec(address) ?? [];
  if (ofPage !== undefined) return { form: `page-${Number(pageNo)}`, sha256: ofPage };
  const match = /^vault:\/\/(file|thumbnail)\/([0-9a-f]{64})$/.exec(address);
  const [form, sha256] = match?.slice(1) ?? [];
  if (sha256 === undefined || (form !== 'file' && form !== 'thumbnail')) return null;
  return { form, sha256 };
}

/** Pictures and PDF files can be shown; an SVG is a document with code and is not a scan. */
export const isShowable = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || /^image\/(?!svg)[a-z0-9.+-]+$/.test(mediaType);

/** Answers vault:// with the firm's papers, streamed from the backend, with ranges. Only our pages may read them. */
export function serveVault(
  session: Session,
  files: BackendClient['files'],
  pageOrigin: string,
  report: Report,
): void {
  session.protocol.handle('vault', async (request) => {
    const address = request.method === 'GET' ? parseVaultAddress(request.url) : null;
    if (address === null) return new Response(null, { status: 404 });
    try {
      const { sizeBytes, mediaType } = await files.stat(address);
      if (!isShowable(mediaType)) return new Response(null, { status: 415 });
      const headers = headersOf(mediaType, pageOrigin);
      return answer(
        files,
        address,
        parseByteRange(request.headers.get('range'), sizeBytes),
        sizeBytes,
        headers,
      );
    } catch (error) {
      const status = statusOf(error);
      if (status === 500) report('vault', error);
      return new Response(null, { status });
    }
  });
}

function answer(
  files: BackendClient['files'],
  address: VaultAddress,
  range: ByteRange | 'unsatisfiable' | null,
  sizeBytes: number,
  headers: Record<string, string>,
): Response {
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${sizeBytes}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes };
  headers['Content-Length'] = String(end - start);
  if (range !== null) headers['Content-Range'] = `bytes ${start}-${end - 1}/${sizeBytes}`;
  return new Response(streamOf(files, address, { start, end }), {
    status: range === null ? 200 : 206,
    headers,
  });
}

/** One piece at a time, asked for when the page has taken the one before. */
function streamOf(
  files: BackendClient['files'],
  address: VaultAddress,
  { start, end }: ByteRange,
): ReadableStream {
  let position = start;
  return new ReadableStream({
    async pull(controller) {
      if (position >= end) return void controller.close();
      const next = Math.min(position + CHUNK_BYTES, end);
      const piece = await files.read({ ...address, start: position, end: next });
      controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
      position = next;
    },
  });
}

const headersOf = (mediaType: string, pageOrigin: string): Record<string, string> => ({
  'Content-Type': mediaType,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Accept-Ranges': 'bytes',
  'Access-Control-Allow-Origin': pageOrigin,
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
});

function statusOf(error: unknown): number {
  const code: unknown = error instanceof ORPCError ? error.code : '';
  if (code === 'NOT_FOUND') return 404;
  return code === 'BACKEND_UNAVAILABLE' ? 503 : 500;
}

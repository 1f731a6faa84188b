import { protocol } from 'electron';
import type { Session } from 'electron';
import fs from 'node:fs/promises';
import { contentSecurityPolicy, developmentPolicy, resolveAppFile } from './app-files.ts';
import type { OwnPages } from './own-pages.ts';

/** Has to run before the program is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'vault',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ]);
}

/** Answers app:// with the files of the built interface, read-only and with the strict policy on each. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? resolveAppFile(folder, request.url) : null;
    if (file === null) return notFound();
    try {
      return new Response(await fs.readFile(file.path), { headers: headersOf(file.mediaType) });
    } catch {
      return notFound();
    }
  });
}

/** The development server's pages get nearly the same policy, so that a breach of it shows early. */
export function restrictDevelopmentServer(session: Session, pages: OwnPages): void {
  session.webRequest.onHeadersReceived({ urls: [`${pages.origin}/*`] }, ({ responseHeaders }, answer) =>
    answer({ responseHeaders: { ...responseHeaders, 'Content-Security-Policy': [developmentPolicy] } }),
  );
}

const notFound = () =>
  new Response(null, { status: 404, headers: { 'Content-Security-Policy': contentSecurityPolicy } });

const headersOf = (mediaType: string) => ({
  'Content-Type': mediaType,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
});

import path from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

export interface AppFile {
  readonly path: string;
  readonly mediaType: string;
}

/** The file of the built interface that an address names; null for anything outside its folder or of another kind. */
export function resolveAppFile(folder: string, address: string): AppFile | null {
  const relative = decodedPath(address);
  if (relative === null || /[\0\\]/.test(relative)) return null;
  const file = path.resolve(folder, `.${relative === '/' ? '/index.html' : relative}`);
  const mediaType = mediaTypes[path.extname(file).toLowerCase()];
  if (mediaType === undefined || !file.startsWith(path.resolve(folder) + path.sep)) return null;
  return { path: file, mediaType };
}

function decodedPath(address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    return host === 'certfolio' ? decodeURIComponent(pathname) : null;
  } catch {
    return null;
  }
}

/** Nothing from outside, no code from text, no frames. Mantine sets inline styles; vault: holds the firm's papers. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' vault: data: blob:",
  "font-src 'self'",
  "connect-src 'self' vault:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** With the development server: its reload socket and its inline start script are let in as well. */
export const developmentPolicy = contentSecurityPolicy
  .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:");

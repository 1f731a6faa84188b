import fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  developmentPolicy,
  resolveAppFile,
} from '../../../electron/main/app-files.ts';

const folder = path.resolve('/program/out/renderer');

test('an address names a file of the interface with its kind', () => {
  expect(resolveAppFile(folder, 'app://certfolio/')).toEqual({
    path: path.join(folder, 'index.html'),
    mediaType: 'text/html; charset=utf-8',
  });
  expect(resolveAppFile(folder, 'app://certfolio/assets/index-1.js?v=1#x')?.path).toBe(
    path.join(folder, 'assets', 'index-1.js'),
  );
  expect(resolveAppFile(folder, 'app://certfolio/assets/noto.woff2')?.mediaType).toBe('font/woff2');
});

test('another host, another kind of file and a broken address name none', () => {
  for (const address of [
    'app://other/index.html',
    'app://certfolio/secret',
    'app://certfolio/certfolio.sqlite',
    'app://certfolio/%E0%A4%A',
    'not an address',
  ]) {
    expect(resolveAppFile(folder, address), address).toBeNull();
  }
});

test('no address ever names a file outside the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2E',
    '%2f',
    '%5c',
    '\\',
    '/',
    '//',
    'assets',
    'index.html',
    '%00',
    'é',
    'C:',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.string(), (pieces, rest) => {
      const file = resolveAppFile(folder, `app://certfolio/${pieces.join('/')}${rest}.html`);
      expect(file === null || file.path.startsWith(folder + path.sep)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the policy lets nothing in from elsewhere', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(contentSecurityPolicy).not.toContain("script-src 'self' 'unsafe-inline'");
  expect(developmentPolicy).toContain("script-src 'self' 'unsafe-inline'");
});

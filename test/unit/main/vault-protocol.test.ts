import { expect, test } from 'vitest';
import { isShowable, parseVaultAddress } from '../../../electron/main/vault-protocol.ts';

const sha256 = '0123456789abcdef'.repeat(4);

test('an address names a form and a hash', () => {
  expect(parseVaultAddress(`vault://file/${sha256}`)).toEqual({ form: 'file', sha256 });
  expect(parseVaultAddress(`vault://thumbnail/${sha256}`)).toEqual({ form: 'thumbnail', sha256 });
});

test('anything more or less than that names nothing', () => {
  for (const address of [
    `vault://other/${sha256}`,
    `vault://file/${sha256}0`,
    `vault://file/${sha256.slice(1)}`,
    `vault://file/${sha256.toUpperCase()}`,
    `vault://file/${sha256}/`,
    `vault://file/${sha256}?a`,
    `vault://file/${sha256}#a`,
    `vault://file/../${sha256}`,
    `vault://x@file/${sha256}`,
    `file:///${sha256}`,
    ` vault://file/${sha256}`,
    `vault://file/${sha256}\n`,
  ]) {
    expect(parseVaultAddress(address), address).toBeNull();
  }
});

test('pictures and PDF are shown, what can hold code is not', () => {
  expect(['image/png', 'image/jpeg', 'image/webp', 'application/pdf'].filter(isShowable)).toHaveLength(4);
  const others = [
    'image/svg+xml',
    'image/svg',
    'text/html',
    'application/xhtml+xml',
    'image/',
    'image/png; x',
    '',
  ];
  expect(others.filter(isShowable)).toEqual([]);
});

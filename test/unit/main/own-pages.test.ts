import { expect, test } from 'vitest';
import { ownPages } from '../../../electron/main/own-pages.ts';

test('the pages of the build are ours, and nothing else is', () => {
  const pages = ownPages(null);
  expect(pages.url('index.html', '/clients/1?a=b')).toBe('app://certfolio/index.html#/clients/1?a=b');
  expect(pages.url('print.html', '/checklist/客户')).toBe(
    'app://certfolio/print.html#/checklist/%E5%AE%A2%E6%88%B7',
  );
  const foreign = [
    'app://other/index.html',
    'app://certfolio.example.com/',
    'https://certfolio/',
    'http://localhost:5173/',
    'file:///index.html',
    'data:text/html,app://certfolio',
    'about:blank',
    '',
  ];
  expect(pages.isOwn('app://certfolio/index.html#/x')).toBe(true);
  expect(foreign.filter((url) => pages.isOwn(url))).toEqual([]);
});

test('in development the pages of the server are ours instead', () => {
  const pages = ownPages('http://localhost:5173');
  expect(pages.origin).toBe('http://localhost:5173');
  expect(pages.url('index.html', '/')).toBe('http://localhost:5173/index.html#/');
  expect(pages.isOwn('http://localhost:5173/print.html')).toBe(true);
  expect(pages.isOwn('http://localhost:5174/')).toBe(false);
  expect(pages.isOwn('app://certfolio/index.html')).toBe(false);
});

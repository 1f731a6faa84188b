import path from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../../electron/main/options.ts';
import type { Surroundings } from '../../../electron/main/options.ts';

const surroundings = (over: Partial<Surroundings> = {}): Surroundings => ({
  argv: ['electron', '.'],
  env: {},
  isPackaged: false,
  userDataFolder: '/home/sample/.config/Certfolio',
  appFolder: '/program',
  packagedResourcesFolder: '/opt/Certfolio/resources',
  ...over,
});

test('by default the data lies in the folder of the user', () => {
  expect(readOptions(surroundings())).toEqual({
    dataFolder: path.resolve('/home/sample/.config/Certfolio/data'),
    resourcesFolder: path.join('/program', 'resources'),
    developmentUrl: null,
    clockStartMs: null,
    smoke: false,
  });
});

test('the switch for the data folder wins over the environment, in both of its forms', () => {
  const env = { CERTFOLIO_DATA: '/from/environment' };
  expect(readOptions(surroundings({ env })).dataFolder).toBe(path.resolve('/from/environment'));
  const joined = surroundings({ env, argv: ['electron', '.', '--data=/Data/证簿'] });
  expect(readOptions(joined).dataFolder).toBe(path.resolve('/Data/证簿'));
  const apart = surroundings({ env, argv: ['electron', '.', '--data', '/Data'] });
  expect(readOptions(apart).dataFolder).toBe(path.resolve('/Data'));
});

test('an empty switch counts as none', () => {
  const { dataFolder } = readOptions(surroundings({ argv: ['electron', '.', '--data='] }));
  expect(dataFolder).toBe(path.resolve('/home/sample/.config/Certfolio/data'));
});

test('the clock can be set in development, and only to an instant', () => {
  const at = (CERTFOLIO_NOW: string) => readOptions(surroundings({ env: { CERTFOLIO_NOW } })).clockStartMs;
  expect(at('2026-09-22T09:00:00+08:00')).toBe(Date.UTC(2026, 8, 22, 1));
  expect(at('tomorrow')).toBeNull();
});

test('a package has its own resources and obeys neither a clock nor a development server', () => {
  const env = { CERTFOLIO_NOW: '2026-09-22T09:00:00+08:00', ELECTRON_RENDERER_URL: 'http://localhost:5173' };
  expect(readOptions(surroundings({ env })).developmentUrl).toBe('http://localhost:5173');
  expect(readOptions(surroundings({ env, isPackaged: true }))).toMatchObject({
    resourcesFolder: '/opt/Certfolio/resources',
    developmentUrl: null,
    clockStartMs: null,
  });
});

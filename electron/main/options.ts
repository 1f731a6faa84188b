import path from 'node:path';

/** What decides how the program runs, read once from the command line and the environment. */
export interface ProgramOptions {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  /** Where the interface is served from in development; null for the built one. */
  readonly developmentUrl: string | null;
  /** The instant at which the clock starts; null for the system's clock. */
  readonly clockStartMs: number | null;
  /** Prints `ready` when the first window is there and quits: the check of a fresh package. */
  readonly smoke: boolean;
}

export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  readonly userDataFolder: string;
  readonly appFolder: string;
  /** Where a package keeps its resources. */
  readonly packagedResourcesFolder: string;
}

export function readOptions(surroundings: Surroundings): ProgramOptions {
  const { argv, env, isPackaged, userDataFolder, appFolder, packagedResourcesFolder } = surroundings;
  const dataFolder = switchValue(argv, 'data') ?? nonEmpty(env.CERTFOLIO_DATA);
  return {
    dataFolder: path.resolve(dataFolder ?? path.join(userDataFolder, 'data')),
    resourcesFolder: isPackaged ? packagedResourcesFolder : path.join(appFolder, 'resources'),
    developmentUrl: isPackaged ? null : nonEmpty(env.ELECTRON_RENDERER_URL),
    clockStartMs: isPackaged ? null : instantOf(env.CERTFOLIO_NOW),
    smoke: env.CERTFOLIO_SMOKE === '1',
  };
}

/** `--name=value` or `--name value`; Electron's own reader of switches lower-cases names and is not meant for ours. */
function switchValue(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`--${name}=`));
  if (joined !== undefined) return nonEmpty(joined.slice(name.length + 3));
  const index = argv.indexOf(`--${name}`);
  return index === -1 ? null : nonEmpty(argv[index + 1]);
}

function instantOf(text: string | undefined): number | null {
  const atMs = Date.parse(text ?? '');
  return Number.isNaN(atMs) ? null : atMs;
}

const nonEmpty = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** Where the built interface lives. */
const appOrigin = 'app://certfolio';

export interface OwnPages {
  /** The address of one of our pages, e.g. `index.html` at `#/clients`. */
  url(page: 'index.html' | 'print.html', hash: string): string;
  /** The only origin whose pages are ours. */
  readonly origin: string;
  isOwn(url: string): boolean;
}

/** Our pages come from the build, in development from the development server. */
export function ownPages(developmentUrl: string | null): OwnPages {
  const base = developmentUrl ?? `${appOrigin}/`;
  const origin = originOf(base);
  return {
    origin,
    url(page, hash) {
      const url = new URL(page, base);
      url.hash = hash;
      return url.href;
    },
    isOwn: (url) => URL.canParse(url) && originOf(url) === origin,
  };
}

/** Scheme and host: `URL.origin` is "null" for schemes of our own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

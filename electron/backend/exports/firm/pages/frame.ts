import type { Speech } from '../speech.ts';
import { addressOf, html } from './html.ts';
import type { Html } from './html.ts';

export const stylePlace = 'assets/style.css';

interface Frame {
  readonly title: string;
  /** How many folders below the top the page lies. */
  readonly depth: number;
  /** A script of our own, which is let run by its hash; no other ever is. */
  readonly script?: OwnScript;
}

export interface OwnScript {
  readonly text: Html;
  /** SHA-256 of the text, in Base64. */
  readonly hash: string;
}

/**
 * A whole page. It loads nothing but the style beside it: `file:` stands beside 'self' for browsers in which pages from the
 * disk have no self.
 */
export function pageText({ archive }: Speech, { title, depth, script }: Frame, main: Html): string {
  const scripts = script === undefined ? `'none'` : `'sha256-${script.hash}'`;
  const policy = `default-src 'none'; style-src 'self' file:; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="${archive.lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${addressOf(stylePlace, depth)}" />
      </head>
      <body>
        <main>${main}</main>
        ${script && element(script)}
      </body>
    </html>`.markup;
}

/** To the letter: a policy looks at its hash. */
const element = ({ text }: OwnScript): Html => ({ markup: `<script>${text.markup}</script>` });

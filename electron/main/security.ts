import { app } from 'electron';
import type { Session, WebContents, WebFrameMain } from 'electron';
import type { OwnPages } from './own-pages.ts';

/** Has to run before the program is ready: every page in the sandbox, and no way for a page to leave or to multiply. */
export function secureProgram(pages: OwnPages): void {
  // Chromium's own sandbox is switched off for root, who could not start otherwise; asking for it then ends every
  // process. Each of our windows asks for the sandbox by itself as well.
  const isSwitchedOff =
    app.commandLine.hasSwitch('no-sandbox') || process.env.ELECTRON_DISABLE_SANDBOX !== undefined;
  if (!isSwitchedOff) app.enableSandbox();
  // Nothing is ever looked up on a network; the development server is named by itself.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost');
  app.on('web-contents-created', (_event, contents) => confine(contents, pages));
}

function confine(contents: WebContents, pages: OwnPages): void {
  contents.on('will-frame-navigate', (event) => {
    // A page may load itself again; it may not become another one, and none of ours has frames.
    if (event.isMainFrame && pages.isOwn(event.url) && samePage(event.url, contents.getURL())) return;
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every permission is denied, and no request leaves the machine. */
export function secureSession(session: Session, pages: OwnPages): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isLocal(details.url) && !pages.isOwn(details.url.replace(/^ws/, 'http')) });
  });
}

const localSchemes = new Set(['app:', 'vault:', 'data:', 'blob:', 'devtools:', 'chrome:']);
const isLocal = (url: string): boolean => URL.canParse(url) && localSchemes.has(new URL(url).protocol);

/** Whether a message comes from the page of one of our windows itself, not from a frame within it or from elsewhere. */
export function isOwnFrame(frame: WebFrameMain | null, pages: OwnPages): boolean {
  return frame !== null && frame.parent === null && pages.isOwn(frame.url);
}

const samePage = (left: string, right: string): boolean => withoutHash(left) === withoutHash(right);
const withoutHash = (url: string): string => url.replace(/#.*$/, '');

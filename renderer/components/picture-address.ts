/** What no window can draw itself: its pages are drawn by the backend. */
const drawnByBackend: ReadonlySet<string> = new Set(['image/tiff', 'image/heic', 'image/heif']);

/** Where the picture of a kept image comes from: the file itself, or a picture of its first page. */
export const pictureAddress = (sha256: string, mediaType: string): string =>
  drawnByBackend.has(mediaType) ? `vault://page/${sha256}/1` : `vault://file/${sha256}`;

/** Why a file of the vault can't be shown. */
export type ScanFault = 'missing' | 'damaged' | 'encrypted' | 'unsupported' | 'unavailable';

/** What the vault says about a file: nothing where it gives it out. */
export async function vaultFault(sha256: string): Promise<ScanFault | null> {
  const headers = { Range: 'bytes=0-0' };
  const response = await fetch(`vault://file/${sha256}`, { headers }).catch(() => null);
  await response?.body?.cancel();
  switch (response?.status) {
    case 200:
    case 206:
      return null;
    case 404:
      return 'missing';
    case 415:
      return 'unsupported';
    case 416:
      return 'damaged';
    default:
      return 'unavailable';
  }
}

/** What a window of ours can draw. */
const drawn: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/bmp',
  'image/avif',
  'image/tiff',
  'image/heic',
  'image/heif',
]);

/** Why a picture that did not come can't be shown. */
export const pictureFault = async (sha256: string, mediaType: string): Promise<ScanFault> =>
  (await vaultFault(sha256)) ?? (drawn.has(mediaType) ? 'damaged' : 'unsupported');

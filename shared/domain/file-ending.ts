const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'image/bmp': '.bmp',
  'image/tiff': '.tif',
  'image/heic': '.heic',
  'image/heif': '.heif',
  'image/avif': '.avif',
};

/** The ending of a kept file with its dot, by what its bytes are and not by what its name said. */
export const endingOf = (mediaType: string): string => endings[mediaType] ?? '.bin';

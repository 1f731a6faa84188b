/**
 * The text of a .csv file: UTF-8 with its mark or without, else GB 18030, in which Chinese spreadsheets save (it holds
 * GBK). Undefined when the bytes are neither.
 */
export function csvText(bytes: Uint8Array): string | undefined {
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

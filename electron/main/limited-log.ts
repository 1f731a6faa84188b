import fs from 'node:fs';
import path from 'node:path';

export interface Log {
  write(text: string): void;
}

/** Appends to a file; at `limitBytes` the file becomes `<name>.1` in place of an older one, so two at most are kept. */
export function createLimitedLog(file: string, limitBytes: number): Log {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let sizeBytes = fs.existsSync(file) ? fs.statSync(file).size : 0;
  return {
    write(text) {
      try {
        if (sizeBytes >= limitBytes) {
          fs.renameSync(file, `${file}.1`);
          sizeBytes = 0;
        }
        fs.appendFileSync(file, text);
        sizeBytes += Buffer.byteLength(text);
      } catch {
        // A log that cannot be written, e.g. on a full disk, must not stop the program.
      }
    },
  };
}

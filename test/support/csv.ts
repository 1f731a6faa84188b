import fs from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Records by heading, read by a parser that is not ours. */
export const csvRecords = (file: string): Record<string, string>[] =>
  parse(fs.readFileSync(file), { columns: true, bom: true });

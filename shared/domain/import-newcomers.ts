import type { Existing } from './import-existing.ts';
import type { ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { nameKey } from './name-key.ts';

/** What is new to the firm and may as well be a slip of the pen. */
export function createNewcomers({ consultants, byKey }: Existing) {
  // In a firm without any, all are new.
  const known = consultants.size === 0 ? undefined : new Set(consultants);
  const newKeys = new Map<string, string>();

  function consultantNotes({ consultant }: ImportValues): CellNote[] {
    if (consultant === undefined || known === undefined || known.has(consultant)) return [];
    known.add(consultant);
    return [cellNote('consultant', 'warning', 'consultant_new', { value: consultant })];
  }

  /** A client of the same name as another, with another code. */
  function namesakeNotes({ name = '', creditCode }: ImportValues): CellNote[] {
    const key = nameKey(name);
    const other = newKeys.get(key) ?? byKey(key)[0]?.values.creditCode;
    newKeys.set(key, creditCode ?? '');
    return other === undefined ? [] : [cellNote('creditCode', 'warning', 'namesake', { value: other })];
  }

  return {
    notes: ({ values }: { readonly values: ImportValues }, isNewClient: boolean): CellNote[] => [
      ...consultantNotes(values),
      ...(isNewClient ? namesakeNotes(values) : []),
    ],
  };
}

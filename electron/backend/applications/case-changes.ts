import type { Backend } from '#backend/backend.ts';
import type { SharedTable } from '#backend/db/tables.ts';

/** What every case may hang on, whosever it is. */
const tablesOfAll: ReadonlySet<SharedTable> = new Set([
  'rule_packs',
  'rule_overrides',
  'holiday_years',
  'contacts',
]);

/**
 * Follows what is written while cases are being judged. `drop` takes out of the judgements, by application, those that
 * no longer hold, and tells whether anything was written at all; `end` ends the following.
 */
export function caseChanges({ changes, clock }: Pick<Backend, 'changes' | 'clock'>) {
  let isForAll = false;
  let day = clock.today();
  const clients = new Set<string>();
  let isTouched = false;
  const end = changes.onCommit((touched) => {
    isTouched = true;
    for (const { table, clientId } of touched) {
      if (clientId !== null) clients.add(clientId);
      else if (tablesOfAll.has(table)) isForAll = true;
    }
  });
  return {
    end,
    drop(judged: Map<string, { readonly clientId: string }>): boolean {
      const today = clock.today();
      const isNewDay = today !== day;
      day = today;
      if (!isTouched && !isNewDay) return false;
      for (const [id, { clientId }] of judged) {
        if (isForAll || isNewDay || clients.has(clientId)) judged.delete(id);
      }
      isForAll = false;
      isTouched = false;
      clients.clear();
      return true;
    },
  };
}

import type { ApplicationItem } from '#shared/contract/applications.ts';
import { isClosed } from '#shared/domain/application.ts';
import { withDeviation } from '#shared/domain/checklist-deviation.ts';
import type { Backend } from '#backend/backend.ts';
import { readChecklists } from './checklist.ts';
import { findingsOf } from './pre-check.ts';
import type { ApplicationRecord } from './queries.ts';

/**
 * The checklists of a few applications, each line with what the pre-check knows of its paper: it reads all that the
 * clients have, so that lists of many go without it. What is closed is left as it was.
 */
export function judgedChecklists(
  backend: Backend,
  records: readonly ApplicationRecord[],
): ReadonlyMap<string, ApplicationItem[]> {
  const checklists = readChecklists(backend, records);
  return new Map(
    records.map((record) => {
      const items: ApplicationItem[] = [...(checklists.get(record.id) ?? [])];
      return [record.id, isClosed(record.stage) ? items : judged(items, backend, record)];
    }),
  );
}

function judged(items: ApplicationItem[], backend: Backend, record: ApplicationRecord): ApplicationItem[] {
  const findings = findingsOf(backend, record);
  return items.map((item) => ({ ...item, requirement: withDeviation(item.requirement, findings) }));
}

import fs from 'node:fs';
import path from 'node:path';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { temporaryFolder } from '#test/support/backend.ts';
import { knownBy } from '#test/support/known-by.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

export const packId = certificationPack.id;
export const hourMs = 3_600_000;

/** The shipped pack with changes, as a file that the user has chosen. */
export function packFile({ backend }: TestBackend, changes: Partial<RulePack>): string {
  return chosen(backend, 'pack.json', knownBy({ ...certificationPack, ...changes }));
}

export function chosen(backend: TestBackend['backend'], name: string, content: string): string {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, content);
  return backend.tokens.grant(file, undefined, 'read');
}

/** The next version: a longer review, a dearer order, one paper more for companies. */
export const nextVersion: Partial<RulePack> = {
  version: '2027.01',
  clocks: certificationPack.clocks.map((clock) => (clock.id === 'review' ? { ...clock, total: 20 } : clock)),
  fees: certificationPack.fees.map((fee) =>
    fee.entityTypes.includes('company') ? { ...fee, amountFen: 60_000 } : fee,
  ),
  requirements: certificationPack.requirements.map((set) => {
    const [first, ...others] = set.groups;
    if (set.entityType !== 'company' || first === undefined) return set;
    const paper = certificationPack.returnReasons.flatMap(({ remedyDocuments }) => remedyDocuments)[0];
    if (paper === undefined) throw new Error('no paper to add');
    const added = { ...paper, id: 'subject.added', needed: 'required' as const };
    return {
      ...set,
      groups: [{ ...first, formula: { op: 'all_of' as const, parts: [first.formula, added] } }, ...others],
    };
  }),
};

export async function openCase({ call }: TestBackend) {
  const { accountId, clientId } = await createSampleCase(call);
  const { id, number } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { id, number, clientId };
}

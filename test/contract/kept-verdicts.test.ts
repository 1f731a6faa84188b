import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { packId, hourMs, packFile, nextVersion, openCase } from '#test/support/rule-files.ts';

describe('a kept verdict', () => {
  test('is given again from its own facts and rules, byte for byte, whatever has changed since', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id, clientId } = await openCase(firm);
    await call.applications.step({ id, step: { kind: 'submit' } });
    firm.setNow(sampleNowMs + hourMs);
    const change = { kind: 'fee', entityType: 'company', amountFen: 1 } as const;
    await resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '试' }));
    const file = packFile(firm, nextVersion);
    const preview = await resultOf(call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    await resultOf(call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [id] }));
    const bankAccount = {
      kind: 'basic',
      holderName: '示例别家',
      bankName: null,
      accountNumber: null,
    } as const;
    await call.clients.saveBankAccount({ clientId, id: null, bankAccount });
    const { judgements } = await call.applications.get({ id });
    expect(judgements).toMatchObject([
      { version: certificationPack.version, replays: true, overrideCount: 0, atMs: sampleNowMs },
    ]);
    const now = await call.applications.preCheck({ id });
    expect(now.findings.filter(({ level }) => level === 'blocker').length).toBeGreaterThan(
      judgements[0]?.blockerCount ?? 0,
    );
  });

  test('that was tampered with no longer repeats itself', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    await firm.call.applications.step({ id, step: { kind: 'submit' } });
    const { facts } = firm.backend.db
      .prepare<[], { facts: string }>('SELECT facts FROM judgements')
      .get() ?? { facts: '' };
    const edited = facts
      .replace('示例归樾家居用品有限公司', '示例归越家居用品有限公司')
      .replace('"items":[{', '"items":[],"was":[{');
    firm.backend.db.prepare('UPDATE judgements SET facts = ?').run(edited);
    expect((await firm.call.applications.get({ id })).judgements).toMatchObject([{ replays: false }]);
  });
});

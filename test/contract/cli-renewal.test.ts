import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { any, created, onData } from '#test/support/command-line.ts';

const scans = path.resolve(import.meta.dirname, '../../resources/sample/scans');
const steps = z.array(z.object({ documentId: z.string().optional() }));

it(
  'another company’s licence is read and refused, and replaced when one is sure',
  { timeout: 120_000 },
  async () => {
    const { command, done } = onData();
    const client = {
      name: '云汀归樾家居用品有限公司',
      entityType: 'company',
      creditCode: '91330199MAXA010175',
    };
    const { id: clientId } = await done(created, 'call', 'clients.create', JSON.stringify(client));
    const add = async (name: string): Promise<string> => {
      const input = { clientId, kind: 'business_licence', title: name, files: [{ token: 'a' }] };
      const file = `a=${path.join(scans, `${name}.jpg`)}`;
      const all = await done(steps, 'call', 'documents.add', JSON.stringify(input), '--file', file);
      return all.at(-1)?.documentId ?? '';
    };
    const old = await add('营业执照_归樾家居');
    const by = await add('营业执照_鹿砚教育');

    const refused = await command('documents', 'replace', old, by);
    expect(refused.exitCode).toBe(1);
    expect(refused.messages).toContain(
      'conflict: credit_code: the paper says 91350299MAXA01068T, the client is 91330199MAXA010175',
    );
    expect(refused.messages).toContain('--sure');
    expect(refused.output).toMatchObject({
      changeId: null,
      check: { differences: [{ field: 'credit_code', weight: 'conflict' }, { field: 'subject_name' }] },
    });
    // So does the call that the command makes.
    const call = await command('call', 'renewal.replace', JSON.stringify({ id: old, by }));
    expect(call).toMatchObject({ exitCode: 1, output: { code: 'RENEWAL_CONTRADICTED', data: { count: 2 } } });
    expect(await done(any, 'call', 'documents.get', JSON.stringify({ id: old }))).toMatchObject({
      replacedBy: null,
    });

    const tried = await done(any, 'documents', 'replace', old, by, '--dry-run');
    expect(tried).toMatchObject({ isReplaced: false, check: { state: 'read' } });
    await done(any, 'documents', 'replace', old, by, '--sure');
    expect(await done(any, 'call', 'documents.get', JSON.stringify({ id: old }))).toMatchObject({
      replacedBy: { id: by },
    });
    await done(any, 'call', 'history.undo', '{}');
    expect(await done(any, 'call', 'documents.get', JSON.stringify({ id: old }))).toMatchObject({
      replacedBy: null,
    });
  },
);

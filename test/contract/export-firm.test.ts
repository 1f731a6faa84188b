/** Everything the firm has, as a folder that is read without the program. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { clientPaths, sharedTableNames } from '#backend/db/tables.ts';
import { readClient } from '#backend/exports/firm/client-archive.ts';
import { csvRecords } from '#test/support/csv.ts';
import {
  exportedFirm,
  filesIn,
  firmToExport,
  resultIn,
  rowsIn,
  storedRows,
} from '#test/support/exported-firm.ts';
import type { Stored } from '#test/support/exported-firm.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { allOf } from '#test/support/streams.ts';

describe('a full export', () => {
  it('gives every row of every shared table back, and the trash apart', async () => {
    const opened = await firmToExport();
    const { folder } = await exportedFirm(opened);
    for (const table of sharedTableNames) {
      const live = storedRows(opened, table, 'deleted_at_ms IS NULL');
      expect(rowsIn(path.join(folder, 'data', `${table}.jsonl`)), table).toEqual(live);
      const trash = path.join(folder, 'data', 'trash', `${table}.jsonl`);
      expect(fs.existsSync(trash) ? rowsIn(trash) : [], table).toEqual(
        storedRows(opened, table, 'deleted_at_ms IS NOT NULL'),
      );
    }
    for (const table of ['changes', 'events']) {
      expect(rowsIn(path.join(folder, 'data', `${table}.jsonl`)), table).toEqual(
        storedRows(opened, table, '1'),
      );
    }
    expect(rowsIn(path.join(folder, 'data', 'trash', 'clients.jsonl'))).toMatchObject([
      { name: '示例已移除有限公司' },
    ]);
  });

  it('lists every file with its hash, and the originals are unaltered', async () => {
    const opened = await firmToExport();
    const { folder, written } = await exportedFirm(opened);
    const manifest = csvRecords(path.join(folder, 'manifest.csv'));
    expect(manifest.map(({ path: file }) => file).toSorted()).toEqual(
      filesIn(folder)
        .filter((file) => file !== 'manifest.csv')
        .toSorted(),
    );
    for (const { path: file = '', sha256, size_bytes: size, state } of manifest) {
      const bytes = fs.readFileSync(path.join(folder, file));
      expect({
        file,
        state,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: String(bytes.length),
      }).toEqual({ file, state: 'ok', sha256, size });
    }
    const originals = manifest.filter(({ document_version_id: version }) => version !== '');
    expect(originals.map(({ sha256 }) => sha256).toSorted()).toEqual(
      storedRows(opened, 'document_versions', 'deleted_at_ms IS NULL')
        .map(({ sha256 }) => sha256)
        .toSorted(),
    );
    expect(originals[0]).toMatchObject({ client: '示例归樾家居用品有限公司', original_name: '正.jpg' });
    expect(written).toMatchObject({
      clientCount: 2,
      originalCount: 2,
      missingCount: 0,
      fileCount: manifest.length + 1,
    });
    const sizes = filesIn(folder).map((file) => fs.statSync(path.join(folder, file)).size);
    expect(written.sizeBytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it.each(['zh-CN', 'en'] as const)('has pages in %s whose links lead somewhere', async (language) => {
    const opened = await firmToExport();
    const { folder } = await exportedFirm(opened, language);
    const pages = filesIn(folder).filter((file) => file.endsWith('.html'));
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      const text = fs.readFileSync(path.join(folder, page), 'utf8');
      expect(text).toContain(`<html lang="${language}">`);
      const links = [...text.matchAll(/href="([^"]+)"/gu)].map(([, link = '']) => link);
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) {
        if (link.startsWith('#')) expect(text, link).toContain(`id="${link.slice(1)}"`);
        else
          expect(fs.existsSync(path.join(folder, path.dirname(page), decodeURIComponent(link))), link).toBe(
            true,
          );
      }
    }
    const page = pages.find((each) => each.startsWith('clients/') && !each.includes('(2)')) ?? '';
    const text = fs.readFileSync(path.join(folder, page), 'utf8');
    for (const told of [
      '1101 **** **** 0396',
      '110101199003070396',
      '138 **** 0199',
      '**** 5793',
      '1,800',
      '800',
    ])
      expect(text).toContain(told);
  });

  it('shows every table of a client on its page, but for those that have another way there or none', async () => {
    const { backend, clientId } = await firmToExport();
    const elsewhere: readonly string[] = [
      ...['clients', 'client_tags'], // Its facts and the tags in its head.
      ...['items', 'item_documents'], // The checklist, as it stands.
      ...['judgements', 'client_answers', 'rejected_items'], // Only in the tables: the page tells what came of them.
    ];
    const shown = Object.keys(readClient(backend, clientId, '')?.rows ?? {});
    const ofClients = sharedTableNames.filter((table) => clientPaths[table].by !== 'none');
    expect([...shown, ...elsewhere].toSorted()).toEqual(ofClients.toSorted());
  });

  it('tells notes, beside their application too, and what share is held', async () => {
    const opened = await firmToExport();
    const { call, clientId } = opened;
    const [application] = storedRows(opened, 'applications', '1');
    const applicationId = String(application?.id);
    await call.notes.add({ clientId, text: '已电话确认 <地址>' });
    await call.notes.add({ clientId, applicationId, text: '补寄对公流水' });
    const parent = await call.clients.create({ name: '示例控股有限公司', entityType: 'company' });
    await call.clients.saveRelation({ clientId, otherClientId: parent.id, kind: 'parent', shareBp: 6050 });
    const { folder } = await exportedFirm(opened);
    const page = filesIn(folder).find((file) => /^clients\/[^(]*归樾[^(]*html$/u.test(file)) ?? '';
    const text = fs.readFileSync(path.join(folder, page), 'utf8');
    expect(text).toContain('<h2>跟进</h2>');
    expect(text).toContain('已电话确认 &lt;地址&gt;');
    expect(text.match(/补寄对公流水/gu)).toHaveLength(2);
    expect(text).toContain(`<a href="#${applicationId}">${String(application?.number)}</a>`);
    expect(text).toContain('60.5%');
  });

  it('writes workbooks whose rows are those of the tables', async () => {
    const { folder } = await exportedFirm(await firmToExport());
    const rows = Object.fromEntries(
      fs.readdirSync(path.join(folder, 'workbooks')).map((name) => {
        const book = read(fs.readFileSync(path.join(folder, 'workbooks', name)));
        return [name, utils.sheet_to_json<Stored>(book.Sheets[book.SheetNames[0] ?? ''] ?? {})];
      }),
    );
    const counts = Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.length]));
    expect(counts).toEqual({
      '客户.xlsx': 2,
      '账号.xlsx': 1,
      '申请.xlsx': 1,
      '资料.xlsx': 1,
      '费用.xlsx': 1,
      '提交记录.xlsx': 0,
      '操作记录.xlsx': rowsIn(path.join(folder, 'data', 'events.jsonl')).length,
    });
    expect(rows['费用.xlsx']?.[0]).toMatchObject({
      '金额（元）': 1800,
      '已收（元）': 1000,
      '未收（元）': 800,
    });
  });

  it('is one state of the data: what is written meanwhile is not in it', async () => {
    const opened = await firmToExport();
    const { backend, call } = opened;
    const folder = path.join(temporaryFolder(), '全部资料');
    const steps = await call.exports.firm({ target: backend.tokens.grant(folder) });
    await steps.next();
    await call.clients.create({ name: '示例后来有限公司', entityType: 'company' });
    expect(resultIn(await allOf(steps))).toMatchObject({ clientCount: 2 });
    expect(fs.readFileSync(path.join(folder, 'index.html'), 'utf8')).not.toContain('示例后来');
    expect(rowsIn(path.join(folder, 'data', 'clients.jsonl'))).toHaveLength(2);
  });
});

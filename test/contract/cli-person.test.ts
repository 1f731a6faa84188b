import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { onData } from '#test/support/command-line.ts';
import { openPersonFirm } from '#test/support/person-firm.ts';

it(
  'the command line tells of a person, gives a folder and erases, each only as it is said',
  { timeout: 60_000 },
  async () => {
    const firm = await openPersonFirm();
    await firm.paperOf(1);
    const { backend, person, contactId, folder } = firm;
    const { dataFolder } = backend;
    backend.close();
    const { command } = onData(dataFolder);
    expect((await command('person', 'list', person.phone)).output).toMatchObject({
      rows: [{ id: contactId, name: person.name }],
    });
    expect((await command('person', 'report', person.name)).output).toMatchObject({
      person: { id: contactId },
      papers: [{ kind: 'id_card' }],
    });
    const target = path.join(folder, '给本人');
    expect((await command('person', 'export', person.name, target)).exitCode).toBe(2);
    const given = await command(
      'person',
      'export',
      person.name,
      target,
      '--to',
      person.name,
      '--for',
      '本人查阅',
    );
    expect(given).toMatchObject({ exitCode: 0, output: { fileCount: 2, missing: [] } });
    expect(fs.existsSync(path.join(target, '个人信息.html'))).toBe(true);
    const preview = await command('person', 'erase', contactId);
    expect(preview.output).toMatchObject({ name: person.name, isWhole: true });
    expect((await command('person', 'list')).output).toMatchObject({ total: 1 });
    // A part of a number is enough to be told of somebody, not to erase them.
    const partly = await command('person', 'erase', person.phone.slice(-6), '--yes');
    expect(partly).toMatchObject({ exitCode: 1, output: { code: 'AMBIGUOUS' } });
    expect((await command('person', 'list')).output).toMatchObject({ total: 1 });
    const erased = await command('person', 'erase', contactId, '--yes', '--remark', '本人要求');
    expect(erased).toMatchObject({
      exitCode: 0,
      output: { isSwept: true, erasure: { isWhole: true, paperCount: 1 } },
    });
    expect((await command('person', 'list')).output).toMatchObject({ total: 0 });
    expect((await command('person', 'erasures')).output).toMatchObject({
      total: 1,
      rows: [{ remark: '本人要求' }],
    });
    expect((await command('person', 'report', person.name)).output).toMatchObject({ code: 'NOT_FOUND' });
    expect((await command('person', 'burn')).exitCode).toBe(2);
  },
);

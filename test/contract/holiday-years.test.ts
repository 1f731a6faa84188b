import { describe, expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import { chosen, openCase } from '#test/support/rule-files.ts';

describe('a holiday year', () => {
  const year2027 = {
    holidays: { '2027-01-01': "New Year's Day,元旦,1", '2027-02-08': 'Spring Festival,春节,4' },
    workdays: { '2027-02-07': 'Spring Festival,春节,4' },
  };

  test('is shown before it is taken in, moves deadlines, and is taken back', async () => {
    const firm = openTestBackend(undefined, Date.parse('2026-12-31T09:00:00+08:00'));
    const { call } = firm;
    const { id } = await openCase(firm);
    for (const kind of ['submit', 'authorise', 'pay'] as const)
      await call.applications.step({ id, step: { kind } });
    const end = async () => (await call.applications.get({ id })).running?.clock;
    expect(await end()).toMatchObject({ provisional: true, legalOn: '2027-01-21' });
    const file = chosen(firm.backend, '2027.json', JSON.stringify(year2027));
    const preview = await call.rules.previewHolidays({ file });
    if (!preview.ok) throw new Error(JSON.stringify(preview.faults));
    expect(preview).toMatchObject({ year: 2027, replaces: 'nothing', workingDays: 260 });
    await call.rules.installHolidays({ file, sha256: preview.sha256 });
    expect(await end()).toMatchObject({ provisional: false, legalOn: '2027-01-22' });
    expect((await call.rules.holidayYears()).at(-1)).toMatchObject({ year: 2027, origin: 'imported' });
    await call.rules.removeHolidays({ year: 2027 });
    expect(await end()).toMatchObject({ provisional: true });
    await call.history.undo();
    expect(await end()).toMatchObject({ provisional: false });
  });

  test('that names a day twice is refused with the day', async () => {
    const firm = openTestBackend();
    const text = '{"holidays":{"2027-01-01":"元旦","2027-01-01":"补休"},"workdays":{}}';
    const preview = await firm.call.rules.previewHolidays({ file: chosen(firm.backend, '2027.json', text) });
    expect(preview).toMatchObject({
      ok: false,
      faults: [{ code: 'written_twice', at: 'holidays.2027-01-01' }],
    });
  });

  test.each([
    ['holidays.2027-02-30', { holidays: { '2027-02-30': '春节' }, workdays: {} }],
    ['workdays.2027-02-08', { holidays: { '2027-01-01': '元旦' }, workdays: { '2027-02-08': '春节' } }],
    ['holidays', { holidays: {}, workdays: {} }],
    ['holidays.2027-01-01', { holidays: { '2027-01-01': '' }, workdays: {} }],
    ['', []],
  ])('with a fault at %s is refused with that place', async (at, content) => {
    const { backend, call } = openTestBackend();
    const file = chosen(backend, '2027.json', JSON.stringify(content));
    const preview = await call.rules.previewHolidays({ file });
    if (preview.ok) throw new Error('it was taken for sound');
    expect(preview.faults.map((fault) => fault.at)).toContain(at);
  });
});

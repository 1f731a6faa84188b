import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { clockRule, lengthBasis } from '#shared/domain/rule-pack-lookup.ts';
import { isSameAsPack, overrideFault } from '#shared/domain/override-faults.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { shippedPacks } from '#test/unit/rules/shipped-packs.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const on = calendarDate('2026-09-22');
const fee = (amountFen: number): OverrideChange => ({ kind: 'fee', entityType: 'company', amountFen });
const clock = (total: number): OverrideChange => ({ kind: 'clock', clockId: 'review', total });
const paper = (changes: Partial<Extract<OverrideChange, { kind: 'paper' }>> = {}): OverrideChange => ({
  kind: 'paper',
  entityTypes: ['company'],
  documentKind: 'shareholding_proof',
  title: '股权结构图',
  ...changes,
});
const faultOf = (change: OverrideChange, others: readonly OverrideChange[] = []) =>
  overrideFault(pack, change, others, on);

describe('a value of the firm’s own', () => {
  it.each<[OverrideChange, string | undefined, string | undefined]>([
    [fee(30_000), 'same_as_pack', 'amountFen'],
    [fee(0), undefined, undefined],
    [fee(100_000_000), undefined, undefined],
    [fee(100_000_001), 'out_of_range', 'amountFen'],
    [fee(-1), 'out_of_range', 'amountFen'],
    [fee(0.5), 'out_of_range', 'amountFen'],
    [clock(15), 'same_as_pack', 'total'],
    [clock(1), undefined, undefined],
    [clock(3650), undefined, undefined],
    [clock(3651), 'out_of_range', 'total'],
    [clock(0), 'out_of_range', 'total'],
    [clock(-15), 'out_of_range', 'total'],
  ])('%j: %s', (change, code, field) => {
    const fault = faultOf(change);
    expect([fault?.code, fault?.field]).toEqual([code, field]);
  });

  it('is compared with the fee of the day', () => {
    const [first] = pack.fees.filter(({ entityTypes }) => entityTypes.includes('company'));
    const until = { ...first!, to: calendarDate('2026-09-21') };
    const since = { ...first!, from: on, amountFen: 45_000 };
    const dated = { ...pack, fees: [until, since] };
    expect(overrideFault(dated, fee(45_000), [], on)?.code).toBe('same_as_pack');
    expect(overrideFault(dated, fee(30_000), [], on)).toBeUndefined();
  });
});

describe('a paper of the firm’s own', () => {
  it('is one that the pack does not ask of that body in every case already', () => {
    const licence = paper({ documentKind: 'business_licence', entityTypes: ['company', 'overseas'] });
    expect(faultOf(licence)).toEqual({
      code: 'paper_asked',
      field: 'documentKind',
      entityTypes: ['company'],
    });
    // The pack asks for it only where it applies; the firm may want it always.
    expect(faultOf(paper())).toBeUndefined();
    // Somebody else's is another paper.
    expect(faultOf(paper({ documentKind: 'business_licence', holder: 'operator' }))).toBeUndefined();
  });

  it('is asked for once of a body, whatever it is called; what has no kind goes by its title', () => {
    expect(faultOf(paper({ title: '别名' }), [paper()])).toMatchObject({
      code: 'paper_doubled',
      title: '股权结构图',
    });
    expect(faultOf(paper({ entityTypes: ['media'] }), [paper()])).toBeUndefined();
    expect(faultOf(paper({ holder: 'operator' }), [paper()])).toBeUndefined();
    const form = (title: string) => paper({ documentKind: 'other', title });
    expect(faultOf(form('乙表'), [form('甲表')])).toBeUndefined();
    expect(faultOf(form('甲表'), [form('甲表')])).toMatchObject({ code: 'paper_doubled' });
  });

  it('is needed no longer once the pack asks all of them', () => {
    const licence = paper({ documentKind: 'business_licence' });
    expect(isSameAsPack(pack, licence, on)).toBe(true);
    expect(
      isSameAsPack(pack, { ...licence, entityTypes: ['company', 'overseas'] } as OverrideChange, on),
    ).toBe(false);
    expect(isSameAsPack(pack, paper(), on)).toBe(false);
    expect(isSameAsPack(pack, fee(30_000), on)).toBe(true);
    expect(isSameAsPack(pack, clock(14), on)).toBe(false);
  });
});

it('a clock of the firm’s own length keeps the pack’s word on its start and its end', () => {
  const anyClock = fc.constantFrom(
    ...shippedPacks.flatMap((one) => one.clocks.map((rule) => ({ one, rule }))),
  );
  fc.assert(
    fc.property(anyClock, fc.integer({ min: 1, max: 3650 }), ({ one, rule }, total) => {
      const change = { kind: 'clock', clockId: rule.id, total } as const;
      const own = clockRule(withOverrides(one, [{ change, reason: '近来更快', on }]), rule.id);
      expect(own).toEqual({
        ...rule,
        total,
        firm: {
          tag: 'F',
          source: ['FIRM'],
          asOf: on,
          packTotal: rule.total,
          reason: { zh: '近来更快', en: '近来更快' },
        },
      });
      expect(own && lengthBasis(own).tag).toBe('F');
      expect(lengthBasis(rule)).toBe(rule);
    }),
  );
});

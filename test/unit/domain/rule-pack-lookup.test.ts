import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import {
  clockRule,
  packFor,
  feeVariants,
  platformFee,
  proposedCertificationEnd,
} from '#shared/domain/rule-pack-lookup.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const day = calendarDate;

describe('looking up rules', () => {
  it('takes the newest pack of the platform and kind, however the packs are ordered', () => {
    const older = { ...pack, version: '2025.11', asOf: day('2025-11-01') };
    const sameDay = { ...pack, version: '2026.11.1' };
    for (const packs of [
      [older, pack, sameDay],
      [sameDay, pack, older],
    ]) {
      expect(packFor(packs, { platform: 'wechat' }, 'annual_review')?.version).toBe('2026.11.1');
    }
    expect(packFor([pack], { platform: 'wechat' }, 'filing')).toBeUndefined();
    expect(packFor([pack], { platform: 'alipay' }, 'annual_review')).toBeUndefined();
    const merchant = { platform: 'wechat', accountKind: 'merchant' } as const;
    expect(packFor([pack], merchant, 'annual_review')).toBeUndefined();
  });

  it('charges the fee of the day, both ends of its period included', () => {
    const [company] = pack.fees;
    if (!company) throw new Error('no fee');
    const fees = [
      { ...company, amountFen: 1, from: null, to: day('2026-06-30') },
      { ...company, amountFen: 2, from: day('2026-07-01'), to: day('2026-12-31') },
    ];
    const feeOn = (on: string) => platformFee({ ...pack, fees }, 'company', day(on))?.amountFen;
    expect(['2020-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(feeOn)).toEqual([
      1,
      1,
      2,
      2,
      undefined,
    ]);
  });

  it('never charges a variant by itself', () => {
    const [company] = pack.fees;
    if (!company) throw new Error('no fee');
    const variant = { id: 'once', text: { zh: '一次', en: 'once' } };
    const fees = [
      { ...company, amountFen: 1, variant },
      { ...company, amountFen: 2 },
    ];
    const on = day('2026-09-22');
    expect(platformFee({ ...pack, fees }, 'company', on)?.amountFen).toBe(2);
    expect(feeVariants({ ...pack, fees }, 'company', on)).toMatchObject([{ amountFen: 1, variant }]);
    expect(feeVariants({ ...pack, fees }, 'foundation', on)).toEqual([]);
  });

  it('finds a clock by name', () => {
    expect(clockRule(pack, 'refill')?.total).toBe(30);
    expect(clockRule({ ...pack, clocks: [] }, 'refill')).toBeUndefined();
  });

  it('proposes the end a year after the pass, also from a leap day', () => {
    expect(proposedCertificationEnd(pack.validity, day('2026-11-22'))).toBe('2027-11-22');
    expect(proposedCertificationEnd(pack.validity, day('2028-02-29'))).toBe('2029-02-28');
  });
});

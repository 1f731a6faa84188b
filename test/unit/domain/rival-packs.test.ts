import { describe, expect, it } from 'vitest';
import { rivalPacks } from '#shared/domain/rival-packs.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { shippedPacks } from '#test/unit/rules/shipped-packs.ts';

describe('packs that decide the same case', () => {
  it('are none among those that ship', () => {
    for (const { id, ...rest } of shippedPacks)
      expect(rivalPacks({ id, ...rest }, shippedPacks).map((other) => `${id} ${other.id}`)).toEqual([]);
  });

  it('are one of another name for one kind of case, and none where platform, account, order or subject differ', () => {
    const other = { ...pack, id: 'other.pack' };
    expect(rivalPacks(other, [pack])).toEqual([pack]);
    expect(rivalPacks(pack, [pack])).toEqual([]);
    expect(rivalPacks({ ...other, platform: 'baidu' }, [pack])).toEqual([]);
    expect(rivalPacks({ ...other, accountKinds: ['merchant'] }, [pack])).toEqual([]);
    expect(rivalPacks({ ...other, applicationKinds: ['filing'] }, [pack])).toEqual([]);
    expect(rivalPacks({ ...other, coveredEntityTypes: [] }, [pack])).toEqual([]);
  });
});

import type { EntityType } from '#shared/domain/entity-type.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { ClockUnit } from '#shared/domain/rule-pack.ts';
import type { RuleSpeech } from './rule-speech.ts';

/** What an override is about, and what it says. */
export function overrideWords(
  change: OverrideChange,
  unit: ClockUnit | undefined,
  { t, format }: RuleSpeech,
) {
  switch (change.kind) {
    case 'fee':
      return {
        what: t('rules.of', {
          what: t('rules.section.fees'),
          types: t(`vocabulary.entityType.${change.entityType}`),
        }),
        value: change.amountFen === 0 ? t('rules.free') : format.moneyWithUnit(change.amountFen),
      };
    case 'clock':
      return {
        what: t(`vocabulary.obligationKind.clock_${change.clockId}`),
        value: unit === undefined ? String(change.total) : t(`rules.unit.${unit}`, { count: change.total }),
      };
    case 'paper': {
      const types = typeNames(change.entityTypes, { t });
      return { what: t('rules.override.paperFor', { types }), value: change.title };
    }
  }
}

/** The kinds of body by name; of many the first three and how many there are. */
export function typeNames(types: readonly EntityType[], { t }: Pick<RuleSpeech, 't'>): string {
  const names = types.map((type) => t(`vocabulary.entityType.${type}`));
  return names.length > 3
    ? t('rules.andOthers', { names: names.slice(0, 3).join(t('application.list')), n: names.length })
    : names.join(t('application.list'));
}

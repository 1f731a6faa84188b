import type { OverrideFault } from '#shared/domain/override-faults.ts';
import type { RuleSpeech } from './rule-speech.ts';

/** What is wrong with an override while it is typed, at the field that it is about. */
export function overrideFaultWords(fault: OverrideFault, { t, format }: RuleSpeech): string {
  switch (fault.code) {
    case 'same_as_pack':
      return t('rules.override.fault.same_as_pack');
    case 'out_of_range':
      return fault.field === 'amountFen'
        ? t('rules.override.fault.fee', { max: format.moneyWithUnit(fault.max) })
        : t('rules.override.fault.total', { min: fault.min, max: format.count(fault.max) });
    case 'paper_asked':
      return t('rules.override.fault.paper_asked', {
        types: fault.entityTypes
          .map((type) => t(`vocabulary.entityType.${type}`))
          .join(t('application.list')),
      });
    case 'paper_doubled':
      return t('rules.override.fault.paper_doubled', { title: fault.title });
  }
}

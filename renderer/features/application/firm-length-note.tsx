import type { ClockRule, FirmLength } from '#shared/domain/rule-pack.ts';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AdviceNote } from './advice-row.tsx';

interface FirmLengthNoteProps extends Pick<ClockRule, 'unit' | 'total'> {
  readonly firm: FirmLength;
}

/** That the clock runs as long as the firm says, and as long as the rules say otherwise. */
export function FirmLengthNote({ unit, total, firm }: FirmLengthNoteProps) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const length = (count: number): string => t(`rules.unit.${unit}`, { count });
  return (
    <AdviceNote>
      {t('application.next.firmLength', {
        own: length(total),
        pack: length(firm.packTotal),
        reason: ruleText(firm.reason),
      })}{' '}
      <Trust of={trustOf(firm.tag)} asOf={format.dateLong(firm.asOf)} />
    </AdviceNote>
  );
}

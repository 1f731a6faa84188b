import type { FeeVariant } from '#shared/domain/rule-pack-lookup.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './step-fields.module.css';

interface FeeVariantsProps {
  readonly variants: readonly FeeVariant[];
  readonly onChoose: (feeText: string) => void;
}

/** What is charged instead in circumstances that the entity type does not tell; chosen by whoever knows them. */
export function FeeVariants({ variants, onChoose }: FeeVariantsProps) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  if (variants.length === 0) return null;
  return (
    <ul className={styles.variants} aria-label={t('application.step.feeVariants')}>
      {variants.map(({ variant, amountFen, note, source, tag, asOf }) => (
        <li key={variant.id}>
          <TextButton title={say(note)} onClick={() => onChoose(String(amountFen / 100))}>
            {t('application.step.feeVariant', {
              variant: say(variant.text),
              amount: format.moneyWithUnit(amountFen),
            })}
          </TextButton>
          <span className="cf-ink-3">{source.join(t('application.list'))}</span>
          <Trust of={trustOf(tag)} asOf={format.dateLong(asOf)} brief />
        </li>
      ))}
    </ul>
  );
}

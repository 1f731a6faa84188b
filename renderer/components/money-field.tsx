import { parseYuan } from '#shared/domain/money.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface MoneyFieldProps {
  readonly label: string;
  /** As it is typed; `readMoney` gives the fen. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with an amount that is one. */
  readonly fault?: string | undefined;
  readonly autoFocus?: boolean;
}

/** An amount in yuan; sums may be typed, the result stands under the field. */
export function MoneyField({ label, text, onChange, fault, autoFocus = false }: MoneyFieldProps) {
  const t = useT();
  const format = useFormat();
  const fen = readMoney(text);
  const check: Check | undefined =
    text.trim() === ''
      ? undefined
      : fen === undefined
        ? { tone: 'danger', text: t('components.notMoney') }
        : fault === undefined
          ? { tone: 'success', text: format.moneyWithUnit(fen) }
          : { tone: 'danger', text: fault };
  return (
    <TextField
      label={label}
      value={text}
      onChange={onChange}
      check={check}
      required
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
    />
  );
}

/** Fen, not negative; undefined for anything else. */
export function readMoney(text: string): number | undefined {
  const fen = parseYuan(text);
  return fen === undefined || fen < 0 ? undefined : fen;
}

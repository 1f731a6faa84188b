import { useT } from '#renderer/i18n/use-t.ts';
import { TextButton } from './text-button.tsx';

type MixedHintProps = {
  /** The rows differ in the field. */
  readonly isMixed: boolean;
  /** It was changed here and will be written to all of them. */
  readonly isTouched: boolean;
  readonly onReset: () => void;
};

/** Beside a field of many rows: 多个值 where they differ; once it was changed, that it will be written, and a way back. */
export function MixedHint({ isMixed, isTouched, onReset }: MixedHintProps) {
  const t = useT();
  if (isTouched) {
    return (
      <span className="cf-row">
        <span className="cf-brand">{t('bulk.rewritten')}</span>
        <TextButton plain onClick={onReset}>
          {t('bulk.reset')}
        </TextButton>
      </span>
    );
  }
  return isMixed ? <span>{t('bulk.mixed')}</span> : null;
}

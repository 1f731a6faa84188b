import { useSamples } from '#renderer/api/use-samples.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

/** Says above every page that constructed clients are among the real ones, and takes them away. */
export function SamplesMark() {
  const t = useT();
  const { clientCount, isBusy, remove } = useSamples();
  if (clientCount === 0) return null;
  return (
    <span className="cf-row cf-ink-2">
      {t('shell.samples.count', { count: clientCount })}
      <TextButton disabled={isBusy} onClick={remove}>
        {t('shell.samples.remove')}
      </TextButton>
    </span>
  );
}

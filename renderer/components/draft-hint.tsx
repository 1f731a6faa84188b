import { useT } from '#renderer/i18n/use-t.ts';
import { TextButton } from './text-button.tsx';

/** Says that what stands in a form was typed before the program ended, and offers to drop it. */
export function DraftHint({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useT();
  return (
    <span className="cf-row cf-xs cf-ink-3" role="status">
      {t('components.draft.restored')}
      <TextButton onClick={onDiscard}>{t('components.draft.discard')}</TextButton>
    </span>
  );
}

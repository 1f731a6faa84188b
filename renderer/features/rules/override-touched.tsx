import { useDebouncedValue } from '@mantine/hooks';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Judging } from './judging.tsx';
import { TouchedList } from './touched-list.tsx';
import styles from './rules.module.css';

interface OverrideTouchedProps {
  readonly packId: string;
  readonly change: OverrideChange;
  /** The override that is being edited. */
  readonly replaces: string | undefined;
}

/** The open applications for which an override would change something, before it is saved. */
export function OverrideTouched({ packId, change, replaces }: OverrideTouchedProps) {
  const t = useT();
  const { backend } = useApi();
  // Looked up when the typing has come to rest: each look judges every open case.
  const [settled] = useDebouncedValue(change, 400);
  const input = { packId, change: settled, ...(replaces !== undefined && { replaces }) };
  const look = useLook(['previewOverride', input], (signal) =>
    backend.rules.previewOverride(input, { signal }),
  );
  return (
    <section className={styles.preview} aria-label={t('rules.touched.title')}>
      <Judging look={look}>
        {(touched) => (
          <>
            <p className="cf-ink-2">{t('rules.touched.willTouch', { count: touched.length })}</p>
            <TouchedList touched={touched} />
          </>
        )}
      </Judging>
    </section>
  );
}

import type { ApartPair } from '#shared/contract/merging.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { Link } from '#renderer/components/link.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './duplicates.module.css';

/** Pairs that look like one and of which the firm has said that they are two. */
export function ToldApart({ pairs }: { readonly pairs: readonly ApartPair[] }) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  return (
    <section className={styles.told} aria-labelledby="told-apart">
      <PartHead
        id="told-apart"
        title={t('duplicates.told.title')}
        count={t('duplicates.told.count', { n: format.count(pairs.length) })}
      />
      <ul>
        {pairs.map(([a, b]) => (
          <li key={`${a.id} ${b.id}`} className={styles.toldPair}>
            <Link className="cf-cut" href={paths.client(a.id)}>
              {a.name}
            </Link>
            <span className="cf-xs cf-ink-3">{t('duplicates.told.and')}</span>
            <Link className="cf-cut" href={paths.client(b.id)}>
              {b.name}
            </Link>
            <TextButton
              plain
              onClick={() =>
                void act(
                  () => backend.clients.setApart({ pairs: [[a.id, b.id]], apart: false }),
                  t('duplicates.told.done'),
                )
              }
            >
              {t('duplicates.told.again')}
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

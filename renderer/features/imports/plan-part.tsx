import type { ImportPlan } from '#shared/contract/imports.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import { deedIcons } from './use-import-columns.tsx';

const deeds = ['create', 'update', 'same', 'merge', 'skip', 'refuse'] as const;

/** All rows as one line, each share in its own tone, with the figures below. */
export function PlanPart({ plan }: { readonly plan: ImportPlan }) {
  const t = useT();
  const format = useFormat();
  const { counts } = plan;
  const shown = deeds.filter((deed) => counts[deed] > 0);
  const note = (deed: (typeof deeds)[number]): string => {
    if (deed === 'create') {
      return t('imports.deedNote.create', {
        clients: format.count(counts.newClients),
        accounts: format.count(counts.newAccounts),
      });
    }
    if (deed === 'update') return t('imports.deedNote.update', { n: format.count(counts.changedFields) });
    return t(`imports.deedNote.${deed}`);
  };
  return (
    <section>
      <PartHead title={t('imports.after')}>
        {t('imports.took', { seconds: (plan.tookMs / 1000).toFixed(1) })}
      </PartHead>
      <div className={styles.share} aria-hidden>
        {shown.map((deed) => (
          <i key={deed} data-deed={deed} style={{ flexGrow: counts[deed] }} />
        ))}
      </div>
      <ul className={styles.plan}>
        {shown.map((deed) => {
          const DeedIcon = deedIcons[deed];
          return (
            <li key={deed}>
              <i data-deed={deed} aria-hidden />
              <DeedIcon size={14} stroke={iconStroke} aria-hidden />
              <span className={deed === 'refuse' ? 'cf-danger' : undefined}>{t(`imports.deed.${deed}`)}</span>
              <b className="cf-num">{format.count(counts[deed])}</b>
              <span className="cf-ink-2 cf-xs cf-cut">{note(deed)}</span>
            </li>
          );
        })}
      </ul>
      <p className="cf-ink-2 cf-xs">
        {t('imports.clients', {
          before: format.count(counts.clientsBefore),
          after: format.count(counts.clientsAfter),
        })}
      </p>
    </section>
  );
}

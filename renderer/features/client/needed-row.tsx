import type { NeededAct, NeededPaper } from '#shared/domain/needed-paper.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { neededName, paperName, servedLines } from './needed-words.ts';
import styles from './needed.module.css';

const signs = {
  attach: 'valid',
  complete: 'missing',
  replace: 'rejected',
  renew: 'expired',
  get: 'missing',
  scope: 'missing',
} as const satisfies Record<NeededAct, StatusKey>;

/** One paper: what is the matter with it, what it stands for, and everything that it serves. */
export function NeededRow({ paper }: { readonly paper: NeededPaper }) {
  const t = useT();
  const say = useRuleText();
  const { details } = useClient();
  const name = neededName(paper, details, { t, say });
  const lines = servedLines(paper.serves, details, { t, say, paper: name });
  return (
    <li className={styles.paper}>
      <span className={styles.act}>
        <Status of={signs[paper.act]}>{t(`needed.act.${paper.act}`)}</Status>
      </span>
      <div className="cf-grow">
        <p className="cf-strong">{name}</p>
        <Replaced paper={paper} />
        <p className={styles.note}>
          <span className="cf-ink-3">{t('needed.for')}</span>
          {lines.map(({ key, text, applicationId, itemId }) => (
            <span key={key}>
              {applicationId === null ? (
                text
              ) : (
                <Link href={paths.application(applicationId, itemId)}>{text}</Link>
              )}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** The papers on file in whose place it comes, or that only have to be put in their place. */
function Replaced({ paper: { act, documentIds } }: { readonly paper: NeededPaper }) {
  const t = useT();
  const { documents } = useClient().details;
  const held = documents.filter(({ id }) => documentIds.includes(id));
  if (act === 'scope') return null;
  return held.map(({ id, validUntil, ...paper }) => (
    <p key={id} className={styles.note}>
      {t(`needed.what.${act}`, {
        title:
          validUntil === null || validUntil === 'forever'
            ? paperName(paper, t)
            : t('needed.until', { title: paperName(paper, t), date: validUntil }),
      })}
    </p>
  ));
}

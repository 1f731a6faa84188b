import { useId } from 'react';
import { PartHead } from '#renderer/components/page.tsx';
import { StatusIcon } from '#renderer/components/status.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { PaperVersion } from './paper-context.tsx';
import { qualityRows } from './quality-rows.ts';
import type { QualityRow } from './quality-rows.ts';
import type { OpenQuality } from './use-quality.ts';
import styles from './shelf.module.css';

interface QualityPartProps {
  readonly quality: OpenQuality;
  readonly version: PaperVersion;
  /** The page in sight, from 1. */
  readonly pageNo: number;
}

/** What the picture is like: its measures, each with its mark; one that is wrong is shown on the page. */
export function QualityPart({ quality, version, pageNo }: QualityPartProps) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const { measured, state } = quality;
  const rows = measured === undefined ? [] : qualityRows(measured, version, pageNo, { t, format });
  const wrong = rows.filter(({ kind }) => kind !== null).length;
  return (
    <section aria-labelledby={id}>
      <PartHead
        id={id}
        title={t('viewer.quality.title')}
        {...(measured && {
          count:
            wrong === 0
              ? t('viewer.quality.allGood', { count: rows.length })
              : t('viewer.quality.wrong', { n: wrong, count: rows.length }),
        })}
      />
      {measured === undefined ? (
        <p className="cf-ink-2" role="status">
          {t(state === 'unreadable' ? 'viewer.quality.unreadable' : 'viewer.quality.waiting')}
        </p>
      ) : (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} quality={quality} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row, quality }: { readonly row: QualityRow; readonly quality: OpenQuality }) {
  const { kind, label, words, todo, pointsAt } = row;
  const content = (
    <>
      <StatusIcon of={kind === null ? 'satisfied' : 'warning'} />
      <span>{label}</span>
      <span className={styles.words}>
        <span className={kind === null ? 'cf-ink-2' : undefined}>{words}</span>
        {todo !== null && <span className="cf-xs cf-ink-2">{todo}</span>}
      </span>
    </>
  );
  if (pointsAt === null) return <div className={styles.row}>{content}</div>;
  return (
    <button
      type="button"
      className={styles.row}
      aria-pressed={quality.kind === pointsAt}
      onClick={() => quality.point(pointsAt)}
    >
      {content}
    </button>
  );
}

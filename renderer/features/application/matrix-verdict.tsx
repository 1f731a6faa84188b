import { IconCircleCheckFilled, IconCircleXFilled, IconClockX, IconTilde } from '@tabler/icons-react';
import type { MatrixCell } from '#shared/domain/matrix-row.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Marked } from '#renderer/components/marked.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { differenceIn, excerptOf } from './difference.ts';
import { paperName } from './paper-words.ts';
import { paperById, useShowPaper } from './show-paper.ts';
import styles from './matrix.module.css';

interface MatrixVerdictProps {
  readonly cell: MatrixCell;
  readonly text: string;
  /** What it is held against; left out where the values stay masked and only the place of the difference is told. */
  readonly reference?: string;
}

/** 一致, or what the source says instead, of a long text the part that matters; a paper that deviates can be gone to. */
export function MatrixVerdict({ cell, text, reference }: MatrixVerdictProps) {
  const t = useT();
  const { details } = useCase();
  const show = useShowPaper();
  if (cell.verdict === 'identical' || cell.verdict === 'reference') {
    return (
      <span className={styles.verdict}>
        <IconCircleCheckFilled size={14} className="cf-success" aria-hidden />
        {t('preCheck.matrix.same')}
      </span>
    );
  }
  const paper = cell.of === undefined ? undefined : paperById(details, cell.of);
  const deviation = <Deviation cell={cell} text={text} {...(reference !== undefined && { reference })} />;
  if (paper === undefined) {
    return (
      <span className={styles.verdict} title={text}>
        {deviation}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.verdict}
      title={t('preCheck.matrix.onPaper', { paper: paperName(paper, t), text })}
      onClick={() => show(paper.id)}
    >
      {deviation}
    </button>
  );
}

function Deviation({ cell, text, reference }: MatrixVerdictProps) {
  const t = useT();
  const isDifferent = cell.verdict === 'different';
  const Icon = isDifferent ? IconCircleXFilled : IconTilde;
  const shown = excerptOf(text, reference === undefined ? [] : differenceIn(text, reference));
  return (
    <>
      <Icon
        size={14}
        stroke={iconStroke}
        className={isDifferent ? 'cf-danger' : 'cf-warning'}
        role="img"
        aria-label={t(`preCheck.matrix.verdict.${isDifferent ? 'different' : 'equivalent'}`)}
      />
      <span className={isDifferent ? 'cf-danger' : 'cf-warning'}>
        <Marked text={shown.text} ranges={shown.ranges} as="difference" />
        {reference === undefined && cell.at !== undefined && (
          <> {t('preCheck.differsAt', { n: cell.at + 1 })}</>
        )}
        {cell.isUnconfirmed === true && (
          <span className={`${styles.unconfirmed} cf-xs cf-ink-2`}>{t('preCheck.matrix.unconfirmed')}</span>
        )}
      </span>
      {cell.isOver === true && <OverMark />}
    </>
  );
}

/** Said of a term that is over, whether or not the sources agree on it. */
export function OverMark() {
  const t = useT();
  return (
    <span className={`${styles.over} cf-danger`}>
      <IconClockX size={14} stroke={iconStroke} aria-hidden />
      {t('status.word.expired')}
    </span>
  );
}

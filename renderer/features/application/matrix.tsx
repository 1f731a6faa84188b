import { IconCircleCheckFilled, IconCircleXFilled, IconTilde } from '@tabler/icons-react';
import { matrixSources } from '#shared/domain/matrix-row.ts';
import type { MatrixCell, MatrixRow, MatrixSource } from '#shared/domain/matrix-row.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Marked } from '#renderer/components/marked.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { differenceIn } from './difference.ts';
import { useStatedValue } from './stated-value.ts';
import styles from './matrix.module.css';

/** The same fact from every source side by side: the first column says it, the others agree or deviate. */
export function Matrix() {
  const t = useT();
  const {
    preCheck: { matrix },
  } = useCase();
  const compared = matrix.flatMap(({ cells }) => cells.slice(1));
  const count = (verdict: MatrixCell['verdict']): number =>
    compared.filter((cell) => cell.verdict === verdict).length;
  return (
    <section aria-labelledby="matrix-head">
      <PartHead
        id="matrix-head"
        title={t('preCheck.matrix.title')}
        count={
          compared.length > 0
            ? t('preCheck.matrix.counts', {
                all: compared.length,
                different: count('different'),
                equivalent: count('equivalent'),
              })
            : undefined
        }
      />
      {matrix.length === 0 ? <EmptyLine>{t('preCheck.matrix.empty')}</EmptyLine> : <Grid rows={matrix} />}
    </section>
  );
}

function Grid({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const t = useT();
  const sources = matrixSources.filter((source) =>
    rows.some(({ cells }) => cells.slice(1).some((cell) => cell.source === source)),
  );
  return (
    <PlainTable className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{t('preCheck.matrix.what')}</th>
          <th scope="col">{t('preCheck.matrix.reference')}</th>
          {sources.map((source) => (
            <th key={source} scope="col">
              {t(`preCheck.matrix.source.${source}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={`${row.fact} ${index}`} row={row} sources={sources} />
        ))}
      </tbody>
    </PlainTable>
  );
}

function Row({ row, sources }: { readonly row: MatrixRow; readonly sources: readonly MatrixSource[] }) {
  const t = useT();
  const stated = useStatedValue();
  const [reference, ...others] = row.cells;
  const isSecret = row.fact === 'id_number';
  const value = reference === undefined ? '' : stated(reference.value, isSecret);
  return (
    <tr>
      <th scope="row">
        {t(`preCheck.matrix.fact.${row.fact}`)}
        {row.fact === 'id_number' && <span className="cf-ink-3"> {row.subject}</span>}
      </th>
      <td title={value}>{value}</td>
      {sources.map((source) => {
        const cells = others.filter((cell) => cell.source === source);
        return (
          <td key={source}>
            {cells.length === 0 && <span className="cf-ink-3">·</span>}
            {cells.map((cell) => (
              <Verdict
                key={cell.of}
                cell={cell}
                text={stated(cell.value, isSecret)}
                {...(!isSecret && { reference: value })}
              />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

interface VerdictProps {
  readonly cell: MatrixCell;
  readonly text: string;
  /** What it is held against; left out where the values stay masked and only the place of the difference is told. */
  readonly reference?: string;
}

function Verdict({ cell, text, reference }: VerdictProps) {
  const t = useT();
  if (cell.verdict === 'identical' || cell.verdict === 'reference') {
    return (
      <span className={styles.verdict}>
        <IconCircleCheckFilled size={14} className="cf-success" aria-hidden />
        {t('preCheck.matrix.same')}
      </span>
    );
  }
  const isDifferent = cell.verdict === 'different';
  const Icon = isDifferent ? IconCircleXFilled : IconTilde;
  const ranges = reference === undefined ? [] : differenceIn(text, reference);
  return (
    <span className={styles.verdict} title={text}>
      <Icon
        size={14}
        stroke={iconStroke}
        className={isDifferent ? 'cf-danger' : 'cf-warning'}
        role="img"
        aria-label={t(`preCheck.matrix.verdict.${isDifferent ? 'different' : 'equivalent'}`)}
      />
      <span className={isDifferent ? 'cf-danger' : 'cf-warning'}>
        <Marked text={text} ranges={ranges} as="difference" />
        {reference === undefined && cell.at !== undefined && (
          <> {t('preCheck.differsAt', { n: cell.at + 1 })}</>
        )}
      </span>
    </span>
  );
}

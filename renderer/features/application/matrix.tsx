import type { GridRow, MatrixGrid } from '#shared/domain/matrix-grid.ts';
import type { MatrixCell, MatrixRow, MatrixSource } from '#shared/domain/matrix-row.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { columnOf, columnsOf } from './matrix-columns.ts';
import type { MatrixColumn } from './matrix-columns.ts';
import { MatrixGap } from './matrix-gap.tsx';
import { MatrixVerdict, OverMark } from './matrix-verdict.tsx';
import { paperName } from './paper-words.ts';
import { paperById, useShowPaper } from './show-paper.ts';
import { useStatedValue } from './stated-value.ts';
import styles from './matrix.module.css';

/** The same fact from every source side by side: the first column says it, the others agree or deviate. */
export function Matrix() {
  const t = useT();
  const {
    preCheck: { grid },
  } = useCase();
  const compared = grid.rows.flatMap(({ cells }) => cells.slice(1));
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
      {grid.rows.length === 0 ? <EmptyLine>{t('preCheck.matrix.empty')}</EmptyLine> : <Grid grid={grid} />}
      <Uncompared />
    </section>
  );
}

/** What passes only because nobody has held it against anything. */
function Uncompared() {
  const t = useT();
  const {
    preCheck: { matrix, uncompared },
  } = useCase();
  if (matrix.length === 0 || uncompared.length === 0) return null;
  const names = uncompared.map(({ fact, subject }) => {
    const name = t(`preCheck.matrix.fact.${fact}`);
    return subject === undefined ? name : t('preCheck.matrix.ofWhom', { fact: name, subject });
  });
  const facts = [...new Set(names)].join(t('application.list'));
  return <p className={styles.uncompared}>{t('preCheck.matrix.uncompared', { facts })}</p>;
}

/** With many sources it is wider than the page, and moves under its first column. */
function Grid({ grid }: { readonly grid: MatrixGrid }) {
  const t = useT();
  const { rows } = grid;
  const columns = columnsOf(grid);
  return (
    <>
      <div
        className={`${styles.scroll} cf-focus-in`}
        role="group"
        aria-label={t('preCheck.matrix.title')}
        tabIndex={0}
      >
        <PlainTable className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('preCheck.matrix.what')}</th>
              <th scope="col">{t('preCheck.matrix.reference')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <ColumnName column={column} rows={rows} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={`${row.fact} ${index}`} row={row} columns={columns} />
            ))}
          </tbody>
        </PlainTable>
      </div>
      <p className={styles.legend}>{t('preCheck.matrix.legend')}</p>
    </>
  );
}

interface ColumnNameProps {
  readonly column: MatrixColumn;
  readonly rows: readonly MatrixRow[];
}

/** The name of a column; where one paper alone stands behind it, it leads there. */
function ColumnName({ column, rows }: ColumnNameProps) {
  const t = useT();
  const { details } = useCase();
  const show = useShowPaper();
  const cells = rows.flatMap((row) => row.cells).filter(({ source }) => columnOf(source) === column);
  const papers = [...new Set(cells.flatMap(({ of }) => of ?? []))].flatMap(
    (id) => paperById(details, id) ?? [],
  );
  const [paper, ...others] = papers;
  const name = t(`preCheck.matrix.column.${column}`);
  if (paper === undefined || others.length > 0) return name;
  return (
    <TextButton plain title={paperName(paper, t)} onClick={() => show(paper.id)}>
      {name}
    </TextButton>
  );
}

function Row({ row, columns }: { readonly row: GridRow; readonly columns: readonly MatrixColumn[] }) {
  const t = useT();
  const headTitle = useHeadTitle();
  const stated = useStatedValue();
  const [reference, ...others] = row.cells;
  const isSecret = row.fact === 'id_number';
  const value = reference === undefined ? '' : stated(reference.value, isSecret);
  return (
    <tr>
      <th scope="row">
        {row.fact === 'legal_representative' ? headTitle : t(`preCheck.matrix.fact.${row.fact}`)}
        {isSecret && <span className="cf-ink-3"> {row.subject}</span>}
      </th>
      <td>
        <span className={styles.reference} title={value}>
          {value}
        </span>
        {reference?.isOver === true && <OverMark />}
        {reference !== undefined && <ReferenceSource source={reference.source} />}
      </td>
      {columns.map((column) => {
        const own = column === 'on_file' ? others : row.cells;
        const cells = own.filter(({ source }) => columnOf(source) === column);
        return (
          <td key={column}>
            {cells.length === 0 && <Empty row={row} column={column} />}
            {cells.map((cell) => (
              <MatrixVerdict
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

function Empty({ row, column }: { readonly row: GridRow; readonly column: MatrixColumn }) {
  const t = useT();
  const gap = row.gaps.find(({ source }) => source === column);
  if (gap === undefined) return <span className="cf-ink-3">—</span>;
  const label = t('preCheck.matrix.cell', {
    what: t(`preCheck.matrix.fact.${row.fact}`),
    source: t(`preCheck.matrix.column.${column}`),
  });
  return <MatrixGap gap={gap} label={label} />;
}

/** Said where nothing on file stands first, so that one paper is held against another. */
function ReferenceSource({ source }: { readonly source: MatrixSource }) {
  const t = useT();
  const column = columnOf(source);
  if (column === 'on_file') return null;
  return <span className="cf-ink-3">{t(`preCheck.matrix.column.${column}`)}</span>;
}

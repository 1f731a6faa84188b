import { Button } from '@mantine/core';
import type { CellFault } from '#shared/domain/cell-value.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cellFaultWords } from './cell-words.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './cell-faults.module.css';

export type ListedFault = {
  /** What the row is called. */
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  readonly fault: CellFault;
};

type CellFaultsProps = {
  readonly opened: boolean;
  /** The first of them. */
  readonly faults: readonly ListedFault[];
  /** Of all. */
  readonly count: number;
  readonly onClose: () => void;
};

/** Why a block of cells was not written: each cell by its row and column, what was to be written, and what is wrong. */
export function CellFaults({ opened, faults, count, onClose }: CellFaultsProps) {
  const t = useT();
  const format = useFormat();
  const heads = ['row', 'column', 'typed', 'wrong'] as const;
  return (
    <DialogFrame
      opened={opened}
      onClose={onClose}
      width={760}
      closeOnClickOutside
      title={t('components.cell.faults.title', { count, n: format.count(count) })}
      footer={
        <Button variant="filled" data-autofocus onClick={onClose}>
          {t('components.cell.faults.back')}
        </Button>
      }
    >
      <p className="cf-ink-2">{t('components.cell.faults.note')}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('components.cell.faults.list')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`components.cell.faults.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, typed, fault }, index) => (
              <tr key={index}>
                <td title={row}>{row}</td>
                <td>{column}</td>
                <td title={typed}>{typed === '' ? <span className="cf-ink-3">—</span> : typed}</td>
                <td className="cf-danger">{cellFaultWords(fault, typed, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > faults.length && (
        <p className="cf-ink-2">
          {t('components.cell.faults.more', { n: format.count(count - faults.length) })}
        </p>
      )}
    </DialogFrame>
  );
}

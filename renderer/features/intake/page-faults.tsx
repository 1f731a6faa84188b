import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TrayPageRow } from './tray-shape.ts';
import styles from './strip.module.css';

/** What is wrong with the picture of a page, in words; empty where all is well or nobody has measured it. */
export const faultWords = ({ faults }: Pick<TrayPageRow, 'faults'>, t: TFunction): string =>
  (faults ?? []).map((fault) => t(`intake.fault.${fault}`)).join(t('intake.faultSeparator'));

/** The same of a piece: how many of its pages have something, and what. */
export function pieceFaults(pages: readonly TrayPageRow[], t: TFunction): string {
  const kinds = [...new Set(pages.flatMap(({ faults }) => faults ?? []))];
  const words = kinds.map((fault) => t(`intake.fault.${fault}`)).join(t('intake.faultSeparator'));
  const n = pages.filter(({ faults }) => (faults ?? []).length > 0).length;
  if (n === 0 || pages.length === 1) return words;
  return t('intake.faultsOnPages', { n, words });
}

/** A mark on a page's picture, with its words for the pointer and for those who do not see it. */
export function FaultMark({ page }: { readonly page: Pick<TrayPageRow, 'faults'> | undefined }) {
  const t = useT();
  const words = page === undefined ? '' : faultWords(page, t);
  if (words === '') return null;
  return (
    <span className={styles.fault} title={words}>
      <IconAlertTriangle size={12} stroke={iconStroke} aria-hidden />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

import { IconFileText, IconInbox } from '@tabler/icons-react';
import type { DestroyedRow, DueRow } from '#shared/contract/keeping.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './keeping.module.css';

interface WhatCellProps {
  readonly row: Pick<DueRow | DestroyedRow, 'what' | 'kind' | 'title' | 'number' | 'contactName'> & {
    readonly isTrashed?: boolean;
  };
}

/** A paper by name and kind, or a file that never became one. */
export function WhatCell({ row }: WhatCellProps) {
  const t = useT();
  const KindIcon = row.what === 'paper' ? IconFileText : IconInbox;
  const kind = row.kind === null ? t('keeping.trayFile') : t(`vocabulary.documentKind.${row.kind}`);
  const name = row.title === '' ? kind : row.title;
  const facts = [
    name === kind ? null : kind,
    row.contactName,
    row.number,
    row.isTrashed === true && row.what === 'paper' ? t('keeping.trashed') : null,
  ].filter((fact) => fact !== null);
  return (
    <span className="cf-row">
      <KindIcon size={16} stroke={iconStroke} className={styles.icon} aria-hidden />
      <span className={styles.names}>
        <span className="cf-cut">{name}</span>
        {facts.length > 0 && <span className="cf-xs cf-ink-3 cf-cut">{facts.join(t('keeping.comma'))}</span>}
      </span>
    </span>
  );
}

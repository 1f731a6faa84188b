import { Button } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import type { MergeSide } from '#shared/contract/merging.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './merge.module.css';

interface MergeHeadsProps {
  readonly kept: MergeSide;
  readonly other: MergeSide;
  readonly onSwap: () => void;
}

/** Which client is kept and which is put into it, and the way to turn that round. */
export function MergeHeads({ kept, other, onSwap }: MergeHeadsProps) {
  const t = useT();
  return (
    <div className={styles.heads}>
      <Button
        size="xs"
        leftSection={<IconArrowsLeftRight size={14} stroke={iconStroke} aria-hidden />}
        onClick={onSwap}
      >
        {t('duplicates.dialog.swap')}
      </Button>
      <Head label={t('duplicates.dialog.kept')} client={kept} isKept />
      <Head label={t('duplicates.dialog.other')} client={other} />
    </div>
  );
}

function Head({
  label,
  client,
  isKept = false,
}: {
  readonly label: string;
  readonly client: MergeSide;
  readonly isKept?: boolean;
}) {
  return (
    <div className={styles.side} data-kept={isKept || undefined}>
      <span className={styles.role}>{label}</span>
      <span className="cf-cut cf-strong" title={client.name}>
        {client.name}
      </span>
    </div>
  );
}

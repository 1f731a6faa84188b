import { Button } from '@mantine/core';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Piece } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import styles from './piece-pane.module.css';

interface OtherSideProps {
  readonly piece: Piece;
  readonly tray: OpenTray;
  readonly onJoin: () => void;
}

/** Offers to join the two sides of one ID card; they stay two until somebody does. */
export function OtherSide({ piece, tray, onJoin }: OtherSideProps) {
  const t = useT();
  const { otherSide } = piece.paper;
  const other = otherSide && tray.shape.byPaper.get(otherSide.paperId);
  if (!otherSide || !other) return null;
  return (
    <div className={styles.offer}>
      <span className="cf-xs cf-ink-2 cf-grow">
        {t(`intake.otherSide.${otherSide.sign}`, { n: other.no })}
      </span>
      <Button size="xs" onClick={onJoin} rightSection={<Keys of="j" />}>
        {t('intake.joinSides')}
      </Button>
    </div>
  );
}

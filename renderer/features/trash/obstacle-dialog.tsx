import { Button } from '@mantine/core';
import type { RestoreObstacle } from '#shared/contract/trash.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Obstacles } from './use-restore.ts';
import styles from './trash.module.css';

interface ObstacleDialogProps extends Obstacles {
  readonly onRestore: (changeIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What keeps entries from coming back, and what helps: what they belong to comes along, or the others come alone. */
export function ObstacleDialog({ changeIds, obstacles, onRestore, onClose }: ObstacleDialogProps) {
  const t = useT();
  const blocked = new Set(obstacles.map(({ changeId }) => changeId));
  const owners = [...new Set(obstacles.flatMap(({ byChangeId }) => byChangeId ?? []))];
  const others = changeIds.filter((id) => !blocked.has(id));
  const helps = obstacles.every(({ byChangeId }) => byChangeId !== null);
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('trash.obstacle.title', { count: blocked.size })}
      footer={
        <>
          {helps && (
            <Button variant="filled" onClick={() => onRestore([...changeIds, ...owners])}>
              {t('trash.obstacle.along')}
            </Button>
          )}
          {others.length > 0 && (
            <Button variant={helps ? 'default' : 'filled'} onClick={() => onRestore(others)}>
              {t('trash.obstacle.others', { count: others.length })}
            </Button>
          )}
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <ul className={styles.obstacles}>
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.changeId} ${obstacle.byTitle}`}>
            <Obstacle obstacle={obstacle} />
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

function Obstacle({ obstacle }: { readonly obstacle: RestoreObstacle }) {
  const t = useT();
  const { title, reason, byTitle, byKind, byClientId } = obstacle;
  const by = t('trash.named', { kind: t(`trash.kind.${byKind}`), title: byTitle });
  return (
    <>
      <span className={styles.obstacleTitle}>{title}</span>
      <Status of="blocker">{t(`trash.obstacle.${reason}`, { by })}</Status>
      {byClientId !== null && <Link href={paths.client(byClientId)}>{t('trash.obstacle.look')}</Link>}
    </>
  );
}

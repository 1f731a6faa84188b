import { IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import { useFileDrop } from './use-file-drop.ts';
import styles from './drop-target.module.css';

type DropTargetProps = {
  readonly onFiles: (files: readonly File[]) => void;
  /** Opens the file dialog: the keyboard's and the mouse's other way. */
  readonly onPick: () => void;
  /** What a dropped file becomes; said while one is over it: 松开，存为「商标授权书」. */
  readonly saveAs?: string;
  readonly children?: ReactNode;
  /** A small one beside a paper that is there, to replace it. */
  readonly mini?: boolean;
  readonly disabled?: boolean;
  /** Also hot when a file is over the row around it. */
  readonly hot?: boolean;
};

/** A dashed place for files. */
export function DropTarget(props: DropTargetProps) {
  const { onFiles, onPick, saveAs, children, mini = false, disabled = false } = props;
  const t = useT();
  const drop = useFileDrop(onFiles, disabled);
  const hot = drop.hot || props.hot === true;
  return (
    <button
      type="button"
      className={styles.target}
      data-hot={hot || undefined}
      data-mini={mini || undefined}
      disabled={disabled}
      onClick={onPick}
      {...drop.handlers}
    >
      <IconUpload size={14} stroke={iconStroke} aria-hidden />
      <span className="cf-cut" aria-live="polite">
        {hot
          ? releaseWords(t, saveAs)
          : (children ?? t(mini ? 'components.drop.replace' : 'components.drop.pick'))}
      </span>
    </button>
  );
}

const releaseWords = (t: ReturnType<typeof useT>, saveAs: string | undefined): string =>
  saveAs === undefined ? t('components.drop.releaseHere') : t('components.drop.release', { name: saveAs });

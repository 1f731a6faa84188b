/** Short messages about what was done, the latest with undo. Six seconds, one above the other, never for errors. */
import { CloseButton } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { IconCircleCheckFilled, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Job } from './job.tsx';
import { Keys } from './kbd-hints.tsx';
import { TextButton } from './text-button.tsx';
import { atOnce, givingWay } from './toast-room.ts';
import type { ToldToast } from './toast-room.ts';
import styles from './toast.module.css';

const shownMs = 6000;
/** Of a message that says what there is to do or to look at. */
const longShownMs = 30_000;
/** Those that nothing pushes away may be more than have room otherwise; what does not come at once would be lost sight of. */
const mostKept = 20;

/** Put once into the app, inside the providers of theme and words. */
export function Toasts() {
  return (
    <Notifications
      position="bottom-center"
      autoClose={shownMs}
      limit={atOnce + mostKept}
      containerWidth="var(--cf-toast-w)"
      transitionDuration={180}
      classNames={{ notification: styles.toast, root: styles.place }}
    />
  );
}

type ToastOptions = {
  readonly message: ReactNode;
  /** It says why nothing was done. */
  readonly isNote?: boolean;
  /** Takes the change back; the same as Ctrl Z while it is the last change, unless it was made long before the message. */
  readonly undo?: { readonly changeId: string; readonly run: () => void; readonly isOld?: boolean };
  /** Something else that can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** `long`: half a minute, for what is to be read or acted on; `until_closed`: something hangs on it. */
  readonly stays?: 'long' | 'until_closed';
  /** It was closed, and neither undone nor acted on. */
  readonly onClose?: () => void;
};

/** Says that something was done. Returns a key with which the message can be taken away. */
export function showToast({ message, isNote, undo, action, stays, onClose }: ToastOptions): string {
  const id = `toast-${crypto.randomUUID()}`;
  tell({ id, kind: kindOf(stays), offersUndo: undo !== undefined, changeId: undo?.changeId });
  let isUsed = false;
  const using = (run: () => void) => (): void => {
    isUsed = true;
    hideToast(id);
    run();
  };
  return notifications.show({
    id,
    role: 'status',
    icon:
      stays || isNote ? (
        <IconInfoCircle size={16} aria-hidden />
      ) : (
        <IconCircleCheckFilled size={16} aria-hidden />
      ),
    withBorder: true,
    ...(stays && { autoClose: stays === 'long' && longShownMs }),
    onClose: () => {
      forget(id);
      if (!isUsed) onClose?.();
    },
    message: (
      <ToastText
        message={message}
        onClose={() => hideToast(id)}
        {...(undo && { onUndo: using(undo.run), isOld: undo.isOld === true })}
        {...(action && { action: { ...action, run: using(action.run) } })}
      />
    ),
    // Its own has no name.
    withCloseButton: false,
  });
}

/** What is on the screen, oldest first. */
const told: (ToldToast & { readonly changeId?: string | undefined })[] = [];

const kindOf = (stays: ToastOptions['stays']): ToldToast['kind'] =>
  stays === undefined ? 'result' : stays === 'long' ? 'long' : 'kept';

function tell(next: (typeof told)[number]): void {
  for (const id of givingWay(told, next)) hideToast(id);
  told.push(next);
}

function forget(id: string): void {
  const at = told.findIndex((one) => one.id === id);
  if (at >= 0) told.splice(at, 1);
}

/** A change that was taken back offers no undo any more. */
export function hideOfferOfUndo(changeId: string): void {
  const offer = told.find((one) => one.changeId === changeId);
  if (offer !== undefined) hideToast(offer.id);
}

interface RunningToast {
  readonly title: string;
  readonly figures: ReactNode;
  /** 0 to 1; null while the whole is not known. */
  readonly share: number | null;
  readonly onCancel?: () => void;
}

/** Says how far something long is, at the place where its result will be said. `id` names the toast. */
export function showRunning(id: string, running: RunningToast): void {
  const shown = {
    ...{ id, autoClose: false as const, withCloseButton: false, withBorder: true },
    className: styles.running ?? '',
    message: <Job {...running} />,
  };
  if (told.some((one) => one.id === id)) {
    notifications.update(shown);
    return;
  }
  tell({ id, kind: 'kept', offersUndo: false });
  notifications.show(shown);
}

export const hideToast = (id: string): void => {
  forget(id);
  notifications.hide(id);
};

interface ToastTextProps extends Pick<ToastOptions, 'message' | 'action'> {
  readonly onUndo?: () => void;
  readonly isOld?: boolean;
  readonly onClose: () => void;
}

function ToastText({ message, onUndo, isOld = false, action, onClose }: ToastTextProps) {
  const t = useT();
  return (
    <span className="cf-row">
      <span className="cf-grow">{message}</span>
      {action && (
        <TextButton className={styles.act} onClick={action.run}>
          {action.label}
        </TextButton>
      )}
      {onUndo && (
        <TextButton className={styles.act} onClick={onUndo}>
          {t('components.action.undo')} {!isOld && <Keys of="mod+z" />}
        </TextButton>
      )}
      <CloseButton size={24} iconSize={14} aria-label={t('components.action.close')} onClick={onClose} />
    </span>
  );
}

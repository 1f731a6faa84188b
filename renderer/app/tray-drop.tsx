import { useEffect, useEffectEvent, useState } from 'react';
import { useTake } from '#renderer/api/intake/use-take.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { takesText } from '#renderer/components/key-bindings.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './tray-drop.module.css';

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

/** Files that are dropped where nothing else takes them, or pasted, go into the intake tray. */
export function TrayDrop() {
  const t = useT();
  const { takeFiles } = useTake();
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((files: readonly File[], cameBy: 'dropped' | 'pasted') => {
    if (files.length === 0) return;
    navigateTo(paths.intake());
    void takeFiles(files, cameBy);
  });
  useEffect(() => {
    const listening = new AbortController();
    const on = <Name extends keyof WindowEventMap>(
      name: Name,
      hear: (event: WindowEventMap[Name]) => void,
    ): void => window.addEventListener(name, hear, { signal: listening.signal });
    const isBehindDialog = (): boolean =>
      document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
    on('dragover', (event) => {
      if (isBehindDialog()) return;
      // A place of its own that takes files has kept the event to itself.
      if (event.defaultPrevented || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      if (isBehindDialog() || event.defaultPrevented || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])], 'dropped');
    });
    on('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (event.defaultPrevented || files.length === 0 || takesText(event.target)) return;
      if (isBehindDialog()) return;
      event.preventDefault();
      take(files, 'pasted');
    });
    const end = (): void => setOver(false);
    window.addEventListener('drop', end, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className={styles.over} role="status">
      {t('intake.release')}
    </div>
  );
}

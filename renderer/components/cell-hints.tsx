import { useMemo } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { KbdHints } from './kbd-hints.tsx';

/** The keys of an active cell, for the status bar. */
export function CellHints({ title }: { readonly title: string }) {
  const t = useT();
  const hints = [
    { keys: ['enter'], text: t('components.cell.keys.edit') },
    { keys: ['shift+arrowdown'], text: t('components.cell.keys.block') },
    { keys: ['mod+v'], text: t('components.cell.keys.paste') },
    { keys: ['mod+d'], text: t('components.cell.keys.fill') },
    { keys: ['escape'], text: t('clients.keys.discard') },
  ];
  return <KbdHints lead={t('components.edit.keys', { field: title })} hints={hints} />;
}

/** The keys of a row in a list; `hasCells`: its cells can be edited. */
export function useRowHints({ hasCells = true }: { readonly hasCells?: boolean } = {}) {
  const t = useT();
  return useMemo(
    () => [
      { keys: ['arrowup', 'arrowdown'], text: t('clients.keys.move') },
      { keys: ['enter'], text: t('clients.keys.open') },
      { keys: ['space'], text: t('shell.keys.select') },
      ...(hasCells ? [{ keys: ['arrowright'], text: t('clients.keys.cells') }] : []),
      { keys: ['/'], text: t('clients.keys.search') },
      { keys: ['f'], text: t('components.chip.add') },
    ],
    [t, hasCells],
  );
}

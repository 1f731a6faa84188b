import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { TrayFile } from '#shared/contract/intake.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TrayActions } from './use-tray-actions.ts';

interface FileMenuProps {
  readonly file: TrayFile;
  readonly actions: TrayActions;
}

/** Takes the file out of the tray. */
export function FileMenu({ file, actions }: FileMenuProps) {
  const t = useT();
  const words = t('intake.removeFile', { name: file.name });
  return (
    <ActionIcon size="sm" aria-label={words} title={words} onClick={() => void actions.remove([file.id])}>
      <IconX size={14} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

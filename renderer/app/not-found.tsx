import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { IconSun } from '@tabler/icons-react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What stands at an address that leads nowhere. */
export function NotFound() {
  const t = useT();
  const { pathname } = useLocation();
  const way = {
    id: 'today',
    Icon: IconSun,
    title: t('shell.nav.today'),
    note: t('shell.notFound.today'),
    action: (
      <Button variant="filled" onClick={() => navigateTo(paths.today())}>
        {t('shell.notFound.go')}
      </Button>
    ),
  };
  return (
    <EmptyState
      title={t('shell.notFound.title')}
      note={t('shell.notFound.note', { address: pathname })}
      ways={[way]}
    />
  );
}

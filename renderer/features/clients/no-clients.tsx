import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useSampleOffer } from '#renderer/api/use-sample-offer.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What stands where the first clients will be. */
export function NoClients() {
  const t = useT();
  const sample = useSampleOffer();
  const ways = [
    {
      id: 'import',
      Icon: IconFileSpreadsheet,
      title: t('clients.empty.import'),
      note: t('clients.empty.importNote'),
      action: (
        <Button variant="filled" onClick={() => navigateTo(paths.imports())}>
          {t('clients.empty.importAction')}
        </Button>
      ),
    },
    {
      id: 'create',
      Icon: IconPlus,
      title: t('clients.empty.create'),
      note: t('clients.empty.createNote'),
      action: (
        <Button rightSection={<Keys of="mod+n" />} onClick={() => navigateTo(paths.newClient())}>
          {t('clients.new.button')}
        </Button>
      ),
    },
  ];
  return (
    <EmptyState title={t('clients.empty.title')} note={t('clients.empty.note')} ways={ways} sample={sample} />
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCopy } from '@tabler/icons-react';
import { memo } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { frameMeta } from '#renderer/api/watch-changes.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** Leads to the clients that may be one, where there are any. */
export const DuplicatesButton = memo(function DuplicatesButton() {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const { data } = useQuery({ ...query.clients.duplicates.queryOptions({ input: {} }), meta: frameMeta });
  if (data === undefined || data.total === 0) return null;
  return (
    <Button
      variant="subtle"
      leftSection={<IconCopy size={16} stroke={iconStroke} aria-hidden />}
      onClick={() => navigateTo(paths.duplicates())}
    >
      {t('duplicates.button', { n: format.count(data.total) })}
    </Button>
  );
});

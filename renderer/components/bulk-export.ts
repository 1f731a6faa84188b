import { IconFileExport } from '@tabler/icons-react';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { BulkAction } from './bulk-bar.tsx';

/** 导出 in the bar of every list. */
export const exportAction = (t: TFunction, run: (format: 'xlsx' | 'csv') => void): BulkAction => ({
  id: 'export',
  label: t('bulk.action.export'),
  Icon: IconFileExport,
  letter: 'x',
  choices: (['xlsx', 'csv'] as const).map((format) => ({
    id: format,
    label: t(`components.export.${format}`),
    run: () => run(format),
  })),
});

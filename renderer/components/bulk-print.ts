import { IconPrinter } from '@tabler/icons-react';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { BulkAction } from './bulk-bar.tsx';

/** 打印清单 in the bar of every list. */
export const printAction = (t: TFunction, run: () => void): BulkAction => ({
  id: 'print',
  label: t('bulk.action.print'),
  Icon: IconPrinter,
  letter: 'p',
  run,
});

/** Export of a list: the menu in its page's head, and how far a long one is. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { memo } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import { Job } from './job.tsx';
import { useAfter } from './use-after.ts';
import { useProgressFigures } from './use-progress-figures.ts';
import styles from './export-list.module.css';

interface Progress {
  readonly done: number;
  readonly total: number;
}

const icon = { size: 14, stroke: iconStroke, 'aria-hidden': true } as const;

interface ExportMenuProps {
  readonly disabled: boolean;
  readonly onExport: (format: 'xlsx' | 'csv') => void;
}

export const ExportMenu = memo(function ExportMenu({ disabled, onExport }: ExportMenuProps) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          disabled={disabled}
          leftSection={<IconFileExport size={16} stroke={iconStroke} aria-hidden />}
        >
          {t('components.export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={() => onExport('xlsx')}>
          {t('components.export.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv {...icon} />} onClick={() => onExport('csv')}>
          {t('components.export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});

interface ExportProgressProps {
  readonly title: string;
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** Nothing while nothing is exported, nor in the first second of an export. */
export function ExportProgress({ progress, ...props }: ExportProgressProps) {
  return progress && <Running progress={progress} {...props} />;
}

/** A short export is told by its result alone. */
const quietMs = 1000;

function Running({ title, progress, onCancel }: ExportProgressProps & { readonly progress: Progress }) {
  const t = useT();
  const figuresOf = useProgressFigures();
  const isLong = useAfter(quietMs);
  const { done, total } = progress;
  if (!isLong) return null;
  const isRead = total > 0 && done >= total;
  return (
    <div className={styles.progress}>
      <Job
        title={t('components.export.running', { title })}
        figures={isRead ? t('components.export.writing') : total > 0 && figuresOf('rows', done, total)}
        share={total === 0 ? null : done / total}
        onCancel={onCancel}
      />
    </div>
  );
}

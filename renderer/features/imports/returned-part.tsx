import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface ReturnedPartProps {
  readonly plan: ImportPlan;
  readonly counts: ImportPlan['counts'];
}

/** The rows that stay out, whole or in part, as a workbook to be mended and imported again; nothing where none does. */
export function ReturnedPart({ plan, counts }: ReturnedPartProps) {
  const t = useT();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  const format = useFormat();
  const [saved, setSaved] = useState<{ readonly name: string; readonly rowCount: number } | null>(null);
  const save = async (): Promise<void> => {
    try {
      const name = t('imports.returned.name', {
        name: plan.fileName.replace(/\.(xls[xm]?|csv)$/iu, '.xlsx'),
      });
      const target = await shell.chooseTarget({ kind: 'workbook', name });
      if (target === null) return;
      setSaved(await backend.imports.returnedWorkbook({ planId: plan.planId, target: target.token }));
    } catch (error) {
      report(error);
    }
  };
  const n = counts.refuse + counts.partial;
  if (n === 0) return null;
  return (
    <section>
      <PartHead title={t('imports.returned.title', { n: format.count(n) })}>
        {t('imports.returned.note')}
      </PartHead>
      <Button leftSection={<IconFileExport size={16} stroke={iconStroke} />} onClick={() => void save()}>
        {t('imports.returned.save')}
      </Button>
      {saved && (
        <p>
          <Status of="satisfied">
            {t('imports.returned.saved', { name: saved.name, n: format.count(saved.rowCount) })}
          </Status>
        </p>
      )}
    </section>
  );
}

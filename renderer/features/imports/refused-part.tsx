import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

/** The rows that stay out, as a workbook to be mended and imported again. */
export function RefusedPart({ plan }: { readonly plan: ImportPlan }) {
  const t = useT();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  const [saved, setSaved] = useState<{ readonly name: string; readonly rowCount: number } | null>(null);
  const save = async (): Promise<void> => {
    try {
      const name = t('imports.refusedName', { name: plan.fileName.replace(/\.(xls[xm]?|csv)$/iu, '.xlsx') });
      const target = await shell.chooseTarget({ kind: 'workbook', name });
      if (target === null) return;
      setSaved(await backend.imports.refusedWorkbook({ planId: plan.planId, target: target.token }));
    } catch (error) {
      report(error);
    }
  };
  return (
    <section>
      <PartHead title={t('imports.refused', { n: plan.counts.refuse })}>{t('imports.refusedNote')}</PartHead>
      <Button leftSection={<IconFileExport size={16} stroke={iconStroke} />} onClick={() => void save()}>
        {t('imports.saveRefused')}
      </Button>
      {saved && (
        <p>
          <Status of="satisfied">{t('imports.refusedSaved', { name: saved.name, n: saved.rowCount })}</Status>
        </p>
      )}
    </section>
  );
}

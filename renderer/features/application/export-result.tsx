import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { Result } from '#renderer/components/job.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { WrittenChecklist } from './use-export-checklist.ts';
import styles from './export-result.module.css';

interface ExportResultProps {
  readonly written: WrittenChecklist;
  readonly onDismiss: () => void;
}

/** Where the checklist went; stays until it was read. */
export function ExportResult({ written, onDismiss }: ExportResultProps) {
  const t = useT();
  const format = useFormat();
  const { shell } = useApi();
  const { report } = useFailures();
  const { token, name, pageCount, sizeBytes } = written;
  return (
    <div className={styles.result}>
      <Result
        tone="success"
        title={t('application.export.written', { name })}
        actions={
          <TextButton onClick={() => void shell.reveal({ token }).catch(report)}>
            {t('application.export.reveal')}
          </TextButton>
        }
        onDismiss={onDismiss}
      >
        {t('application.export.size', { count: pageCount, size: format.bytes(sizeBytes) })}
      </Result>
    </div>
  );
}

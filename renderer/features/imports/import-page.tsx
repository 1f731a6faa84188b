import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { DropTarget } from '#renderer/components/drop-target.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Job } from '#renderer/components/job.tsx';
import { PageHead } from '#renderer/components/page.tsx';
import { Steps } from '#renderer/components/steps.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ImportReview } from './import-review.tsx';
import { ImportResult } from './import-result.tsx';
import styles from './imports.module.css';
import { importSession } from './import-store.ts';
import { useImport } from './use-import.ts';
import { useStoppingJob } from './use-stopping-job.ts';

/** A workbook becomes clients: read, looked through, written as one change that one undo takes back. */
export function ImportPage() {
  const t = useT();
  const session = useImport();
  useEffect(() => leaveResult, []);
  const { state } = session;
  const now = state.kind === 'choosing' || state.kind === 'reading' ? 0 : state.kind === 'review' ? 1 : 2;
  return (
    <>
      <PageHead title={t('imports.title')} count={<FileLine session={session} />}>
        <Steps
          names={[t('imports.steps.file'), t('imports.steps.check'), t('imports.steps.write')]}
          now={now}
        />
        {state.kind === 'review' && <ReviewActions session={session} />}
      </PageHead>
      <Stage session={session} />
    </>
  );
}

/** A result is read once; what is looked through or written is still there when the page is come back to. */
function leaveResult(): void {
  if (importSession.get().kind === 'done') importSession.set({ kind: 'choosing' });
}

type SessionProps = { readonly session: ReturnType<typeof useImport> };

function FileLine({ session }: SessionProps) {
  const t = useT();
  const format = useFormat();
  const { state } = session;
  if (state.kind === 'choosing' || state.kind === 'reading') return null;
  const { fileName, sheet, counts } = state.plan;
  return (
    <>
      <IconFileSpreadsheet size={16} stroke={iconStroke} aria-hidden />
      <span className="cf-cut">
        {t('imports.file', { name: fileName, sheet, n: format.count(counts.rows) })}
      </span>
    </>
  );
}

function ReviewActions({ session }: SessionProps) {
  const t = useT();
  const format = useFormat();
  const { state } = session;
  if (state.kind !== 'review') return null;
  const { create, update, merge, newClients, newAccounts, changedFields } = state.plan.counts;
  // Rows that belong together are merged on every import; alone they are no reason to write.
  const written = newClients + newAccounts + changedFields === 0 ? 0 : create + update + merge;
  return (
    <>
      <Button onClick={session.reset}>{t('imports.back')}</Button>
      <Button variant="filled" disabled={written === 0 || state.isDeciding === true} onClick={session.write}>
        {written === 0 ? t('imports.nothingToWrite') : t('imports.write', { n: format.count(written) })}
      </Button>
    </>
  );
}

function Stage({ session }: SessionProps) {
  const t = useT();
  const stoppingJob = useStoppingJob();
  const figuresOf = useProgressFigures();
  const { state } = session;
  switch (state.kind) {
    case 'choosing':
      return <ChooseFile session={session} />;
    case 'reading':
      return (
        <div className={styles.middle}>
          <Job
            title={t('imports.reading', { name: state.name })}
            figures={t('imports.readingNote')}
            share={null}
            onCancel={session.reset}
          />
        </div>
      );
    case 'review':
      return (
        <ImportReview
          plan={state.plan}
          decisions={state.decisions}
          stopped={state.stopped}
          onWrite={session.write}
          onDecide={session.decideRow}
          onMapping={session.remap}
          onSheet={session.chooseSheet}
        />
      );
    case 'writing':
      return (
        <div className={styles.middle}>
          <Job
            title={t('imports.writing', { name: state.plan.fileName })}
            figures={state.total > 0 && figuresOf('clients', state.done, state.total)}
            share={state.total === 0 ? null : state.done / state.total}
            onCancel={session.cancel}
          />
        </div>
      );
    case 'stopping':
      return (
        <div className={styles.middle}>
          <Job {...stoppingJob(state.plan.fileName, state.done, state.total)} />
        </div>
      );
    case 'done':
      return <ImportResult plan={state.plan} outcome={state} onAgain={session.reset} />;
  }
}

function ChooseFile({ session }: SessionProps) {
  const t = useT();
  const { shell } = useApi();
  const [several, setSeveral] = useState(false);
  const pick = async (): Promise<void> => {
    const [file] = await shell.chooseFiles({ kind: 'workbook', multiple: false });
    if (file !== undefined) session.read(file.token, file.name);
  };
  const drop = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (file === undefined) return;
    setSeveral(files.length > 1);
    const granted = await window.certfolio.fileToken(file);
    if (granted !== null) session.read(granted.token, granted.name);
  };
  return (
    <div className={styles.choose}>
      <div className={styles.chooseDrop}>
        <DropTarget
          onFiles={(files) => void drop(files)}
          onPick={() => void pick()}
          saveAs={t('imports.title')}
        >
          {t('imports.drop')}
        </DropTarget>
      </div>
      <Button variant="filled" onClick={() => void pick()}>
        {t('imports.choose')}
      </Button>
      <p className="cf-ink-2">{several ? t('imports.oneFile') : t('imports.chooseNote')}</p>
    </div>
  );
}

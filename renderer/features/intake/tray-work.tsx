import { forgetRefused, useTaking } from '#renderer/api/intake/taking.ts';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Drop } from '#renderer/api/intake/taking.ts';
import type { useFiling } from './use-filing.ts';
import type { OpenTray } from './use-tray.ts';
import { FolderWork } from './watched-folder.tsx';

interface TrayWorkProps {
  readonly filing: ReturnType<typeof useFiling>;
  readonly tray: OpenTray;
}

/** What comes in and what is being filed, and what stayed out and why. */
export function TrayWork({ filing: { filing, forget }, tray }: TrayWorkProps) {
  const t = useT();
  const wordsOf = useErrorWords();
  const figuresOf = useProgressFigures();
  const taking = useTaking();
  const nameOf = (paperId: string): string =>
    t('intake.piece', { n: tray.shape.byPaper.get(paperId)?.no ?? '' });
  return (
    <>
      {taking.drops.map((drop) => (
        <DropJob key={drop.no} drop={drop} />
      ))}
      {filing.now && (
        <Job
          title={t('intake.filing')}
          figures={figuresOf('files', filing.now.done, filing.now.total)}
          share={filing.now.total === 1 ? null : filing.now.done / filing.now.total}
          onCancel={filing.now.cancel}
        />
      )}
      {taking.refused.length > 0 && (
        <Result
          tone="danger"
          title={t('intake.refused', { n: taking.refused.length })}
          onDismiss={forgetRefused}
        >
          {taking.refused.map((file, index) => {
            const { happened, todo } = wordsOf(file);
            return <p key={`${index} ${file.name}`}>{t('intake.why', { happened, todo })}</p>;
          })}
        </Result>
      )}
      <FolderWork />
      {filing.refused.length > 0 && (
        <Result tone="danger" title={t('intake.notFiled', { n: filing.refused.length })} onDismiss={forget}>
          {filing.refused.map((each) => {
            const { happened, todo } = wordsOf(each);
            return (
              <p key={each.paperId}>{t('intake.whyOf', { name: nameOf(each.paperId), happened, todo })}</p>
            );
          })}
        </Result>
      )}
    </>
  );
}

/** How far one drop is: its folders are gone through, its files are read, and then all are put into the tray. */
function DropJob({ drop: { step, cancel } }: { readonly drop: Drop }) {
  const t = useT();
  const format = useFormat();
  const figuresOf = useProgressFigures();
  switch (step.kind) {
    case 'looking':
      return (
        <Job
          title={t('intake.looking', { name: step.name })}
          figures={t('intake.foundSoFar', { n: format.count(step.fileCount) })}
          share={null}
          onCancel={cancel}
        />
      );
    case 'taking':
      return (
        <Job
          title={t('intake.taking', { name: step.name })}
          figures={figuresOf('files', step.fileNo, step.fileCount)}
          share={step.fileCount === 1 ? null : (step.fileNo - 1) / step.fileCount}
          onCancel={cancel}
        />
      );
    case 'keeping':
      return (
        <Job
          title={t('intake.keeping')}
          figures={figuresOf('files', step.done, step.total)}
          share={step.done / step.total}
          onCancel={cancel}
        />
      );
  }
}

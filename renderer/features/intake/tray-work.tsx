import { setTaking, useTaking } from '#renderer/api/intake/taking.ts';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { useFiling } from './use-filing.ts';
import type { OpenTray } from './use-tray.ts';

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
  const { now } = taking;
  const nameOf = (paperId: string): string =>
    t('intake.piece', { n: tray.shape.byPaper.get(paperId)?.no ?? '' });
  return (
    <>
      {now && (
        <Job
          title={t('intake.taking', { name: now.name })}
          figures={figuresOf('files', now.fileNo, now.fileCount)}
          share={now.fileCount === 1 ? null : (now.fileNo - 1) / now.fileCount}
          onCancel={now.cancel}
        />
      )}
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
          onDismiss={() => setTaking({ refused: [] })}
        >
          {taking.refused.map((file, index) => {
            const { happened, todo } = wordsOf(file);
            return <p key={`${index} ${file.name}`}>{t('intake.why', { happened, todo })}</p>;
          })}
        </Result>
      )}
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

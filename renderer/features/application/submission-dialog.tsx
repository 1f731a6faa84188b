import { useQuery } from '@tanstack/react-query';
import type { LeftOutPaper, MissingPaper } from '#shared/contract/hand-outs.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useOccasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import type { Occasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import { useFollowed } from '#renderer/api/use-followed.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { Status } from '#renderer/components/status.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import styles from './submission-dialog.module.css';

/** What the folder of the submission would hold and lack, for whom it is; then it is written where the user says. */
export function SubmissionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { query } = useApi();
  const language = useLanguage();
  const { details } = useCase();
  const { id: applicationId, clientId } = details.application;
  const plan = useQuery(query.handOuts.submission.queryOptions({ input: { applicationId, language } })).data;
  // What it is for is known: not what another client's copies were for.
  const purpose = t(`vocabulary.applicationKind.${details.application.kind}`);
  const { said, isComplete, fields } = useOccasion(clientId, { purpose });
  const write = useWriteSubmission(applicationId);
  const isEmpty = plan?.files.length === 0;
  return (
    <FormDialog
      title={t('handOuts.submission.title')}
      confirm={t('handOuts.submission.confirm')}
      canSave={isComplete && plan !== undefined && !isEmpty}
      onSave={() => write(plan?.folderName ?? '', said)}
      onClose={onClose}
      width={560}
    >
      {fields}
      {plan === undefined ? <SkeletonRows count={4} /> : <Contents {...plan} />}
      <p className="cf-xs cf-ink-2">{t('handOuts.give.note')}</p>
    </FormDialog>
  );
}

interface ContentsProps {
  readonly files: readonly { readonly name: string; readonly versionId: string; readonly lineNo: number }[];
  readonly missing: readonly MissingPaper[];
  readonly leftOut: readonly LeftOutPaper[];
}

function Contents({ files, missing, leftOut }: ContentsProps) {
  const t = useT();
  const say = useRuleText();
  return (
    <div className={styles.contents}>
      <h3 className={styles.head}>
        {files.length === 0
          ? t('handOuts.submission.empty')
          : t('handOuts.submission.files', { count: files.length })}
      </h3>
      <ul className={styles.list}>
        {files.map(({ name, versionId, lineNo }) => (
          <li key={`${lineNo} ${versionId}`} className="cf-cut" title={name}>
            {name}
          </li>
        ))}
      </ul>
      {missing.length === 0 ? (
        <Status of="satisfied">{t('handOuts.submission.complete')}</Status>
      ) : (
        <>
          <Status of="warning">{t('handOuts.submission.missing', { n: missing.length })}</Status>
          <ul className={styles.list}>
            {missing.map(({ lineNo, title, reason }) => (
              <li key={lineNo} className={styles.missing}>
                <span className="cf-cut">{say(title)}</span>
                <span className="cf-xs cf-ink-3 cf-nowrap">{t(`vocabulary.missingPaper.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <Status of="warning">{t('handOuts.submission.leftOut', { count: leftOut.length })}</Status>
          <ul className={styles.list}>
            {leftOut.map(({ lineNo, title, validUntil }, index) => (
              <li key={`${lineNo} ${index}`} className={styles.missing}>
                <span className="cf-cut">{say(title)}</span>
                <span className="cf-xs cf-ink-3 cf-nowrap">
                  {t('handOuts.submission.expiredOn', { date: validUntil })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Asks where and writes; resolves with whether a place was chosen. How far it is and what came of it are told wherever the user is. */
function useWriteSubmission(applicationId: string) {
  const t = useT();
  const language = useLanguage();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  const follow = useFollowed();
  return async (name: string, occasion: Occasion): Promise<boolean> => {
    try {
      const chosen = await shell.chooseTarget({ kind: 'folder', name });
      if (chosen === null) return false;
      const { token: target } = chosen;
      const asked = { applicationId, target, language, ...occasion };
      const written = await follow(
        t('handOuts.submission.running'),
        (signal) => backend.handOuts.writeSubmission(asked, { signal }),
        { figures: 'records', cancelled: t('handOuts.submission.cancelled') },
      );
      if (written === undefined) return false;
      showToast({
        message: t('handOuts.submission.written', { name: written.name, count: written.fileCount }),
        action: {
          label: t('handOuts.give.reveal'),
          run: () => void shell.reveal({ token: target }).catch(report),
        },
      });
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
}

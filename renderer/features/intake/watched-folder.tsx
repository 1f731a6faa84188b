import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFolderBolt, IconFolderOff } from '@tabler/icons-react';
import type { WatchedFolder } from '#shared/contract/intake.ts';
import { useApi } from '#renderer/api/api.tsx';
import { isAppErrorCode } from '#renderer/api/app-error.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Result } from '#renderer/components/job.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { placeOfTwin } from './place-of-twin.ts';
import styles from './intake-page.module.css';

/** Which folder is watched and whether it can be read; leads to where it is chosen. */
export function FolderState() {
  const t = useT();
  const { query } = useApi();
  const { data } = useQuery(query.intake.folder.queryOptions());
  if (data === undefined) return null;
  const StateIcon = data.state === 'watching' ? IconFolderBolt : IconFolderOff;
  return (
    <Link href={paths.settings('intake')} className={`${styles.folder} cf-row cf-cut`}>
      {data.folderName !== null && (
        <StateIcon
          size={14}
          stroke={iconStroke}
          aria-hidden
          className={data.state === 'gone' ? 'cf-warning' : undefined}
        />
      )}
      <span className="cf-cut" title={stateWords(data, t)}>
        {stateWords(data, t)}
      </span>
    </Link>
  );
}

function stateWords(
  { folderName: name, state, waitingCount, leftCount }: WatchedFolder,
  t: TFunction,
): string {
  if (name === null) return t('intake.folder.watch');
  if (state !== 'watching') return t(`intake.folder.${state}`, { name });
  const words =
    waitingCount > 0
      ? t('intake.folder.waiting', { name, n: waitingCount })
      : t('intake.folder.watching', { name });
  return leftCount === 0
    ? words
    : t('intake.folder.and', { words, left: t('intake.folder.left', { n: leftCount }) });
}

/** What of the watched folder stayed out, and what was here already. */
export function FolderWork() {
  const t = useT();
  const format = useFormat();
  const wordsOf = useErrorWords();
  const { query, backend } = useApi();
  const { report } = useFailures();
  const { data, refetch } = useQuery(query.intake.folder.queryOptions());
  if (data === undefined || data.folderName === null) return null;
  const { folderName: folder, faults, known } = data;
  const run = (call: () => PromiseLike<unknown>): void =>
    void Promise.resolve(call()).then(() => refetch(), report);
  return (
    <>
      {faults.length > 0 && (
        <Result
          tone="danger"
          title={t('intake.folder.faults', { folder, n: format.count(faults.length) })}
          actions={
            <Button size="xs" onClick={() => run(() => backend.intake.lookInFolder())}>
              {t('intake.folder.retry')}
            </Button>
          }
        >
          {faults.map(({ name, code, data: values }) => {
            const { happened, todo } = wordsOf({
              code: isAppErrorCode(code) ? code : 'INTERNAL',
              data: values,
            });
            // Most say themselves which file it is.
            const isNamed = values.name === name;
            return (
              <p key={name}>
                {isNamed ? t('intake.why', { happened, todo }) : t('intake.whyOf', { name, happened, todo })}
              </p>
            );
          })}
        </Result>
      )}
      {known.length > 0 && (
        <Result
          tone="warning"
          title={t('intake.folder.known', { folder, n: format.count(known.length) })}
          onDismiss={() => run(() => backend.intake.forgetKnown())}
        >
          {known.map(({ name, here }, index) => (
            <p key={`${index} ${name}`}>{t('intake.folder.isAt', { name, where: placeOfTwin(here, t) })}</p>
          ))}
        </Result>
      )}
    </>
  );
}

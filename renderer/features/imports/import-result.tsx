import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { Result } from '#renderer/components/job.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import { LeftOutPart } from './left-out-part.tsx';
import { ReturnedPart } from './returned-part.tsx';
import type { ImportOutcome } from './import-store.ts';

interface ImportResultProps {
  readonly plan: ImportPlan;
  readonly outcome: ImportOutcome;
  readonly onAgain: () => void;
}

/** What was written and what was not; stays until it is left. */
export function ImportResult({ plan, outcome, onAgain }: ImportResultProps) {
  const t = useT();
  const format = useFormat();
  const takeBack = useTakeBack();
  const { create, update, merge, same, skip } = outcome.counts;
  const refused = outcome.refusedRows.length;
  const { changeId, leftOut } = outcome;
  const stands = useStands(changeId);
  return (
    <div className={styles.middle}>
      <Result
        tone={refused + leftOut.length > 0 || !stands ? 'warning' : 'success'}
        title={
          !stands
            ? t('imports.takenBack')
            : changeId !== null
              ? t('imports.done', {
                  create: format.count(create),
                  update: format.count(update),
                  merge: format.count(merge),
                  same: format.count(same),
                })
              : t('imports.doneNothing')
        }
      >
        {refused > 0 && <p>{t('imports.doneRefused', { n: format.count(refused) })}</p>}
        {leftOut.length > 0 && <p>{t('imports.doneLeftOut', { n: format.count(leftOut.length) })}</p>}
        {skip > 0 && <p>{t('imports.doneSkipped', { n: format.count(skip) })}</p>}
      </Result>
      <div className="cf-row">
        <Button variant="filled" onClick={() => navigateTo(paths.clients())}>
          {t('imports.toClients')}
        </Button>
        {changeId !== null && stands && (
          <Button onClick={() => takeBack(changeId)}>{t('imports.undo')}</Button>
        )}
        <Button onClick={onAgain}>{t('imports.back')}</Button>
      </div>
      {leftOut.length > 0 && <LeftOutPart leftOut={leftOut} />}
      <ReturnedPart plan={plan} counts={outcome.counts} />
    </div>
  );
}

/** The result follows the history: an import may be taken back, and done again, while it is shown. */
function useStands(changeId: string | null): boolean {
  const { query } = useApi();
  const { data } = useQuery({
    ...query.history.stands.queryOptions({ input: { changeId: changeId ?? '' } }),
    enabled: changeId !== null,
    meta: { onChangeOnly: true },
  });
  return data !== false;
}

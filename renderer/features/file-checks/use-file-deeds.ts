import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

/** What can be done about files with a fault; each says what came of it. */
export function useFileDeeds(onDone: () => void) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const run = (work: () => Promise<string>): void =>
    void work()
      .then((message) => {
        showToast({ message });
        onDone();
      })
      .catch(report);
  return {
    check: (hashes: readonly string[]) =>
      run(async () => {
        const { faultCount } = await backend.fileChecks.check({ sha256s: [...hashes] });
        return faultCount === 0
          ? t('fileChecks.allGood')
          : t('fileChecks.stillFaulty', { count: faultCount });
      }),
    repair: (hashes: readonly string[]) =>
      run(async () => {
        const { repairedCount, leftCount } = await backend.fileChecks.repair({ sha256s: [...hashes] });
        const said = t('fileChecks.repaired', { count: repairedCount });
        return leftCount === 0
          ? said
          : said + t('fileChecks.comma') + t('fileChecks.notRepaired', { count: leftCount });
      }),
    remove: (hashes: readonly string[]) =>
      run(async () => {
        const { removedCount } = await backend.fileChecks.removeOrphans({ sha256s: [...hashes] });
        return t('fileChecks.removed', { count: removedCount });
      }),
  };
}

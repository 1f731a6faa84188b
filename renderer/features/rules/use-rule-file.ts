import { useCallback } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';

/** Asks for a file of rules; hands on the token that stands for it. */
export function useRuleFile(onFile: (token: string) => void): () => void {
  const { shell } = useApi();
  const { report } = useFailures();
  return useCallback(() => {
    shell
      .chooseFiles({ kind: 'rules', multiple: false })
      .then(([file]) => {
        if (file !== undefined) onFile(file.token);
      })
      .catch(report);
  }, [onFile, report, shell]);
}

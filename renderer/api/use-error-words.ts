import { useCallback } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ShownError } from './app-error.ts';

export interface ErrorWords {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

/** Every place that a sentence may have; a failure fills its own. */
const noData = {
  appId: '',
  candidates: '',
  category: '',
  count: 0,
  creditCode: '',
  entityTypes: '',
  expected: '',
  field: '',
  found: '',
  name: '',
  owner: '',
  known: '',
  lastYear: '',
  max: 0,
  min: 0,
  reason: '',
  sheet: '',
  supported: '',
  text: '',
  title: '',
  value: '',
  year: '',
};

/** Code and data of a failure as the three sentences of the interface: what happened, what is safe, what to do. */
export function useErrorWords(): (error: Pick<ShownError, 'code' | 'data'>) => ErrorWords {
  const t = useT();
  return useCallback(
    ({ code, data }) => {
      const values = { ...noData, ...data };
      return {
        happened: t(`errors.${code}.happened`, values),
        safe: t(`errors.${code}.safe`, values),
        todo: t(`errors.${code}.todo`, values),
      };
    },
    [t],
  );
}

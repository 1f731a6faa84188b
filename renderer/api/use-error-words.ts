import { useCallback } from 'react';
import { refusalReasons } from '#shared/contract/refusal.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { ShownError } from './app-error.ts';
import { useActionWords } from './use-action-words.ts';

export interface ErrorWords {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

/** Every place that a sentence may have; a failure fills its own. */
const noData = {
  accountNumber: '',
  appId: '',
  candidates: '',
  category: '',
  count: 0,
  creditCode: '',
  entityTypes: '',
  expected: '',
  field: '',
  folder: '',
  formats: '',
  found: '',
  heightPx: 0,
  name: '',
  owner: '',
  mostPages: 0,
  pageCount: 0,
  pageNo: 0,
  published: '',
  known: '',
  lastYear: '',
  later: '',
  limit: 0,
  max: 0,
  min: 0,
  reason: '',
  rowNo: 0,
  sheet: '',
  supported: '',
  text: '',
  title: '',
  value: '',
  widthPx: 0,
  year: '',
};

/** Code and data of a failure as the three sentences of the interface: what happened, what is safe, what to do. */
export function useErrorWords(): (error: Pick<ShownError, 'code' | 'data'>) => ErrorWords {
  const t = useT();
  const format = useFormat();
  const wordsOf = useActionWords();
  return useCallback(
    ({ code, data }) => {
      const { laterAction, laterAtMs } = data;
      const later =
        typeof laterAction === 'string' && typeof laterAtMs === 'number'
          ? t('inTheWay.later', { action: wordsOf(laterAction), at: format.moment(laterAtMs, Date.now()) })
          : t('inTheWay.elsewhere');
      const values = { ...noData, ...listed(data, t), later, reason: refusalWords(data, t) };
      return {
        happened: t(`errors.${code}.happened`, values),
        safe: t(`errors.${code}.safe`, values),
        todo: t(`errors.${code}.todo`, values),
      };
    },
    [t, format, wordsOf],
  );
}

/** What to do about a refusal, where the failure is one. */
function refusalWords(data: object, t: TFunction): string {
  const reason = refusalReasons.find((known) => 'reason' in data && data.reason === known);
  return reason === undefined ? '' : t(`refusals.${reason}`);
}

/** The data with every list as one text. */
const listed = (data: object, t: TFunction): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.join(t('application.list')) : value,
    ]),
  );

import { useCallback } from 'react';
import type { RenewalOffer } from '#shared/contract/renewal.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { hideToast, showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useFailures } from './failures.tsx';

/** More at once are not read; the page of each paper has the way there. */
const toldAtMost = 3;

/** What is still on the screen, by the paper that would be replaced. */
const offered = new Map<string, string>();

/** Once it was replaced there is nothing to offer. */
export function hideRenewalOffer(oldId: string): void {
  const toast = offered.get(oldId);
  offered.delete(oldId);
  if (toast !== undefined) hideToast(toast);
}

/**
 * Says, once files were stored, which older papers they may take the place of, and leads there, or that they contradict the
 * client; nothing is done unasked.
 */
export function useRenewalOffer(): (changeId: string) => void {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  return useCallback(
    (changeId) => {
      const tell = ({ old, renewed, clientName, check, ...counts }: RenewalOffer): void => {
        const paper = old.title === '' ? t(`vocabulary.documentKind.${old.kind}`) : old.title;
        const parts = [
          counts.useCount > 0 && t('components.renewal.uses', { count: counts.useCount }),
          counts.accountCount > 0 && t('components.renewal.accounts', { count: counts.accountCount }),
          counts.fieldCount > 0 && t('components.renewal.fields', { count: counts.fieldCount }),
        ].filter((part) => part !== false);
        const touched = parts.join(t('components.renewal.comma'));
        const conflict = check.differences.find(({ weight }) => weight === 'conflict');
        hideRenewalOffer(old.id);
        const toast = showToast({
          message:
            conflict === undefined
              ? t('components.renewal.touches', { client: clientName, paper, touched })
              : t('components.renewal.contradicted', {
                  ...{ client: clientName, paper },
                  field: t(`vocabulary.statedField.${conflict.field}`),
                }),
          stays: conflict === undefined ? 'long' : 'until_closed',
          action: {
            label: t('components.renewal.look'),
            run: () => navigateTo(paths.renewal(old.id, renewed.id)),
          },
        });
        offered.set(old.id, toast);
      };
      backend.renewal
        .offers({ changeId })
        .then(({ offers }) => offers.slice(0, toldAtMost).forEach(tell))
        .catch(report);
    },
    [backend, report, t],
  );
}

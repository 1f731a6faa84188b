import type { DuplicateReason } from '#shared/domain/duplicate-clients.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Link {
  readonly reasons: readonly DuplicateReason[];
  readonly codesDiffer: boolean;
}

/** Why two clients may be one, in words, the strongest reason first. */
export const reasonWords = ({ reasons }: Pick<Link, 'reasons'>, t: TFunction): string[] =>
  reasons.map(({ kind, value }) => {
    switch (kind) {
      case 'same_code':
      case 'code_within':
        return t(`duplicates.reason.${kind}`, { value });
      case 'same_app_id':
        // The platform stands before the id.
        return t('duplicates.reason.same_app_id', { value: value.slice(value.indexOf(' ') + 1) });
      case 'same_original_id':
        return t('duplicates.reason.same_original_id', { value });
      case 'same_organisation':
      case 'same_name':
        return t(`duplicates.reason.${kind}`);
    }
  });

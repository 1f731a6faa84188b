import { headTitleOf } from '#shared/domain/head-title.ts';
import type { MergeField } from '#shared/domain/client-merge.ts';
import type { MergeSide } from '#shared/contract/merging.ts';
import { useFieldWords } from '#renderer/api/use-field-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** Names of the fields between which a merge chooses, and their values in words. */
export function useMergeWords() {
  const t = useT();
  const words = useFieldWords();
  return {
    label: (field: MergeField, { entityType }: Pick<MergeSide, 'entityType'>): string =>
      field === 'legalRepresentative'
        ? t(`vocabulary.headTitle.${headTitleOf(entityType)}`)
        : words.label(field),
    value: (field: MergeField, client: MergeSide): string => words.value(field, client[field]),
    /** What goes with the value: why a code is used, the day on which somebody looked. */
    note(field: MergeField, { creditCodeNote, standingCheckedOn }: MergeSide): string | null {
      if (field === 'creditCode') return creditCodeNote;
      if (field !== 'standing' || standingCheckedOn === null) return null;
      return `${words.label('standingCheckedOn')} ${standingCheckedOn}`;
    },
  };
}

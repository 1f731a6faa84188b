import type { KnownFile } from '#shared/contract/intake.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

/** Where the bytes or the picture of a file are already, in words. */
export const placeOfTwin = (twin: KnownFile['here'] | undefined, t: TFunction): string =>
  twin?.of === 'document'
    ? t('intake.twin.document', {
        client: twin.clientName,
        // A paper that nobody named is called by its kind.
        title: twin.title === '' ? t(`vocabulary.documentKind.${twin.documentKind}`) : twin.title,
        no: twin.versionNo,
      })
    : t('intake.twin.file', { name: twin?.name ?? '' });

import type { DocumentRow } from '#shared/contract/documents.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';

/** What has taken its place, and whose place it has taken. */
export function OtherPapers({ paper: { replacedBy, replaces } }: { readonly paper: DocumentRow }) {
  const t = useT();
  const format = useFormat();
  const { today } = useClient();
  const nameOf = ({ title, kind }: DocumentRow['replaces'][number]): string =>
    title === '' ? t(`vocabulary.documentKind.${kind}`) : title;
  return (
    <>
      {replacedBy !== null && (
        <Link href={paths.document(replacedBy.id)}>
          {t('client.papers.replacedBy', {
            paper: nameOf(replacedBy),
            date: format.dateNear(replacedBy.on, today),
          })}
        </Link>
      )}
      {replaces.map((other) => (
        <Link key={other.id} href={paths.document(other.id)}>
          {t('client.papers.replaces', { paper: nameOf(other) })}
        </Link>
      ))}
    </>
  );
}

import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from '../client-context.tsx';
import { LaneLegend } from '../lane-row.tsx';
import { byEnd } from '#renderer/components/paper-order.ts';
import { PaperRow } from '../paper-row.tsx';
import { Section } from '../section.tsx';

/** Papers of the client that the account's applications use, the one that ends first on top. */
export function UsedPapersSection() {
  const t = useT();
  const { documents, client } = useClient().details;
  const papers = [...documents].sort(byEnd);
  return (
    <Section
      id="papers"
      title={t('account.papers.title')}
      count={papers.length > 0 ? t('client.papers.count', { n: papers.length }) : undefined}
      end={papers.length > 0 && <LaneLegend />}
    >
      {papers.length === 0 ? (
        <EmptyLine>
          {t('account.papers.empty')}{' '}
          <Link href={paths.client(client.id, 'papers')}>{t('account.papers.all')}</Link>
        </EmptyLine>
      ) : (
        <ul>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
    </Section>
  );
}

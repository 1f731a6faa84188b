import { useState } from 'react';
import type { ChosenFile } from '#shared/contract/shell.ts';
import { isClosed } from '#shared/domain/application.ts';
import { validityOf } from '#shared/domain/validity.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFileDrop } from '#renderer/components/use-file-drop.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AddPaperDialog } from './add-paper-dialog.tsx';
import { useClient } from './client-context.tsx';
import { chosenOf } from '#renderer/api/chosen-files.ts';
import { LaneLegend } from './lane-row.tsx';
import { byEnd } from '#renderer/components/paper-order.ts';
import { PaperRow } from './paper-row.tsx';
import { Section } from './section.tsx';
import styles from './lanes.module.css';

/** Every paper of the client, the one that ends first on top; files dropped here become a paper. */
export function PapersSection() {
  const t = useT();
  const { shell } = useApi();
  const { report } = useFailures();
  const { details } = useClient();
  const [adding, setAdding] = useState<readonly ChosenFile[] | null>(null);
  const papers = [...details.documents].sort(byEnd);
  const take = (files: readonly File[]): void => {
    chosenOf(files).then(setAdding, report);
  };
  const pick = (): void => {
    shell
      .chooseFiles({ kind: 'scan', multiple: true })
      .then((files) => {
        if (files.length > 0) setAdding(files);
      })
      .catch(report);
  };
  const drop = useFileDrop(take);
  return (
    <div className={drop.hot ? styles.hot : undefined} {...drop.handlers}>
      <Section
        id="papers"
        title={t('client.papers.title')}
        count={<PapersCount />}
        end={papers.length > 0 && <LaneLegend />}
      >
        <ul>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} />
          ))}
        </ul>
        <Lacking hot={drop.hot} onPick={pick} isEmpty={papers.length === 0} />
      </Section>
      {adding !== null && <AddPaperDialog files={adding} onClose={() => setAdding(null)} />}
    </div>
  );
}

function PapersCount() {
  const t = useT();
  const { details, today } = useClient();
  const total = details.documents.length;
  const expired = details.documents.filter(
    ({ validUntil }) => validityOf(validUntil, today).state === 'expired',
  ).length;
  if (total === 0) return null;
  return (
    <>
      <span>{t('client.papers.count', { n: total })}</span>
      {expired > 0 && (
        <span className="cf-danger">{t('status.numbered.expired_papers', { n: expired })}</span>
      )}
      {total > 1 && <span className="cf-xs">{t('client.papers.order')}</span>}
    </>
  );
}

interface LackingProps {
  readonly hot: boolean;
  readonly isEmpty: boolean;
  readonly onPick: () => void;
}

/** What the applications under way still lack, and the place for files. */
function Lacking({ hot, isEmpty, onPick }: LackingProps) {
  const t = useT();
  const orderWords = useOrderWords();
  const lacking = useClient().details.applications.filter(
    ({ stage, missingCount }) => !isClosed(stage) && missingCount > 0,
  );
  const total = lacking.reduce((sum, { missingCount }) => sum + missingCount, 0);
  const pick = <TextButton onClick={onPick}>{t('components.drop.pick')}</TextButton>;
  if (hot) return <EmptyLine>{t('components.drop.releaseHere')}</EmptyLine>;
  if (total === 0) {
    return (
      <EmptyLine>
        <span className="cf-grow">
          {isEmpty ? t('client.papers.empty') : t('client.papers.nothingLacks')}
        </span>
        {pick}
      </EmptyLine>
    );
  }
  return (
    <div className={styles.lacking}>
      <Status of="missing">{t('status.numbered.missing', { n: total })}</Status>
      <span className="cf-row">
        {lacking.map(({ id, accountName, kind, category, missingCount }) => (
          <Link key={id} className="cf-cut" href={paths.application(id)}>
            {t('client.papers.lackingOf', {
              name: accountName,
              kind: orderWords({ kind, category }),
              n: missingCount,
            })}
          </Link>
        ))}
      </span>
      <span />
      {pick}
    </div>
  );
}

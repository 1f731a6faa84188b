import { useMemo } from 'react';
import type { ListedDocument } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { ValidityCell } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import { VaultPicture } from '#renderer/components/vault-picture.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FoundInFile } from './found-in-file.tsx';
import styles from './documents.module.css';

/** The columns of the papers table; `now` tells today, and what `search` finds in a file is marked. */
export function useDocumentColumns(
  now: { readonly nowMs: number } | undefined,
  search: string,
): readonly Column<ListedDocument>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'paper',
        always: true,
        title: t('documents.column.paper'),
        width: 'minmax(220px, 1.6fr)',
        render: (row) => <PaperCell row={row} search={search} />,
      },
      {
        id: 'client',
        title: t('documents.column.client'),
        width: 'minmax(180px, 1.2fr)',
        render: (row) => (
          <Link
            className={`${styles.client} cf-cut`}
            href={paths.client(row.clientId, `paper.${row.id}`)}
            tabIndex={-1}
          >
            {row.clientName}
          </Link>
        ),
      },
      {
        id: 'validity',
        title: t('documents.column.validity'),
        width: 'calc(var(--cf-col-validity) + 12px)',
        render: (row) => now && <ValidUntilCell row={row} today={dateOfInstant(now.nowMs)} />,
      },
      {
        id: 'files',
        title: t('documents.column.files'),
        width: 'minmax(160px, 1fr)',
        wideOnly: true,
        render: (row) => <FilesCell row={row} />,
      },
      {
        id: 'added',
        title: t('documents.column.added'),
        width: '112px',
        render: (row) => <span className="cf-ink-2">{format.monthDay(dateOfInstant(row.createdAtMs))}</span>,
      },
    ],
    [t, format, now, search],
  );
}

/** A paper without a date is only doubtful when it prints one. */
function ValidUntilCell({ row, today }: { readonly row: ListedDocument; readonly today: CalendarDate }) {
  const t = useT();
  if (row.replacedBy !== null) return <Status of="replaced" />;
  if (row.validUntil !== null) return <ValidityCell {...shownValidity(row.validUntil, today)} />;
  if (!carriesValidity(row.kind)) return <span className="cf-xs cf-ink-3">{t('documents.noValidity')}</span>;
  return <Status of="to_confirm">{t('documents.validityUnknown')}</Status>;
}

function PaperCell({ row, search }: { readonly row: ListedDocument; readonly search: string }) {
  const t = useT();
  const first = row.current[0];
  const kind = t(`vocabulary.documentKind.${row.kind}`);
  const name = row.title === '' ? kind : row.title;
  const facts = [name === kind ? null : kind, row.contactName, row.number].filter((fact) => fact !== null);
  return (
    <span className="cf-row">
      {first && (
        <VaultPicture
          key={first.sha256}
          className={styles.thumbnail}
          sha256={first.sha256}
          form="thumbnail"
          alt={t('documents.picture', { name: first.originalName })}
          lazy
        />
      )}
      <span className={styles.names}>
        <span className="cf-cut">{name}</span>
        {row.inFile ? (
          <FoundInFile inFile={row.inFile} search={search} />
        ) : (
          facts.length > 0 && (
            <span className="cf-xs cf-ink-3 cf-cut">{facts.join(t('documents.comma'))}</span>
          )
        )}
      </span>
    </span>
  );
}

function FilesCell({ row }: { readonly row: ListedDocument }) {
  const t = useT();
  const format = useFormat();
  const bytes = row.current.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const pages = row.current.reduce((sum, { pageCount }) => sum + pageCount, 0);
  return (
    <span className={styles.names}>
      <span className="cf-cut">{row.current[0]?.originalName}</span>
      <span className="cf-xs cf-ink-3">
        {[
          row.current.length > 1 ? t('documents.files', { n: row.current.length }) : null,
          t('documents.pages', { count: pages }),
          format.bytes(bytes),
          row.versionCount > row.current.length ? t('documents.versions', { n: row.versionCount }) : null,
        ]
          .filter((fact) => fact !== null)
          .join(t('documents.comma'))}
      </span>
    </span>
  );
}

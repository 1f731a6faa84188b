import { Popover } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { staysInView } from '#renderer/components/stays-in-view.ts';
import { useEscape } from '#renderer/components/use-layer.ts';
import { Status } from '#renderer/components/status.tsx';
import { ValidityStatus } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { LaneRow } from './lane-row.tsx';
import { PaperCard } from './paper-card.tsx';
import styles from './client.module.css';

/** One paper with its years; it opens a card with its pictures and dates. */
export function PaperRow({ paper }: { readonly paper: DocumentRow }) {
  const t = useT();
  const { today } = useClient();
  const [isOpen, setOpen] = useState(false);
  useEscape(isOpen, () => setOpen(false));
  const kind = t(`vocabulary.documentKind.${paper.kind}`);
  const own = paper.title === '' ? kind : paper.title;
  const { contactName: person } = paper;
  const name =
    person === null || own.includes(person) ? own : t('client.papers.ofPerson', { person, paper: own });
  const { validUntil: until } = paper;
  const validity = shownValidity(until, today);
  const isUndated = until === null;
  // A paper without a date is only doubtful when it prints one.
  const undated = t(carriesValidity(paper.kind) ? 'client.papers.undated' : 'client.papers.noValidity');
  return (
    <LaneRow
      place={`paper.${paper.id}`}
      Icon={IconFile}
      sub={useFacts(paper)}
      until={until}
      status={
        paper.replacedBy !== null ? (
          <Status of="replaced" />
        ) : isUndated ? (
          <span className="cf-xs cf-ink-3">{undated}</span>
        ) : (
          <ValidityStatus state={validity.state} days={validity.days} />
        )
      }
      lane={{
        label:
          until === null
            ? undated
            : t('client.lane.until', { date: until === 'forever' ? t('status.word.no_expiry') : until }),
        today,
        from: paper.validFromOn ?? (isUndated ? null : dateOfInstant(paper.createdAtMs)),
        until,
        lapsed: validity.state === 'expired',
        ...(validity.state === 'expiring' && { tone: 'warning' as const }),
      }}
    >
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-start"
        middlewares={staysInView}
        width={360}
        trapFocus
        returnFocus
        closeOnEscape={false}
      >
        <Popover.Target>
          <button
            type="button"
            className={styles.plain}
            title={name}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <span className="cf-cut">{name}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <PaperCard paper={paper} onClose={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
    </LaneRow>
  );
}

/** What has taken its place, or whose it has taken; else what it is, how many sides, which version. */
function useFacts(paper: DocumentRow): string {
  const t = useT();
  const format = useFormat();
  const { today } = useClient();
  const { replacedBy } = paper;
  const [replaced] = paper.replaces;
  const nameOf = ({ title, kind }: Pick<DocumentRow, 'title' | 'kind'>): string =>
    title === '' ? t(`vocabulary.documentKind.${kind}`) : title;
  const other =
    replacedBy !== null
      ? t('client.papers.replacedBy', {
          paper: nameOf(replacedBy),
          date: format.dateNear(replacedBy.on, today),
        })
      : replaced && t('client.papers.replaces', { paper: nameOf(replaced) });
  if (other !== undefined) return other;
  const facts = [
    paper.title === t(`vocabulary.documentKind.${paper.kind}`) || paper.title === ''
      ? null
      : t(`vocabulary.documentKind.${paper.kind}`),
    paper.current.length > 1 ? t('client.papers.files', { n: paper.current.length }) : null,
    paper.versionCount > paper.current.length ? t('client.papers.versions', { n: paper.versionCount }) : null,
  ];
  return facts.filter((fact) => fact !== null).join(t('client.comma'));
}

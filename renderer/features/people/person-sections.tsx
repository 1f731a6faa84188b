import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { PersonLink, PersonPaper, PersonReport } from '#shared/contract/people.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { maskIdNumber, maskNumbersIn, maskPhone } from '#shared/domain/mask.ts';
import { useActionWords } from '#renderer/api/use-action-words.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { tableWords } from './stay-words.ts';
import styles from './people.module.css';

interface SectionsProps {
  readonly report: PersonReport;
  /** Numbers in full. */
  readonly isShown: boolean;
}

/** All that is held, in groups; each line leads to where it stands. */
export function PersonSections({ report, isShown }: SectionsProps) {
  const t = useT();
  const actionWords = useActionWords();
  const said = (text: string): string => (isShown ? text : maskNumbersIn(text));
  return (
    <>
      <Facts report={report} isShown={isShown} />
      <Group name="links" items={report.links}>
        {(link) => [client(link), rolesOf(link, t), stateOfLink(link, t)]}
      </Group>
      <Group name="papers" items={report.papers}>
        {(paper) => [paperLink(paper, t), client(paper), paperFacts(paper, isShown, t)]}
      </Group>
      <Group name="places" items={report.places.filter(({ table }) => table !== 'contacts')}>
        {(place) => [
          tableWords(place.table, t),
          client(place),
          place.table === 'judgements' ? '' : said(shortened(place.text)),
        ]}
      </Group>
      <Group name="texts" items={report.texts}>
        {({ documentId, documentTitle, documentKind, excerpt, ...of }) => [
          documentId === null ? (
            t('people.table.intake_files')
          ) : (
            <Link href={paths.document(documentId)}>{titleOf(documentTitle, documentKind, t)}</Link>
          ),
          client(of),
          said(excerpt),
        ]}
      </Group>
      <Group name="copies" items={report.copies}>
        {(copy) => [
          moment(copy.handedAtMs),
          said(copy.copyName),
          said(`${copy.recipient} · ${copy.purpose}`),
        ]}
      </Group>
      <Group
        name="events"
        items={report.events}
        count={
          report.eventCount > report.events.length
            ? t('people.moreEvents', { n: report.events.length, total: report.eventCount })
            : undefined
        }
      >
        {(event) => [
          moment(event.atMs),
          client(event),
          `${actionWords(event.action)} · ${event.rowId === report.person.id ? t('people.what.person') : tableWords(event.table, t)}`,
        ]}
      </Group>
      <Group name="namesakes" items={report.namesakes}>
        {(other) => [
          <Link key="name" href={paths.person(other.id)}>
            {other.name}
          </Link>,
          other.words.map((word) => t(`people.word.${word}`)).join(t('people.and')),
          '',
        ]}
      </Group>
      <Group name="backups" items={report.backups}>
        {(backup) => [moment(backup.atMs), backup.folder, backup.name]}
      </Group>
    </>
  );
}

const dash = <span className="cf-ink-3">—</span>;

function Facts({ report: { person, drafts }, isShown }: SectionsProps) {
  const t = useT();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('people.fact.name'), person.name],
    [t('people.fact.phone'), numberOf(person.phone, maskPhone, isShown)],
    [t('people.fact.idNumber'), numberOf(person.idNumber, maskIdNumber, isShown)],
    [t('people.fact.wechat'), person.wechat],
    [t('people.fact.email'), person.email],
    [t('people.fact.availableHours'), person.availableHours],
    [t('people.fact.remark'), person.remark],
    [t('people.fact.createdAt'), moment(person.createdAtMs)],
    ...(drafts.length > 0
      ? [[t('people.fact.drafts'), t('people.n', { count: drafts.length })] as const]
      : []),
  ];
  return (
    <section aria-labelledby="person-facts">
      <PartHead
        id="person-facts"
        title={t('people.sections.facts')}
        {...(person.isTrashed && { count: t('people.inTrash') })}
      />
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd className="cf-selectable">{value ?? dash}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const numberOf = (text: string | null, mask: (text: string) => string, isShown: boolean): string | null =>
  text === null || isShown ? text : mask(text);

interface GroupProps<Item> {
  readonly name: Exclude<keyof PersonReport, 'person' | 'eventCount' | 'drafts'>;
  readonly items: readonly Item[];
  readonly count?: string | undefined;
  readonly children: (item: Item) => readonly [ReactNode, ReactNode, ReactNode];
}

function Group<Item>({ name, items, count, children }: GroupProps<Item>) {
  const t = useT();
  const id = `person-${name}`;
  const counted = count ?? (items.length > 0 ? t('people.n', { count: items.length }) : undefined);
  return (
    <section aria-labelledby={id}>
      <PartHead
        id={id}
        title={t(`people.sections.${name}`)}
        {...(counted !== undefined && { count: counted })}
      />
      {items.length === 0 ? (
        <EmptyLine>{t('people.none')}</EmptyLine>
      ) : (
        <ul className={styles.list}>
          {items.map((item, index) => (
            <li key={index} className={styles.line}>
              {children(item).map((cell, column) => (
                <Fragment key={column}>
                  <span className={`cf-cut ${column === 2 ? 'cf-ink-2' : ''}`} title={titleIn(cell)}>
                    {cell}
                  </span>
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const titleIn = (cell: ReactNode): string | undefined => (typeof cell === 'string' ? cell : undefined);

const moment = (atMs: number): string => `${dateOfInstant(atMs)} ${timeOfInstant(atMs)}`;

/** A text of many lines, such as what was judged, is told by its beginning. */
const longest = 200;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text.replaceAll(/\s+/gu, ' ');

interface OfClient {
  readonly clientId: string | null;
  readonly clientName: string | null;
}

const client = ({ clientId, clientName }: OfClient): ReactNode =>
  clientId === null ? dash : <Link href={paths.client(clientId)}>{clientName}</Link>;

function rolesOf(link: PersonLink, t: TFunction): string {
  return [
    link.isLegalRepresentative && t('vocabulary.contactRole.legal_representative'),
    link.isAdministrator && t('vocabulary.contactRole.administrator'),
    link.isFinance && t('vocabulary.contactRole.finance'),
    link.answersCalls && t('vocabulary.contactRole.answers_calls'),
  ]
    .filter((role) => typeof role === 'string')
    .join(t('people.and'));
}

const stateOfLink = ({ isTrashed, leftOn }: PersonLink, t: TFunction): string =>
  isTrashed ? t('people.inTrash') : leftOn === null ? '' : t('people.leftOn', { date: leftOn });

function titleOf(title: string, kind: PersonPaper['kind'] | null, t: TFunction): string {
  if (title !== '') return title;
  return kind === null ? '' : t(`vocabulary.documentKind.${kind}`);
}

/** One in the trash has no page of its own. */
const paperLink = (paper: PersonPaper, t: TFunction): ReactNode => {
  const title = titleOf(paper.title, paper.kind, t);
  return paper.isTrashed || paper.isDestroyed ? title : <Link href={paths.document(paper.id)}>{title}</Link>;
};

function paperFacts(paper: PersonPaper, isShown: boolean, t: TFunction): string {
  const state = paper.isDestroyed ? t('people.destroyed') : paper.isTrashed ? t('people.inTrash') : null;
  return [
    numberOf(paper.number, maskIdNumber, isShown),
    t('people.files', { count: paper.files.length }),
    state,
  ]
    .filter((each) => each !== null)
    .join(' · ');
}

import { IconAlertTriangle, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePageDrop } from './use-page-drop.ts';
import { clientSignWords } from './guess-words.ts';
import { pieceFaults } from './page-faults.tsx';
import { placeOfTwin } from './place-of-twin.ts';
import { ReadingWords } from './reading-mark.tsx';
import { clientOf, kindOf, pageRuns, percent, shareOf, sureShare } from './tray-shape.ts';
import type { Piece } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';
import styles from './piece-table.module.css';

interface PieceTableProps {
  readonly tray: OpenTray;
  readonly actions: TrayActions;
}

/** What the tray will become, a line for each paper, and below it what is here already and waits for a word. */
export function PieceTable({ tray, actions }: PieceTableProps) {
  const t = useT();
  const { pieces, aside } = tray.shape;
  return (
    <PlainTable className={styles.table} aria-label={t('intake.pieces')}>
      <thead>
        <tr>
          <th className={styles.no}>{t('intake.column.no')}</th>
          <th className={styles.kind}>{t('intake.column.kind')}</th>
          <th>{t('intake.column.client')}</th>
          <th className={styles.share}>{t('intake.column.share')}</th>
          <th className={styles.seen}>{t('intake.column.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => (
          <PieceRow key={piece.paper.id} piece={piece} tray={tray} actions={actions} />
        ))}
        {aside.length > 0 && (
          <tr className={styles.group}>
            <td colSpan={5}>
              {t('intake.aside')} <span className="cf-ink-3">{t('intake.asideNote')}</span>
            </td>
          </tr>
        )}
        {aside.map((piece) => (
          <AsideRow key={piece.paper.id} piece={piece} tray={tray} actions={actions} />
        ))}
      </tbody>
    </PlainTable>
  );
}

interface PieceRowProps extends PieceTableProps {
  readonly piece: Piece;
}

function PieceRow({ piece, tray, actions }: PieceRowProps) {
  const t = useT();
  const { paper, no } = piece;
  const isNow = tray.piece?.paper.id === paper.id;
  const kind = kindOf(piece);
  const client = clientOf(piece);
  const share = shareOf(piece);
  const row = useInView(isNow);
  const drop = usePageDrop(piece, tray, actions);
  const isGuess = paper.clientId === null;
  return (
    <tr
      ref={row}
      data-now={isNow || undefined}
      data-piece={no}
      aria-current={isNow || undefined}
      data-over={drop.isOver || undefined}
      {...drop.handlers}
      onClick={() => tray.open(paper.id)}
    >
      <td>{no}</td>
      <td>
        <span className={styles.paper}>
          <span className={`cf-cut ${paper.kind === null ? 'cf-ink-2' : ''}`}>
            {kind === null ? t('intake.unknownKind') : t(`vocabulary.documentKind.${kind}`)}
          </span>
          <PiecePages piece={piece} />
          <ReadingWords pages={piece.pages} />
          <Faults piece={piece} />
        </span>
      </td>
      <td>
        <span className={styles.client}>
          <span className={`cf-cut ${isGuess ? 'cf-ink-2' : ''}`} title={client?.name}>
            {client?.name ?? t('intake.unknownClient')}
          </span>
          {isGuess && paper.clientGuesses[0] !== undefined && (
            <span
              className={`${styles.sign} cf-cut cf-xs cf-ink-3`}
              title={clientSignWords(paper.clientGuesses[0], paper.clientGuesses, t)}
            >
              {clientSignWords(paper.clientGuesses[0], paper.clientGuesses, t)}
            </span>
          )}
        </span>
      </td>
      <td
        className={`${styles.share} ${share !== null && share < sureShare && !paper.isSeen ? 'cf-warning cf-strong' : 'cf-ink-3'}`}
      >
        {share === null ? '—' : percent(share)}
      </td>
      <td>
        <Seen isSeen={paper.isSeen} isNow={isNow} />
      </td>
    </tr>
  );
}

/** Told before it is filed: a new picture is asked for sooner than sent back by the platform. */
function Faults({ piece }: { readonly piece: Piece }) {
  const t = useT();
  const words = pieceFaults(piece.pages, t);
  if (words === '') return null;
  return (
    <span className={styles.faults} title={words}>
      <IconAlertTriangle size={14} stroke={iconStroke} aria-hidden />
      <span className="cf-cut">{words}</span>
    </span>
  );
}

function Seen({ isSeen, isNow }: { readonly isSeen: boolean; readonly isNow: boolean }) {
  const t = useT();
  if (!isSeen && isNow) {
    return (
      <span className="cf-row">
        <Status of="to_confirm" />
      </span>
    );
  }
  const SeenIcon = isSeen ? IconEye : IconEyeOff;
  return (
    <span className={`cf-row cf-xs ${isSeen ? '' : 'cf-ink-3'}`}>
      <SeenIcon size={14} stroke={iconStroke} aria-hidden />
      {t(isSeen ? 'intake.seen' : 'intake.unseen')}
    </span>
  );
}

/** Which pages of which stack, or how many pictures; that a picture has one page goes without saying. */
function PiecePages({ piece: { pages, files } }: { readonly piece: Piece }) {
  const t = useT();
  const format = useFormat();
  const [file, ...others] = files;
  if (others.length === 0 && file?.pageCount === 1) return null;
  return (
    <span className={`${styles.pages} cf-xs cf-ink-3`}>
      {others.length > 0
        ? t('intake.sheets', { n: format.count(pages.length) })
        : t('intake.onPages', { pages: pageRuns(pages.map(({ pageNo }) => pageNo)) })}
    </span>
  );
}

function AsideRow({ piece, tray, actions }: PieceTableProps & { readonly piece: Piece }) {
  const t = useT();
  const { paper, files } = piece;
  const [file] = files;
  const isNow = tray.piece?.paper.id === paper.id;
  const row = useInView(isNow);
  const twin = file?.same ?? file?.similar?.twin;
  const where = placeOfTwin(twin, t);
  return (
    <tr
      ref={row}
      data-now={isNow || undefined}
      aria-current={isNow || undefined}
      onClick={() => tray.open(paper.id)}
    >
      <td>
        <IconCopy size={14} stroke={iconStroke} aria-hidden />
      </td>
      <td>
        <span className="cf-cut" title={file?.name}>
          {file?.name}
        </span>
      </td>
      <td colSpan={3}>
        <span className={styles.acts}>
          <span className="cf-cut cf-grow cf-ink-2" title={where}>
            {file?.same
              ? t('intake.twin.same', { where })
              : t('intake.twin.similar', { where, share: percent(file?.similar?.likeness ?? 0) })}
          </span>
          <TextButton onClick={() => tray.want(paper.id)}>{t('intake.allTheSame')}</TextButton>
          <TextButton onClick={() => void actions.remove(files.map(({ id }) => id))}>
            {t('intake.remove')}
          </TextButton>
        </span>
      </td>
    </tr>
  );
}

/** The row that is looked at comes into view. */
function useInView(isNow: boolean) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isNow) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isNow]);
  return row;
}

import { IconScissors } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { TrayFile } from '#shared/contract/intake.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PagePicture } from '#renderer/components/page-picture.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FileMenu } from './file-menu.tsx';
import { FaultMark, faultWords } from './page-faults.tsx';
import { ReadingMark } from './reading-mark.tsx';
import { partsOf } from './stack-parts.ts';
import type { Part } from './stack-parts.ts';
import { clientOf, kindOf, shareOf, sureShare } from './tray-shape.ts';
import type { TrayPageRow } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';
import styles from './strip.module.css';

interface StackStripProps {
  readonly file: TrayFile;
  readonly pages: readonly TrayPageRow[];
  readonly tray: OpenTray;
  readonly actions: TrayActions;
}

/** A scanned stack page by page, cut where one paper ends and the next begins. */
export function StackStrip({ file, pages, tray, actions }: StackStripProps) {
  const t = useT();
  const format = useFormat();
  const parts = partsOf(pages);
  const blank = pages.filter(({ isBlank, paperId }) => isBlank === true && paperId !== null);
  const named = parts.filter(({ paperId }) => paperId !== null).length;
  return (
    <section className={styles.strip} aria-label={file.name}>
      <PartHead
        title={
          <span className="cf-cut" title={file.name}>
            {file.name}
          </span>
        }
        count={t('intake.stackOf', { pages: format.count(file.pageCount), papers: format.count(named) })}
      >
        {blank.length > 0 && (
          <button
            type="button"
            className={styles.quiet}
            onClick={() => void actions.arrange({ kind: 'leave_out', pageIds: blank.map(({ id }) => id) })}
          >
            {t('intake.leaveBlank', { n: format.count(blank.length) })}
          </button>
        )}
        <FileMenu file={file} actions={actions} />
      </PartHead>
      <ol className={styles.stack} aria-label={t('intake.pagesOf', { name: file.name })}>
        {parts.map((part, index) => (
          <li key={part.pages[0]?.id} className={styles.part}>
            {index > 0 && <Cut part={part} before={parts[index - 1]} actions={actions} />}
            <PartPages part={part} file={file} tray={tray} actions={actions} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface CutProps {
  readonly part: Part;
  readonly before: Part | undefined;
  readonly actions: TrayActions;
}

/** Where two pieces meet: a press joins them. */
function Cut({ part, before, actions }: CutProps) {
  const t = useT();
  const to = before?.paperId ?? null;
  const { paperId } = part;
  if (paperId === null || to === null) return <span className={styles.gap} />;
  return (
    <button
      type="button"
      className={styles.cut}
      title={t('intake.join')}
      aria-label={t('intake.joinAt', { n: part.pages[0]?.pageNo ?? 0 })}
      onClick={() => void actions.arrange({ kind: 'join', paperId, to })}
    >
      <IconScissors size={14} stroke={iconStroke} aria-hidden />
    </button>
  );
}

interface PartPagesProps extends Omit<StackStripProps, 'pages'> {
  readonly part: Part;
}

function PartPages({ part, file, tray, actions }: PartPagesProps) {
  const t = useT();
  const { paperId } = part;
  const piece = paperId === null ? undefined : tray.shape.byPaper.get(paperId);
  const share = piece && shareOf(piece);
  const isUnsure = piece !== undefined && !piece.paper.isSeen && (share ?? 0) < sureShare;
  return (
    <div className={styles.pieces}>
      <div className={styles.pages}>
        {part.pages.map((page, index) => (
          <Fragment key={page.id}>
            {index > 0 && paperId !== null && (
              <button
                type="button"
                className={styles.seam}
                title={t('intake.cut')}
                aria-label={t('intake.cutBefore', { n: page.pageNo })}
                onClick={() => void actions.arrange({ kind: 'cut', pageId: page.id })}
              >
                <IconScissors size={12} stroke={iconStroke} aria-hidden />
              </button>
            )}
            <PageButton page={page} file={file} tray={tray} actions={actions} />
          </Fragment>
        ))}
      </div>
      <p
        className={styles.label}
        data-now={(piece !== undefined && tray.piece?.paper.id === paperId) || undefined}
        data-unsure={isUnsure || undefined}
        data-out={piece === undefined || undefined}
      >
        <PartWords piece={piece} isBlank={part.pages.every(({ isBlank }) => isBlank === true)} />
      </p>
    </div>
  );
}

function PartWords({ piece, isBlank }: { readonly piece: OpenTray['piece']; readonly isBlank: boolean }) {
  const t = useT();
  if (piece === undefined) {
    return (
      <>
        <span className="cf-cut">{t(isBlank ? 'intake.blank' : 'intake.leftOut')}</span>
        <span className="cf-cut cf-ink-3">{t('intake.onlyOriginal')}</span>
      </>
    );
  }
  const kind = kindOf(piece);
  return (
    <>
      <span className="cf-cut">
        <b>{piece.no}</b> {kind === null ? t('intake.unknownKind') : t(`vocabulary.documentKind.${kind}`)}
      </span>
      <span className="cf-cut cf-ink-3">{clientOf(piece)?.name ?? t('intake.unknownClient')}</span>
    </>
  );
}

interface PageButtonProps extends Omit<StackStripProps, 'pages'> {
  readonly page: TrayPageRow;
}

function PageButton({ page, file, tray, actions }: PageButtonProps) {
  const t = useT();
  const { paperId } = page;
  const open = (): void => {
    if (paperId !== null) tray.open(paperId, page.id);
    else void actions.arrange({ kind: 'own', pageIds: [page.id] });
  };
  return (
    <button
      type="button"
      className={styles.page}
      data-enter-passes
      data-now={tray.page?.id === page.id || undefined}
      data-out={paperId === null || undefined}
      aria-label={[
        t(paperId === null ? 'intake.takeIn' : 'intake.page', { n: page.pageNo }),
        faultWords(page, t),
        page.isUnread ? t('intake.reading') : '',
      ]
        .filter((word) => word !== '')
        .join(t('intake.faultSeparator'))}
      title={paperId === null ? t('intake.takeIn', { n: page.pageNo }) : undefined}
      onClick={open}
    >
      <span className={styles.sheet}>
        <PagePicture sha256={file.sha256} pageNo={page.pageNo} turn={page.turn} alt="" lazy />
      </span>
      <ReadingMark page={page} />
      <FaultMark page={page} />
      <i aria-hidden>{page.pageNo}</i>
    </button>
  );
}

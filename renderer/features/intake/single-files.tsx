import { IconCopy } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { PagePicture } from '#renderer/components/page-picture.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FileMenu } from './file-menu.tsx';
import { FaultMark } from './page-faults.tsx';
import { ReadingMark } from './reading-mark.tsx';
import { kindOf } from './tray-shape.ts';
import type { TrayShape } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';
import styles from './strip.module.css';

interface SingleFilesProps {
  readonly tray: OpenTray;
  readonly actions: TrayActions;
}

/** Files of one page: pictures, mostly, each with what it is taken for. */
export function SingleFiles({ tray, actions }: SingleFilesProps) {
  const t = useT();
  const format = useFormat();
  const { singles } = tray.shape;
  if (singles.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('intake.singles')}>
      <PartHead
        title={t('intake.singles')}
        count={t('intake.singlesCount', { n: format.count(singles.length) })}
      />
      <ul className={styles.singles}>
        {singles.map((single) => (
          <Single key={single.file.id} single={single} tray={tray} actions={actions} />
        ))}
      </ul>
    </section>
  );
}

interface SingleProps extends SingleFilesProps {
  readonly single: TrayShape['singles'][number];
}

function Single({ single: { file, page }, tray, actions }: SingleProps) {
  const format = useFormat();
  const paperId = page?.paperId ?? null;
  const open = (): void => {
    if (paperId !== null) tray.open(paperId, page?.id);
    else if (page !== undefined) void actions.arrange({ kind: 'own', pageIds: [page.id] });
  };
  return (
    <li data-now={(paperId !== null && tray.piece?.paper.id === paperId) || undefined}>
      <button type="button" className={styles.single} data-enter-passes onClick={open}>
        <span className={styles.thumb}>
          <PagePicture sha256={file.sha256} pageNo={1} turn={page?.turn ?? 0} alt="" lazy />
          <ReadingMark page={page} />
          <FaultMark page={page} />
        </span>
        <span className={styles.singleWords}>
          <span className="cf-cut" title={file.name}>
            {file.name}
          </span>
          <span className="cf-cut cf-ink-3">
            {file.folderName === '' ? format.moment(file.createdAtMs, Date.now()) : file.folderName}
          </span>
          <span className="cf-cut">
            <SingleState file={file} piece={paperId === null ? undefined : tray.shape.byPaper.get(paperId)} />
          </span>
        </span>
      </button>
      <FileMenu file={file} actions={actions} />
    </li>
  );
}

function SingleState({
  file,
  piece,
}: {
  readonly file: SingleProps['single']['file'];
  readonly piece: OpenTray['piece'];
}) {
  const t = useT();
  if (file.same !== null || file.similar !== null) {
    return (
      <span className="cf-row cf-ink-2">
        <IconCopy size={14} stroke={iconStroke} aria-hidden />
        {t(file.same !== null ? 'intake.isHere' : 'intake.looksLike')}
      </span>
    );
  }
  if (piece === undefined) return <span className="cf-ink-3">{t('intake.takeInFile')}</span>;
  const kind = kindOf(piece);
  return (
    <>
      <b>{piece.no}</b> {kind ? t(`vocabulary.documentKind.${kind}`) : t('intake.unknownKind')}
    </>
  );
}

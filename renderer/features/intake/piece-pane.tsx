import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileOff, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import { documentKinds, documentParts } from '#shared/domain/document-kind.ts';
import { isComposing } from '#renderer/components/composing.ts';
import { keyOf } from '#renderer/components/key-bindings.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { PagePicture } from '#renderer/components/page-picture.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { faultWords } from './page-faults.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { ClientChoice } from './client-choice.tsx';
import { kindCheck } from './guess-words.ts';
import { OtherSide } from './other-side.tsx';
import { PageRow } from './page-row.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { ReadingWords } from './reading-mark.tsx';
import type { Piece } from './tray-shape.ts';
import { kindOf } from './tray-shape.ts';
import type { Described, TrayActions } from './use-tray-actions.ts';
import type { OpenTray } from './use-tray.ts';
import styles from './piece-pane.module.css';

interface PiecePaneProps {
  readonly tray: OpenTray;
  readonly piece: Piece;
  readonly actions: TrayActions;
  readonly onAccept: () => void;
  readonly canAccept: boolean;
  readonly search: RefObject<HTMLDivElement | null>;
  readonly kindField: RefObject<HTMLDivElement | null>;
}

/** One piece at a reading size, and what it is to become. */
export function PiecePane({ tray, piece, actions, onAccept, canAccept, search, kindField }: PiecePaneProps) {
  const t = useT();
  const format = useFormat();
  const { paper } = piece;
  const describe = (changes: Described): void => void actions.describe(paper, changes);
  const kind = kindOf(piece);
  return (
    <aside className={styles.pane} aria-label={t('intake.piece', { n: piece.no })}>
      <PartHead
        title={t('intake.piece', { n: piece.no })}
        count={t('intake.sheets', { n: format.count(piece.pages.length) })}
      >
        <ReadingWords pages={piece.pages} />
      </PartHead>
      <Sheet tray={tray} piece={piece} actions={actions} />
      <div className={styles.fields}>
        <ClientChoice
          piece={piece}
          onChoose={(clientId, name) => void actions.describe(paper, { clientId }, name)}
          search={search}
        />
        <div ref={kindField}>
          <ChoiceField
            label={t('intake.kind')}
            values={documentKinds}
            words={(value) => t(`vocabulary.documentKind.${value}`)}
            value={kind}
            onChange={(value) => describe({ kind: value })}
            searchable
            required
            placeholder={t('intake.kindHint')}
            {...(paper.kind === null && { check: kindCheck(paper, t) })}
          />
        </div>
        <TitleField key={paper.id} piece={piece} onSave={(title) => describe({ title })} onEnter={onAccept} />
        <DateField
          label={t('intake.validUntil')}
          value={paper.validUntil}
          parse={(text) => readTypedDate(text, t)}
          onChange={(validUntil) => describe({ validUntil })}
          mayBeForever
        />
        <PlaceChoice piece={piece} onChange={describe} />
      </div>
      <div className={styles.do}>
        <Button variant="filled" disabled={!canAccept} onClick={onAccept} rightSection={<Keys of="enter" />}>
          {t(paper.isSeen ? 'intake.nextOne' : 'intake.accept')}
        </Button>
        {paper.isSeen && <Button onClick={() => describe({ isSeen: false })}>{t('intake.lookAgain')}</Button>}
      </div>
    </aside>
  );
}

/** What is wrong with the picture of the page that is looked at. */
function Faults({ page }: { readonly page: Parameters<typeof faultWords>[0] }) {
  const t = useT();
  const words = faultWords(page, t);
  if (words === '') return null;
  return (
    <p className={styles.faults} role="status">
      <Status of="warning">{words}</Status>
    </p>
  );
}

function Sheet({ tray, piece, actions }: Pick<PiecePaneProps, 'tray' | 'piece' | 'actions'>) {
  const t = useT();
  const { page } = tray;
  const file = tray.shape.byPaper.get(piece.paper.id)?.files.find(({ id }) => id === page?.fileId);
  if (page === undefined || file === undefined) return null;
  const at = piece.pages.findIndex(({ id }) => id === page.id);
  const go = (step: 1 | -1): void => {
    const next = piece.pages[at + step];
    if (next !== undefined) tray.open(piece.paper.id, next.id);
  };
  const kind = kindOf(piece);
  const hasSides = kind !== null && documentParts(kind).length > 1;
  return (
    <div className={styles.well}>
      <div className={styles.tools}>
        <span className="cf-cut cf-grow cf-xs cf-ink-2" title={file.name}>
          {file.pageCount > 1 ? t('intake.pageOfFile', { name: file.name, n: page.pageNo }) : file.name}
        </span>
        {piece.pages.length > 1 && (
          <>
            <Tool Icon={IconChevronLeft} words={t('intake.before')} isOff={at === 0} onClick={() => go(-1)} />
            <span className="cf-xs cf-ink-2">{`${at + 1} / ${piece.pages.length}`}</span>
            <Tool
              Icon={IconChevronRight}
              words={t('intake.after')}
              isOff={at === piece.pages.length - 1}
              onClick={() => go(1)}
            />
          </>
        )}
        <Tool
          Icon={IconRotateClockwise}
          words={t('intake.turn')}
          onClick={() => void actions.arrange({ kind: 'turn', pageIds: [page.id], by: 90 })}
        />
        <Tool
          Icon={IconFileOff}
          words={t('intake.leaveOut')}
          onClick={() => void actions.arrange({ kind: 'leave_out', pageIds: [page.id] })}
        />
      </div>
      <Faults page={page} />
      <div className={styles.sheet}>
        <PagePicture
          key={`${file.sha256} ${page.pageNo}`}
          sha256={file.sha256}
          pageNo={page.pageNo}
          turn={page.turn}
          alt={t('intake.pageOfFile', { name: file.name, n: page.pageNo })}
        />
      </div>
      {piece.pages.length > 1 && <PageRow piece={piece} tray={tray} actions={actions} />}
      {hasSides && (
        <SegmentedControl
          aria-label={t('intake.side')}
          value={page.part === 'whole' ? 'front' : page.part}
          onChange={(part) =>
            void actions.arrange({ kind: 'part', pageId: page.id, part: part === 'back' ? 'back' : 'front' })
          }
          data={(['front', 'back'] as const).map((value) => ({ value, label: t(`intake.sides.${value}`) }))}
        />
      )}
      <OtherSide piece={piece} tray={tray} onJoin={() => actions.joinSides(piece.paper)} />
    </div>
  );
}

interface ToolProps {
  readonly Icon: typeof IconFileOff;
  readonly words: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

function Tool({ Icon, words, isOff = false, onClick }: ToolProps) {
  return (
    <ActionIcon size="sm" aria-label={words} title={words} disabled={isOff} onClick={onClick}>
      <Icon size={16} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

interface TitleFieldProps {
  readonly piece: Piece;
  readonly onSave: (title: string) => void;
  readonly onEnter: () => void;
}

/** Kept when the field is left; Enter goes on to the next piece, too. */
function TitleField({ piece, onSave, onEnter }: TitleFieldProps) {
  const t = useT();
  const [stood, setStood] = useState(piece.paper.title);
  const [title, setTitle] = useState(stood);
  if (stood !== piece.paper.title) {
    setStood(piece.paper.title);
    setTitle(piece.paper.title);
  }
  const kind = kindOf(piece);
  const save = (): void => {
    if (title.trim() !== piece.paper.title) onSave(title.trim());
  };
  return (
    <TextField
      label={t('intake.title')}
      value={title}
      onChange={setTitle}
      placeholder={kind === null ? undefined : t(`vocabulary.documentKind.${kind}`)}
      autoComplete="off"
      onBlur={save}
      // What was typed is said before Enter goes on to the next piece.
      onKeyDown={(event) => {
        if (keyOf(event) !== 'enter' || isComposing(event)) return;
        save();
        onEnter();
      }}
    />
  );
}

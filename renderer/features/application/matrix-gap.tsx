import { useRef, useState } from 'react';
import type { GridGap } from '#shared/domain/matrix-grid.ts';
import { natureOf } from '#shared/domain/stated-value.ts';
import { useSaveStated } from '#renderer/api/use-save-stated.ts';
import { InlineEdit } from '#renderer/components/inline-edit.tsx';
import type { EditMove } from '#renderer/components/inline-edit.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { paperName } from './paper-words.ts';
import { paperById, useShowPaper } from './show-paper.ts';
import styles from './matrix.module.css';

interface MatrixGapProps {
  readonly gap: GridGap;
  /** What would stand here: 主体名称，授权书. */
  readonly label: string;
}

/** Why nothing stands here: the paper doesn't print it, isn't here, or waits to be typed off, in place. */
export function MatrixGap({ gap, label }: MatrixGapProps) {
  const t = useT();
  switch (gap.state) {
    case 'not_printed':
      return (
        <span className="cf-ink-3" title={t('preCheck.matrix.gap.not_printed')}>
          —
        </span>
      );
    case 'no_paper':
      return (
        <span className={styles.lacking} title={t('preCheck.matrix.gap.no_paper')}>
          {t('preCheck.matrix.noPaper')}
        </span>
      );
    case 'not_typed':
      return <Invite gap={gap} label={label} />;
  }
}

interface InviteProps extends MatrixGapProps {
  readonly gap: Extract<GridGap, { state: 'not_typed' }>;
}

/** A click or Enter opens the field; Enter saves and goes down, Tab to the side, Escape leaves it empty. */
function Invite({ gap: { documentId, field }, label }: InviteProps) {
  const t = useT();
  const { details } = useCase();
  const show = useShowPaper();
  const saveStated = useSaveStated();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const paper = paperById(details, documentId);
  if (paper === undefined) return null;
  const save = (text: string, move: EditMove): void => {
    moveFrom(place.current, move);
    setOpen(false);
    if (field !== null && text.trim() !== '') void saveStated(paper, { [field]: text.trim() });
  };
  return (
    <span ref={place} className={styles.place}>
      {isOpen && field !== null ? (
        <InlineEdit
          label={label}
          initial=""
          mono={natureOf(field) !== 'name'}
          onSave={save}
          onCancel={() => {
            setOpen(false);
            requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
          }}
        />
      ) : (
        <button
          type="button"
          data-invite
          className={`${styles.invite} cf-focus-in`}
          aria-label={t('preCheck.matrix.typeLabel', { what: label })}
          title={t('preCheck.matrix.gap.not_typed', { paper: paperName(paper, t) })}
          onClick={() => (field === null ? show(documentId) : setOpen(true))}
        >
          {t('preCheck.matrix.type')}
        </button>
      )}
    </span>
  );
}

/** On to the next empty cell: below or above in the same column, or the next or last one in reading order. */
function moveFrom(place: HTMLElement | null, move: EditMove): void {
  const table = place?.closest('table');
  if (!place || !table || move === 'stay') return;
  const invites = [...table.querySelectorAll<HTMLButtonElement>('button[data-invite]')];
  const isAfter = (one: Element): boolean =>
    (place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const column = place.closest('td')?.cellIndex;
  switch (move) {
    case 'down':
      invites.find((one) => isAfter(one) && one.closest('td')?.cellIndex === column)?.focus();
      return;
    case 'up':
      invites.findLast((one) => !isAfter(one) && one.closest('td')?.cellIndex === column)?.focus();
      return;
    case 'right':
      invites.find(isAfter)?.focus();
      return;
    case 'left':
      invites.findLast((one) => !isAfter(one))?.focus();
  }
}

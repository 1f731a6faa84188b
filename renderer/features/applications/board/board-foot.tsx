import type { BoardColumnPage } from '#shared/contract/application-board.ts';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface BoardFootProps {
  readonly pages: readonly BoardColumnPage[];
  readonly total: number;
  readonly isLifted: boolean;
}

/** The figures of all columns, and the keys of the card. */
export function BoardFoot({ pages, total, isLifted }: BoardFootProps) {
  const t = useT();
  const format = useFormat();
  const sum = (figure: 'overdue' | 'withinDay' | 'stakeFen'): number =>
    pages.reduce((all, page) => all + page[figure], 0);
  const [overdue, withinDay, stakeFen] = [sum('overdue'), sum('withinDay'), sum('stakeFen')];
  const moving = [
    { keys: ['arrowleft', 'arrowright'], text: t('applications.board.key.column') },
    { keys: ['space'], text: t('applications.board.key.drop') },
    { keys: ['escape'], text: t('applications.board.key.putBack') },
  ];
  const resting = [
    { keys: ['space'], text: t('applications.board.key.lift') },
    { keys: ['enter'], text: t('applications.board.key.open') },
  ];
  return (
    <StatusBar keys={<KbdHints hints={isLifted ? moving : resting} />}>
      <span>{t('applications.count', { n: format.count(total) })}</span>
      {overdue > 0 && (
        <Status of="overdue">{t('applications.board.overdueCount', { n: format.count(overdue) })}</Status>
      )}
      {withinDay > 0 && <span>{t('applications.board.withinDay', { n: format.count(withinDay) })}</span>}
      {stakeFen > 0 && (
        <span>{t('applications.board.stake', { amount: format.moneyWithUnit(stakeFen) })}</span>
      )}
    </StatusBar>
  );
}

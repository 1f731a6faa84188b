import type { OverrideRow } from '#shared/contract/rules.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { ClockUnit } from '#shared/domain/rule-pack.ts';
import { Notice } from '#renderer/components/notice.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { overrideWords } from './override-words.ts';
import { standingAt } from './standing-at.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

interface StandingProps {
  readonly change: OverrideChange;
  /** The firm's overrides as they were when they were looked at last, and as they are. */
  readonly seen: readonly OverrideRow[];
  readonly present: readonly OverrideRow[];
  readonly unit: ClockUnit | undefined;
  /** The one that is being edited: that it is replaced needs no word. */
  readonly replaces: string | undefined;
}

/** What a save would replace, and whether somebody has changed it since the dialog was opened. */
export function Standing({ change, seen, present, unit, replaces }: StandingProps) {
  const t = useT();
  const format = useFormat();
  const speech = useRuleSpeech();
  const now = standingAt(change, present);
  const isMoved = standingAt(change, seen)?.id !== now?.id;
  if (now === undefined)
    return isMoved ? <Notice tone="warning" title={t('rules.override.goneSince')} /> : null;
  if (!isMoved && now.id === replaces) return null;
  const { what, value } = overrideWords(now.change, unit, speech);
  const values = { what, value };
  return (
    <Notice
      tone={isMoved ? 'warning' : 'info'}
      title={t(isMoved ? 'rules.override.changedSince' : 'rules.override.replaces', values)}
    >
      {[now.reason, now.author, format.dateLong(dateOfInstant(now.atMs))]
        .filter(Boolean)
        .join(t('application.comma'))}
    </Notice>
  );
}

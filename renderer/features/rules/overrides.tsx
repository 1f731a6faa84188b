import { ActionIcon } from '@mantine/core';
import { IconArrowRight, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OverrideRow } from '#shared/contract/rules.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useLongAction } from '#renderer/api/use-long-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Writing } from './judging.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { overrideWords } from './override-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';
import styles from './rules.module.css';

/** What the firm has laid over a pack, with author, day and reason, and what the pack itself says. */
export function Overrides({ pack: shown }: { readonly pack: RulePack }) {
  const t = useT();
  const { query } = useApi();
  // An override is laid over the newest version, whichever is looked at.
  const newest = useQuery(query.rules.get.queryOptions({ input: { id: shown.id } }));
  const pack = newest.data?.base ?? shown;
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<OverrideRow>();
  const { data } = useQuery(query.rules.overrides.queryOptions());
  const own = data?.filter(({ packId }) => packId === pack.id) ?? [];
  return (
    <section aria-labelledby="rules-overrides">
      <PartHead
        id="rules-overrides"
        title={t('rules.override.title')}
        count={own.length > 0 ? t('rules.override.count', { count: own.length }) : undefined}
      >
        <ActionIcon aria-label={t('rules.override.add')} onClick={() => setAdding(true)}>
          <IconPlus size={16} stroke={iconStroke} />
        </ActionIcon>
      </PartHead>
      {own.length === 0 ? (
        <EmptyLine>{t('rules.override.none')}</EmptyLine>
      ) : (
        <ul className={styles.overrides}>
          {own.map((override) => (
            <Override key={override.id} override={override} pack={pack} onEdit={() => setEditing(override)} />
          ))}
        </ul>
      )}
      {adding && <OverrideDialog pack={pack} present={own} onClose={() => setAdding(false)} />}
      {editing && (
        <OverrideDialog pack={pack} present={own} editing={editing} onClose={() => setEditing(undefined)} />
      )}
    </section>
  );
}

interface OverrideProps {
  readonly override: OverrideRow;
  readonly pack: RulePack;
  readonly onEdit: () => void;
}

function Override({ override, pack, onEdit }: OverrideProps) {
  const t = useT();
  const format = useFormat();
  const speech = useRuleSpeech();
  const { backend } = useApi();
  const { progress, run } = useLongAction();
  const { id, change, reason, author, atMs, base, applies, sameAsPack } = override;
  const unit =
    change.kind === 'clock' ? pack.clocks.find((clock) => clock.id === change.clockId)?.unit : undefined;
  const { what, value } = overrideWords(change, unit, speech);
  const remove = () => run(() => backend.rules.removeOverride({ id }), t('rules.override.removed', { what }));
  return (
    <li>
      <div>
        <p className={styles.change}>
          {what}
          {base !== null && !sameAsPack && (
            <>
              <del>{overrideWords(withValue(change, base), unit, speech).value}</del>
              <IconArrowRight size={12} stroke={iconStroke} aria-hidden />
            </>
          )}
          <b>{value}</b>
        </p>
        <p className={styles.note}>
          {reason}
          {t('application.semicolon')}
          {author !== null && author !== '' && `${author}${t('application.comma')}`}
          <span className="cf-nowrap">{format.dateLong(dateOfInstant(atMs))}</span>
        </p>
        <Writing progress={progress} />
        {sameAsPack && <p className={`${styles.note} cf-warning`}>{t('rules.override.sameAsPack')}</p>}
        {!applies && <p className={`${styles.note} cf-warning`}>{t('rules.override.noPlace')}</p>}
      </div>
      <ActionIcon
        aria-label={t('rules.override.edit', { what })}
        disabled={progress !== null}
        onClick={onEdit}
      >
        <IconPencil size={14} stroke={iconStroke} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('rules.override.remove', { what })}
        disabled={progress !== null}
        onClick={() => void remove()}
      >
        <IconX size={14} stroke={iconStroke} />
      </ActionIcon>
    </li>
  );
}

/** The same change with the pack's own value, so that both are worded alike. */
function withValue(change: OverrideRow['change'], base: number): OverrideRow['change'] {
  switch (change.kind) {
    case 'fee':
      return { ...change, amountFen: base };
    case 'clock':
      return { ...change, total: base };
    case 'paper':
      return change;
  }
}

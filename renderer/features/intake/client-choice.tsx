import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefObject } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { HitField } from '#renderer/components/hit-field.tsx';
import type { Hit } from '#renderer/components/hit-field.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { clientSignWords } from './guess-words.ts';
import { percent, sureShare } from './tray-shape.ts';
import type { Piece } from './tray-shape.ts';
import styles from './piece-pane.module.css';

const shownHits = 6;

interface ClientChoiceProps {
  readonly piece: Piece;
  readonly onChoose: (clientId: string, name: string) => void;
  /** The search, which `/` leads to. */
  readonly search: RefObject<HTMLDivElement | null>;
}

/** Whose it is: what was guessed, each with its figure as key, or another client by search. */
export function ClientChoice({ piece, onChoose, search }: ClientChoiceProps) {
  const t = useT();
  const { paper } = piece;
  const [text, setText] = useState('');
  const { query } = useApi();
  const asked = text.trim();
  const found = useQuery({
    ...query.search.query.queryOptions({
      input: { text: asked, kinds: ['client'], limitPerKind: shownHits },
    }),
    enabled: asked !== '',
  });
  const hits: readonly Hit[] = asked === '' ? [] : (found.data?.groups.flatMap((group) => group.hits) ?? []);
  const isOther =
    paper.clientId !== null && !paper.clientGuesses.some((each) => each.clientId === paper.clientId);
  const lines = [
    ...(isOther
      ? [{ clientId: paper.clientId ?? '', clientName: paper.clientName ?? '', words: null, share: 1 }]
      : []),
    ...paper.clientGuesses.map((guess) => ({
      ...guess,
      words: clientSignWords(guess, paper.clientGuesses, t),
    })),
  ];
  const isUnsure = paper.clientId === null && (paper.clientGuesses[0]?.share ?? 1) < sureShare;
  return (
    <section aria-label={t('intake.whose')}>
      <h3 className={styles.question}>
        {t('intake.whose')}
        {isUnsure && <span className="cf-xs cf-ink-3">{t('intake.needsKey')}</span>}
      </h3>
      <ol className={styles.guesses}>
        {lines.map(({ clientId, clientName, words, share }, index) => (
          <li key={clientId}>
            <button
              type="button"
              className={`${styles.guess} cf-focus-in`}
              data-enter-passes
              aria-pressed={paper.clientId === clientId}
              data-likely={(paper.clientId === null && index === 0) || undefined}
              onClick={() => onChoose(clientId, clientName)}
            >
              <Keys of={`${index + 1}`} />
              <span className="cf-grow">
                <span className="cf-cut" title={clientName}>
                  {clientName}
                </span>
                <span className="cf-xs cf-ink-2 cf-cut" title={words ?? undefined}>
                  {words ?? t('intake.chosenByHand')}
                </span>
              </span>
              <span
                className={share < sureShare && paper.clientId === null ? 'cf-warning cf-strong' : 'cf-ink-3'}
              >
                {words !== null && percent(share)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div ref={search}>
        <HitField
          label={t('intake.otherClient')}
          text={text}
          onText={setText}
          hits={hits}
          isNothingFound={asked !== '' && found.isSuccess && hits.length === 0}
          chosenId={undefined}
          isSettled={false}
          onChoose={({ id, title }) => {
            setText('');
            onChoose(id, title);
            // The next key is for the piece, not for another search.
            search.current?.querySelector('input')?.blur();
          }}
        />
      </div>
    </section>
  );
}

import { Button } from '@mantine/core';
import type { Erasure } from '#shared/contract/people.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { stayWords } from './stay-words.ts';
import { useErasedWords } from './use-erased-words.ts';
import styles from './people.module.css';

interface ErasureDialogProps {
  readonly erasure: Erasure;
  readonly onClose: () => void;
}

/** The report of an erasure: how much went, what had to stay and why. */
export function ErasureDialog({ erasure, onClose }: ErasureDialogProps) {
  const t = useT();
  const erasedWords = useErasedWords();
  const { atMs, isWhole, remark, stays, consultantName } = erasure;
  const when = `${dateOfInstant(atMs)} ${timeOfInstant(atMs)}`;
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t(isWhole ? 'people.erasure.whole' : 'people.erasure.partly')}
      width={560}
      footer={
        <Button variant="filled" data-autofocus onClick={onClose}>
          {t('components.action.close')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <p className="cf-ink-2">
          {[when, consultantName, remark].filter((each) => each !== null).join(' · ')}
        </p>
        <p>{erasedWords(erasure)}</p>
        <h3 className="cf-strong">{t('people.erase.stays')}</h3>
        {stays.length === 0 ? (
          <p>{t('people.erasure.nothingStays')}</p>
        ) : (
          <ul className={styles.list}>
            {stays.map((stay, index) => (
              <li key={index}>{stayWords(stay, t)}</li>
            ))}
          </ul>
        )}
      </div>
    </DialogFrame>
  );
}

import { useState } from 'react';
import type { Erasure, ErasureItem } from '#shared/contract/people.ts';
import { resultOf } from '#shared/contract/work.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Job } from '#renderer/components/job.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { reasonWords, tableWords } from './stay-words.ts';
import styles from './people.module.css';

interface EraseDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onErased: (erasure: Erasure) => void;
  readonly onClose: () => void;
}

const deeds = ['remove', 'blank', 'stay'] as const;
const headings = { remove: 'goes', blank: 'blanks', stay: 'stays' } as const;

/** Says what an erasure takes, what it leaves and why, and asks for the name as a word that it is meant. */
export function EraseDialog({ id, name, onErased, onClose }: EraseDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const [typed, setTyped] = useState('');
  const [remark, setRemark] = useState('');
  const { run, share } = useErase(id, onErased);
  const preview = useLook(['people.previewErasure', id], (signal) =>
    backend.people.previewErasure({ id }, { signal }),
  );
  const items = preview.result?.items;
  const isAnything = items?.some(({ deed }) => deed !== 'stay') === true;
  return (
    <FormDialog
      title={t('people.erase.title', { name })}
      confirm={t('people.erase.confirm')}
      canSave={isAnything && typed.trim() === name && share === null}
      onSave={() => run(remark)}
      onClose={onClose}
      width={640}
    >
      <div className={styles.dialog}>
        <p>{t('people.erase.lasting')}</p>
        {preview.error ? <QueryFailure error={preview.error} onRetry={preview.again} /> : null}
        {items === undefined && !preview.error && <SkeletonRows count={6} />}
        {items !== undefined && !isAnything && <p className="cf-warning">{t('people.erase.nothingNow')}</p>}
        {items !== undefined &&
          deeds
            .filter((deed) => isAnything || deed === 'stay')
            .map((deed) => (
              <Items key={deed} deed={deed} items={items.filter((item) => item.deed === deed)} />
            ))}
        {(items === undefined || isAnything) && (
          <>
            <TextField
              label={t('people.erase.remark')}
              hint={t('people.erase.remarkHint')}
              value={remark}
              onChange={setRemark}
              maxLength={500}
              autoComplete="off"
            />
            <TextField
              label={t('people.erase.typeName', { name })}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              data-autofocus
            />
          </>
        )}
        {share !== null && <Job title={t('people.erase.running')} figures={null} share={share} />}
      </div>
    </FormDialog>
  );
}

interface ItemsProps {
  readonly deed: (typeof deeds)[number];
  readonly items: readonly ErasureItem[];
}

function Items({ deed, items }: ItemsProps) {
  const t = useT();
  const id = `erase-${deed}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="cf-strong">
        {t(`people.erase.${headings[deed]}`)}{' '}
        <span className="cf-ink-3">{items.length > 0 && t('people.times', { count: countOf(items) })}</span>
      </h3>
      {items.length === 0 ? (
        <p className="cf-ink-3">{t('people.erase.nothing')}</p>
      ) : (
        // Long lists are scrolled by keys too.
        <ul className={`${styles.list} ${styles.items}`} tabIndex={0} aria-labelledby={id}>
          {items.map((item, index) => (
            <li key={index} className={styles.item}>
              <span className="cf-cut">{whatOf(item, t)}</span>
              <span className={styles.names}>
                <span className="cf-cut" title={item.title}>
                  {[titleOf(item, t), item.clientName]
                    .filter((each) => each !== null && each !== '')
                    .join(' · ')}
                  {item.count > 1 && ` ${t('people.times', { count: item.count })}`}
                </span>
                {item.reason !== null && <span className="cf-xs cf-ink-2">{reasonWords(item, t)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A paper that nobody named is called by its kind. */
function titleOf({ title, what, documentKind }: ErasureItem, t: ReturnType<typeof useT>): string {
  const isNamed = title !== '' || documentKind === null || what === 'paper';
  return isNamed ? title : t(`vocabulary.documentKind.${documentKind}`);
}

const countOf = (items: readonly ErasureItem[]): number => items.reduce((sum, { count }) => sum + count, 0);

function whatOf({ what, documentKind, table }: ErasureItem, t: ReturnType<typeof useT>): string {
  if (what === 'words' && table !== null) return tableWords(table, t);
  return documentKind === null || what !== 'paper'
    ? t(`people.what.${what}`)
    : t(`vocabulary.documentKind.${documentKind}`);
}

/** How far the erasure is; null while none runs. It can't be ended once it writes. */
function useErase(id: string, onErased: (erasure: Erasure) => void) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const [share, setShare] = useState<number | null>(null);
  const run = async (remark: string): Promise<boolean> => {
    setShare(0);
    try {
      const done = await resultOf(backend.people.erase({ id, remark }), (step) =>
        setShare(step.done / Math.max(1, step.total)),
      );
      const said = [
        t(done.erasure.isWhole ? 'people.erase.done' : 'people.erase.partly'),
        done.waitingCount > 0 ? t('people.erase.waiting', { count: done.waitingCount }) : null,
        done.isSwept ? null : t('people.erase.notSwept'),
      ].filter((each) => each !== null);
      showToast({ message: said.join(t('keeping.and')) });
      onErased(done.erasure);
      return true;
    } catch (error) {
      report(error);
      return false;
    } finally {
      setShare(null);
    }
  };
  return { run, share };
}

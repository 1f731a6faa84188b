import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { DueRow } from '#shared/contract/keeping.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './keeping.module.css';

/** As many at a time as the backend takes. */
const atOnce = 500;

/** So many are told by name before the warning. */
const namesShown = 5;

interface DestroyDialogProps {
  readonly ids: readonly string[];
  /** What of the list has been read: the names of those that are asked about. */
  readonly rows: readonly (DueRow | undefined)[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says what a destruction takes away and what it leaves, and asks for a word that this is meant. */
export function DestroyDialog({ ids, rows, onDone, onClose }: DestroyDialogProps) {
  const t = useT();
  const [remark, setRemark] = useState('');
  const [isSure, setSure] = useState(false);
  const destroy = useDestroy(ids, onDone);
  return (
    <FormDialog
      title={t('keeping.dialog.title', { count: ids.length })}
      confirm={t('keeping.dialog.confirm')}
      canSave={isSure}
      onSave={() => destroy(remark)}
      onClose={onClose}
    >
      <div className={styles.warning}>
        <FirstNames ids={ids} rows={rows} />
        <p>{t('keeping.dialog.note')}</p>
        <p className="cf-ink-2">{t('keeping.dialog.record')}</p>
        <p className="cf-ink-2">{t('keeping.dialog.backups')}</p>
        <TextField
          label={t('keeping.dialog.remark')}
          hint={t('keeping.dialog.remarkHint')}
          value={remark}
          onChange={setRemark}
        />
        <Checkbox
          label={t('keeping.dialog.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      </div>
    </FormDialog>
  );
}

function FirstNames({ ids, rows }: Pick<DestroyDialogProps, 'ids' | 'rows'>) {
  const t = useT();
  const asked = new Set(ids);
  const first = rows.flatMap((row) => (row && asked.has(row.id) ? [row] : [])).slice(0, namesShown);
  const more = ids.length - first.length;
  return (
    <ul className={styles.list}>
      {first.map(({ id, title, clientName, stackName }) => (
        <li key={id}>
          {clientName === null ? title : `${title} · ${clientName}`}
          {stackName !== null && (
            <span className="cf-xs cf-ink-2">{t('keeping.dialog.stack', { name: stackName })}</span>
          )}
        </li>
      ))}
      {more > 0 && <li className="cf-ink-2">{t('keeping.dialog.more', { count: more })}</li>}
    </ul>
  );
}

function useDestroy(ids: readonly string[], onDone: () => void) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  return async (remark: string): Promise<boolean> => {
    const counts = { destroyed: 0, left: 0, waiting: 0 };
    try {
      for (let start = 0; start < ids.length; start += atOnce) {
        const part = ids.slice(start, start + atOnce);
        const done = await backend.keeping.destroy({ ids: part, remark });
        counts.destroyed += done.destroyedCount;
        counts.left += done.leftCount;
        counts.waiting = done.waitingCount;
      }
    } catch (error) {
      report(error);
      return false;
    }
    const said = [
      t('keeping.destroyed', { count: counts.destroyed }),
      counts.left > 0 ? t('keeping.left', { count: counts.left }) : null,
      counts.waiting > 0 ? t('keeping.waiting', { count: counts.waiting }) : null,
    ].filter((each) => each !== null);
    showToast({ message: said.join(t('keeping.and')) });
    onDone();
    return true;
  };
}

import { Button, Checkbox, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ViewFilePreview } from '#shared/contract/views.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from '../api.tsx';
import { QueryFailure } from '../query-failure.tsx';
import { useAction } from '../use-action.ts';
import styles from './views.module.css';

interface ImportViewsDialogProps {
  /** Token of the chosen file. */
  readonly file: string;
  readonly onClose: () => void;
}

/** A file of views before it is taken in: its faults, or its views and what is to be asked about them. */
export function ImportViewsDialog({ file, onClose }: ImportViewsDialogProps) {
  const t = useT();
  const { query } = useApi();
  const look = useQuery({
    ...query.views.previewFile.queryOptions({ input: { file } }),
    meta: { onChangeOnly: true },
  });
  if (look.data?.ok === true) return <Sound file={file} preview={look.data} onClose={onClose} />;
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('views.import.title')}
      width={560}
      footer={<Button onClick={onClose}>{t('components.action.close')}</Button>}
    >
      {look.error !== null && <QueryFailure error={look.error} onRetry={() => void look.refetch()} />}
      {look.data?.ok === false && <Faulty preview={look.data} />}
    </DialogFrame>
  );
}

function Faulty({ preview }: { readonly preview: Extract<ViewFilePreview, { ok: false }> }) {
  const t = useT();
  const say = useRuleText();
  return (
    <>
      <Notice tone="danger" title={t('views.import.faulty', { name: preview.fileName })}>
        {t('views.import.faultyNote')}
      </Notice>
      <ul className={styles.faults}>
        {preview.faults.map(({ place, fault }) => (
          <li key={`${place} ${fault.en}`}>
            <span className="cf-mono">{place || t('views.import.whole')}</span>
            <span>{say(fault)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface SoundProps extends ImportViewsDialogProps {
  readonly preview: Extract<ViewFilePreview, { ok: true }>;
}

function Sound({ file, preview, onClose }: SoundProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const { views, fileName } = preview;
  const takenCount = views.filter(({ isTaken }) => isTaken).length;
  const unknown = [...new Set(views.flatMap(({ unknownPeople }) => unknownPeople))];
  const [taken, setTaken] = useState<'replace' | 'keep_both' | null>(null);
  const [dropPeople, setDropPeople] = useState(false);
  const isAnswered = (takenCount === 0 || taken !== null) && (unknown.length === 0 || dropPeople);
  const run = async (): Promise<void> => {
    const wish = { file, dropPeople, ...(taken !== null && { taken }) };
    const done = await act(
      () => backend.views.importFile(wish),
      t('views.import.done', { count: views.length }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('views.import.title')}
      width={560}
      footer={
        <>
          <Button variant="filled" disabled={!isAnswered} onClick={() => void run()}>
            {t('views.import.run')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <p className="cf-ink-2">{t('views.import.file', { name: fileName, n: format.count(views.length) })}</p>
      <ul className={styles.list}>
        {views.map(({ screen, name, isTaken }, index) => (
          <li key={`${index} ${name}`} className={styles.row}>
            <span className="cf-ink-3">{t(`views.of.${screen}`)}</span>
            <span className="cf-cut cf-grow" title={name}>
              {name}
            </span>
            {isTaken && <span className="cf-ink-2">{t('views.import.taken')}</span>}
          </li>
        ))}
      </ul>
      <div className={styles.asks}>
        {takenCount > 0 && (
          <Radio.Group
            label={t('views.import.takenQuestion', { count: takenCount })}
            value={taken}
            onChange={(value) => setTaken(value === 'replace' ? 'replace' : 'keep_both')}
          >
            <div className={styles.choices}>
              <Radio value="replace" label={t('views.import.replace')} />
              <Radio value="keep_both" label={t('views.import.keepBoth')} />
            </div>
          </Radio.Group>
        )}
        {unknown.length > 0 && (
          <Notice tone="warning" title={t('views.import.unknown', { names: unknown.join('、') })}>
            <Checkbox
              label={t('views.import.dropPeople')}
              checked={dropPeople}
              onChange={(event) => setDropPeople(event.currentTarget.checked)}
            />
          </Notice>
        )}
      </div>
    </DialogFrame>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackPreview } from '#shared/contract/rules.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Differences } from './comparison.tsx';
import { FaultList } from './fault-list.tsx';
import { differenceWords } from './rule-words.ts';
import { movable, TouchedList } from './touched-list.tsx';
import { useRuleSpeech } from './use-rule-speech.ts';
import styles from './rules.module.css';

interface ImportPackDialogProps {
  /** Token of the chosen file. */
  readonly file: string;
  readonly onClose: () => void;
}

/** A pack file before it is taken in: its faults, or what it changes and for whom. */
export function ImportPackDialog({ file, onClose }: ImportPackDialogProps) {
  const t = useT();
  const { query } = useApi();
  const preview = useQuery(query.rules.previewPack.queryOptions({ input: { file }, staleTime: Infinity }));
  if (preview.data?.ok === true) return <Sound file={file} preview={preview.data} onClose={onClose} />;
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('rules.import.title')}
      width={640}
      footer={<Button onClick={onClose}>{t('components.action.close')}</Button>}
    >
      {preview.error && <QueryFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data === undefined && !preview.error && <SkeletonRows count={4} />}
      {preview.data?.ok === false && (
        <FaultList
          fileName={preview.data.fileName}
          faults={preview.data.faults.map(({ place, fault }) => ({ place, words: fault }))}
        />
      )}
    </DialogFrame>
  );
}

interface SoundProps {
  readonly file: string;
  readonly preview: Extract<PackPreview, { ok: true }>;
  readonly onClose: () => void;
}

function Sound({ file, preview, onClose }: SoundProps) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const speech = useRuleSpeech();
  const { head, standing, comparedWith, differences, touched, untouchedIds } = preview;
  const all = [...movable(touched), ...untouchedIds];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(standing === 'newer' ? all : []));
  const canInstall = standing !== 'known' && standing !== 'same_version';
  const install = async (): Promise<void> => {
    const input = { file, sha256: head.sha256, applicationIds: all.filter((id) => chosen.has(id)) };
    const done = await act(
      () => backend.rules.installPack(input),
      t('rules.import.done', { title: say(head.title), version: head.version }),
    );
    if (done === undefined) return;
    onClose();
    navigateTo(paths.rules(head.id));
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('rules.import.title')}
      width={640}
      footer={
        <>
          {canInstall && (
            <Button variant="filled" onClick={() => void install()}>
              {t('rules.import.install')}
            </Button>
          )}
          <Button onClick={onClose}>
            {t(canInstall ? 'components.action.cancel' : 'components.action.close')}
          </Button>
        </>
      }
    >
      <p>
        <b>{say(head.title)}</b>{' '}
        <span className="cf-ink-2">
          {t('rules.head', { version: head.version, date: format.dateLong(head.asOf) })}
        </span>
      </p>
      <Notice
        tone={standing === 'newer' || standing === 'new_pack' ? 'info' : 'warning'}
        title={t(`rules.import.standing.${standing}`, { version: comparedWith ?? '' })}
      />
      <div className={styles.previewBody} role="group" aria-label={t('rules.import.title')} tabIndex={0}>
        {differences.length > 0 && (
          <section>
            <PartHead
              title={t('rules.compare.against', { version: comparedWith ?? '' })}
              count={t('rules.compare.count', { count: differenceWords(differences, speech).length })}
            />
            <Differences differences={differences} />
          </section>
        )}
        {touched.length > 0 && (
          <section>
            <PartHead
              title={t('rules.touched.title')}
              count={t('rules.touched.count', { count: touched.length })}
            />
            <TouchedList touched={touched} {...(canInstall && { chosen, onChoose: setChosen })} />
          </section>
        )}
        {untouchedIds.length > 0 && (
          <p className={styles.legend}>{t('rules.touched.untouched', { count: untouchedIds.length })}</p>
        )}
        {canInstall && touched.length > 0 && <p className={styles.legend}>{t('rules.touched.note')}</p>}
      </div>
    </DialogFrame>
  );
}

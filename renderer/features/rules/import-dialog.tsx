import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CategoryListPreview, PackPreview } from '#shared/contract/rules.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Look } from '#renderer/api/use-look.ts';
import { useLongAction } from '#renderer/api/use-long-action.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FaultList } from './fault-list.tsx';
import { Judging, Writing } from './judging.tsx';
import { movable, TouchedList } from './touched-list.tsx';
import styles from './rules.module.css';

type Faulty = Extract<PackPreview, { ok: false }>;
export type SoundFile = Extract<PackPreview | CategoryListPreview, { ok: true }>;

interface ImportDialogProps<Sound extends SoundFile> {
  readonly title: string;
  readonly look: Look<Sound | Faulty>;
  /** Takes the file in, with the applications that go along. */
  readonly install: (input: {
    readonly sha256: string;
    readonly applicationIds: string[];
  }) => PromiseLike<AsyncIterable<WorkStep<{ readonly changeId: string | null }>>>;
  /** The rules that are otherwise, under their heading. */
  readonly differences: (preview: Sound) => ReactNode;
  readonly onInstalled: (preview: Sound) => void;
  readonly onClose: () => void;
}

/** A file of rules before it is taken in: its faults, or what it changes and for whom. */
export function ImportDialog<Sound extends SoundFile>(props: ImportDialogProps<Sound>) {
  const t = useT();
  const say = useRuleText();
  const { title, look, onClose } = props;
  if (look.result?.ok === true) return <Preview {...props} preview={look.result} />;
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={title}
      width={640}
      footer={<Button onClick={onClose}>{t('components.action.close')}</Button>}
    >
      <Judging look={look}>
        {(result) =>
          !result.ok && (
            <FaultList
              fileName={result.fileName}
              faults={result.faults.map(({ place, fault }) => ({ place, words: say(fault) }))}
            />
          )
        }
      </Judging>
    </DialogFrame>
  );
}

interface PreviewProps<Sound extends SoundFile> extends ImportDialogProps<Sound> {
  readonly preview: Sound;
}

function Preview<Sound extends SoundFile>(props: PreviewProps<Sound>) {
  const { title, preview, install, differences, onInstalled, onClose } = props;
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const { progress, run } = useLongAction();
  const { head, standing, comparedWith, touched, untouchedIds } = preview;
  const all = [...movable(touched), ...untouchedIds];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(standing === 'newer' ? all : []));
  const canInstall = standing !== 'known' && standing !== 'same_version';
  const takeIn = async (): Promise<void> => {
    const applicationIds = all.filter((id) => chosen.has(id));
    const done = await run(
      () => install({ sha256: head.sha256, applicationIds }),
      t('rules.import.done', { title: say(head.title), version: head.version }),
    );
    if (done !== undefined) onInstalled(preview);
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={title}
      width={640}
      footer={
        <>
          {canInstall && (
            <Button variant="filled" disabled={progress !== null} onClick={() => void takeIn()}>
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
          {t('rules.version', { version: head.version, date: format.dateLong(head.asOf) })}
        </span>
      </p>
      <Notice
        tone={standing === 'newer' || standing === 'new_pack' ? 'info' : 'warning'}
        title={t(`rules.import.standing.${standing}`, { version: comparedWith ?? '' })}
      />
      <div className={styles.previewBody} role="group" aria-label={title} tabIndex={0}>
        {differences(preview)}
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
      <Writing progress={progress} />
    </DialogFrame>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { Job, Result } from '#renderer/components/job.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';

type Check =
  | {
      readonly kind: 'running';
      readonly what: 'database' | 'history' | 'vault';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'ended';
      readonly events: number;
      readonly files: number;
      readonly problems: readonly { code: string; subject: string }[];
    };

/** Version, where the data lives, and a check of all of it. */
export function AboutPart() {
  const t = useT();
  const { query, backend } = useApi();
  const { report } = useFailures();
  const info = useQuery(query.system.info.queryOptions());
  const [check, setCheck] = useState<Check | null>(null);
  const verify = async (): Promise<void> => {
    try {
      for await (const step of await backend.system.verify()) {
        if (step.kind === 'checking')
          setCheck({ kind: 'running', what: step.what, done: step.done, total: step.total });
        else setCheck({ kind: 'ended', events: step.events, files: step.files, problems: step.problems });
      }
    } catch (error) {
      setCheck(null);
      report(error);
    }
  };
  return (
    <section>
      <PartHead title={t('settings.about.head')} />
      <div className={styles.line}>
        <span>{t('settings.about.version')}</span>
        <span>{info.data?.version}</span>
      </div>
      <div className={styles.line}>
        <span>{t('settings.about.data')}</span>
        <span className="cf-mono cf-selectable cf-cut">{info.data?.dataFolder}</span>
      </div>
      <div className={styles.line}>
        <span>{t('settings.about.schema')}</span>
        <span>{info.data?.schemaVersion}</span>
      </div>
      <div className={styles.line}>
        <span>{t('settings.about.seat')}</span>
        <span>{info.data?.seatLetter}</span>
      </div>
      <p>
        <Button disabled={check?.kind === 'running'} onClick={() => void verify()}>
          {t('settings.about.verify')}
        </Button>
      </p>
      {check && <CheckLine check={check} />}
    </section>
  );
}

function CheckLine({ check }: { readonly check: Check }) {
  const t = useT();
  const figuresOf = useProgressFigures();
  if (check.kind === 'running') {
    const share = check.total === 0 ? null : check.done / check.total;
    return (
      <Job
        title={t(`settings.about.verifying.${check.what}`)}
        figures={check.what === 'vault' && figuresOf('files', check.done, check.total)}
        share={share}
      />
    );
  }
  if (check.problems.length === 0) {
    const { events, files } = check;
    return <Result tone="success" title={t('settings.about.verified', { events, files })} />;
  }
  return (
    <Result tone="danger" title={t('settings.about.problems', { n: check.problems.length })}>
      {check.problems.map(({ code, subject }) => `${code} ${subject}`).join('，')}
    </Result>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useLongAction } from '#renderer/api/use-long-action.ts';
import { useLook } from '#renderer/api/use-look.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Judging, Writing } from './judging.tsx';
import { movable, TouchedList } from './touched-list.tsx';
import styles from './rules.module.css';

/** Open applications that go by an older version of a pack. */
export function OutdatedByPack({ packId }: { readonly packId: string }) {
  const { backend } = useApi();
  const look = useLook(['outdated', packId], (signal) => backend.rules.outdated({ packId }, { signal }));
  return (
    <Judging look={look}>
      {([late]) =>
        late && (
          <Outdated
            key={late.version}
            late={late}
            move={(applicationIds) =>
              backend.rules.moveApplications({ id: packId, version: late.version, applicationIds })
            }
          />
        )
      }
    </Judging>
  );
}

/** Open applications that go by an older version of their list of categories. */
export function OutdatedByList() {
  const { backend } = useApi();
  const look = useLook(['outdatedCategories'], (signal) =>
    backend.rules.outdatedCategories(undefined, { signal }),
  );
  return (
    <Judging look={look}>
      {(lists) =>
        lists.map((late) => (
          <Outdated
            key={late.sha256}
            late={late}
            move={(applicationIds) => backend.rules.moveToCategories({ sha256: late.sha256, applicationIds })}
          />
        ))
      }
    </Judging>
  );
}

interface OutdatedProps {
  readonly late: {
    readonly version: string;
    readonly touched: readonly TouchedApplication[];
    readonly untouchedIds: readonly string[];
  };
  readonly move: (
    applicationIds: string[],
  ) => PromiseLike<AsyncIterable<WorkStep<{ readonly changeId: string | null }>>>;
}

/** What would change for each that is late, and the move that the firm decides on. */
function Outdated({ late: { version, touched, untouchedIds }, move }: OutdatedProps) {
  const t = useT();
  const { progress, run } = useLongAction();
  const all = [...movable(touched), ...untouchedIds];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all));
  const applicationIds = all.filter((each) => chosen.has(each));
  const moved = t('rules.touched.moved', { count: applicationIds.length, version });
  return (
    <section aria-labelledby="rules-outdated">
      <PartHead
        id="rules-outdated"
        title={t('rules.touched.title')}
        count={t('rules.touched.count', { count: touched.length + untouchedIds.length })}
      />
      <TouchedList touched={touched} chosen={chosen} onChoose={setChosen} />
      {untouchedIds.length > 0 && (
        <p className={styles.legend}>{t('rules.touched.untouched', { count: untouchedIds.length })}</p>
      )}
      <p className={styles.actions}>
        <Button
          disabled={applicationIds.length === 0 || progress !== null}
          onClick={() => void run(() => move(applicationIds), moved)}
        >
          {t('rules.touched.move', { count: applicationIds.length, version })}
        </Button>
      </p>
      <Writing progress={progress} />
      <p className={styles.legend}>{t('rules.touched.note')}</p>
    </section>
  );
}

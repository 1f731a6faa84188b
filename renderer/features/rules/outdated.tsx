import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutdatedPack } from '#shared/contract/rules.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { movable, TouchedList } from './touched-list.tsx';
import styles from './rules.module.css';

/** Open applications that go by an older version: what would change for each, and the move that the firm decides on. */
export function Outdated({ packId }: { readonly packId: string }) {
  const { query } = useApi();
  const { data } = useQuery(query.rules.outdated.queryOptions({ input: { packId } }));
  const own = data?.[0];
  return own === undefined ? null : <Late key={own.version} late={own} />;
}

function Late({ late }: { readonly late: OutdatedPack }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { packId: id, version, touched, untouchedIds } = late;
  const all = [...movable(touched), ...untouchedIds];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all));
  const applicationIds = all.filter((each) => chosen.has(each));
  const move = () =>
    act(
      () => backend.rules.moveApplications({ id, version, applicationIds }),
      t('rules.touched.moved', { count: applicationIds.length, version }),
    );
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
        <Button disabled={applicationIds.length === 0} onClick={() => void move()}>
          {t('rules.touched.move', { count: applicationIds.length, version })}
        </Button>
      </p>
      <p className={styles.legend}>{t('rules.touched.note')}</p>
    </section>
  );
}

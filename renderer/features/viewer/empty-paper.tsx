import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { Storing } from '#renderer/api/storing.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFileDrop } from '#renderer/components/use-file-drop.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { useAddVersion } from './use-add-version.ts';
import { paperName } from './version-words.ts';
import styles from './viewer.module.css';

/** A paper whose files are all in the trash takes a new one. */
export function EmptyPaper() {
  const t = useT();
  const { paper } = usePaper();
  const adding = useAddVersion(() => undefined);
  const drop = useFileDrop(adding.drop, adding.isBusy);
  return (
    <div className={styles.empty} {...drop.handlers}>
      <RecordHead
        crumbs={
          <Crumbs
            items={[
              { label: t('documents.title'), href: paths.documents() },
              { label: paper.clientName, href: paths.client(paper.clientId, `paper.${paper.id}`) },
            ]}
          />
        }
        title={paperName(paper, t)}
      />
      <EmptyState
        title={t('viewer.empty')}
        note={t('viewer.emptyNote')}
        ways={[
          {
            id: 'add',
            Icon: IconFilePlus,
            title: t('viewer.addVersion'),
            note: t('viewer.dropVersion'),
            action: (
              <Button
                variant="filled"
                leftSection={<IconFilePlus size={16} stroke={iconStroke} aria-hidden />}
                onClick={adding.pick}
              >
                {t('components.drop.pick')}
              </Button>
            ),
          },
        ]}
      />
      <Storing state={adding.state} />
    </div>
  );
}

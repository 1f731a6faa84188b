import { Button } from '@mantine/core';
import { isReadableKind } from '#shared/domain/paper-fields.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { Part } from './part.tsx';
import { ReadField } from './read-field.tsx';
import { useClientOfPaper } from './use-client-of-paper.ts';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';
import styles from './read-fields.module.css';

interface ReadFieldsPartProps {
  readonly fields: ReadFields;
  readonly pane: OpenPane;
}

/** What was read off the file, value by value with its number on the page, to be confirmed. */
export function ReadFieldsPart({ fields, pane }: ReadFieldsPartProps) {
  const t = useT();
  const { paper, today } = usePaper();
  const client = useClientOfPaper();
  const { rows, waiting, settled } = fields;
  if (!isReadableKind(paper.kind) || client === undefined) return null;
  const n = rows.length;
  const count = waiting > 0 ? t('viewer.read.counts', { n, waiting }) : t('viewer.read.count', { n });
  return (
    <Part
      title={t('viewer.read.title')}
      count={n > 0 ? count : undefined}
      end={n > 0 && t('viewer.read.confidence')}
    >
      <Progress fields={fields} />
      <ol className={styles.list}>
        {rows.map((row) => (
          <ReadField key={row.read.field} {...{ row, fields, pane }} known={{ paper, client, today }} />
        ))}
      </ol>
      {settled > 0 && (
        <div className={styles.foot}>
          <Button onClick={fields.keepSettled} rightSection={<Keys of="a" />}>
            {t('viewer.read.keepAll', { n: settled })}
          </Button>
        </div>
      )}
    </Part>
  );
}

/** Why nothing stands in the list yet, or never will. */
function Progress({ fields: { reading, error, retry, rows } }: Pick<ReadFieldsPartProps, 'fields'>) {
  const t = useT();
  const { paper } = usePaper();
  if (error !== null)
    return (
      <p className={styles.note} role="status">
        {t('viewer.read.failed')} <TextButton onClick={retry}>{t('components.action.retry')}</TextButton>
      </p>
    );
  if (reading?.state === 'waiting')
    return (
      <p className={styles.note} role="status" data-busy>
        {t('viewer.read.waiting')}
      </p>
    );
  if (reading?.state === 'unreadable')
    return <p className={styles.note}>{t(`viewer.read.fault.${reading.fault}`)}</p>;
  if (reading?.state !== 'read') return null;
  const guess = reading.pages.find((page) => page.guess !== null)?.guess ?? null;
  if (rows.length === 0 && statedFieldsOf(paper.kind).length > 0)
    return <p className={styles.note}>{t('viewer.read.nothing')}</p>;
  if (guess === null || guess.kind === paper.kind || guess.confidence < 0.8) return null;
  return (
    <p className={styles.note}>
      {t('viewer.read.otherKind', { kind: t(`vocabulary.documentKind.${guess.kind}`) })}
    </p>
  );
}

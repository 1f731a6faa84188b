import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { keyGroups } from './keys-help-lists.ts';
import type { KeyName } from './keys-help-lists.ts';
import styles from './keys-help.module.css';

interface KeysHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The keys, by where they are valid. */
export function KeysHelp({ opened, onClose }: KeysHelpProps) {
  const t = useT();
  return (
    <DialogFrame
      opened={opened}
      onClose={onClose}
      title={t('shell.help')}
      closeOnClickOutside
      width={1180}
      footer={<Button onClick={onClose}>{t('components.action.close')}</Button>}
    >
      <div className={styles.columns}>
        {keyGroups.map((groups) => (
          <section key={groups[0].id}>
            {groups.map(({ id, keys }) => (
              <Fragment key={id}>
                <h3>{t(`shell.keys.${id}`)}</h3>
                <KeyList keys={keys} />
              </Fragment>
            ))}
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

function KeyList({ keys }: { readonly keys: readonly (readonly [string, KeyName])[] }) {
  const t = useT();
  return (
    <dl className={styles.list}>
      {keys.map(([key, name]) => (
        <div key={key}>
          <dt>
            <Keys of={key} />
          </dt>
          <dd>{t(`shell.keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

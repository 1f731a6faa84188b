import { Button } from '@mantine/core';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './keys-help.module.css';

interface KeysHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const everywhere = [
  ['mod+k', 'search'],
  ['mod+1', 'today'],
  ['mod+2', 'clients'],
  ['mod+3', 'applications'],
  ['mod+4', 'documents'],
  ['mod+5', 'rules'],
  ['mod+n', 'newClient'],
  ['mod+z', 'undo'],
  ['mod+shift+z', 'redo'],
  ['alt+arrowleft', 'back'],
  ['?', 'help'],
] as const;

const inLists = [
  ['arrowup', 'up'],
  ['arrowdown', 'down'],
  ['enter', 'open'],
  ['space', 'select'],
  ['f', 'filter'],
  ['escape', 'escape'],
  ['mod+arrowleft', 'foldGroup'],
  ['mod+arrowright', 'openGroup'],
  ['alt+shift+arrowright', 'columnWidth'],
] as const;

const onBoard = [
  ['space', 'lift'],
  ['arrowleft', 'columnBefore'],
  ['arrowright', 'columnAfter'],
  ['escape', 'putBack'],
] as const;

/** On the page of a client or an application that was opened from a list. */
const onRecords = [
  ['alt+arrowup', 'previous'],
  ['alt+arrowdown', 'next'],
] as const;

const inCells = [
  ['arrowright', 'toCells'],
  ['enter', 'editCell'],
  ['tab', 'sideways'],
  ['escape', 'restore'],
  ['delete', 'emptyCell'],
  ['shift+arrowdown', 'block'],
  ['mod+c', 'copyBlock'],
  ['mod+v', 'pasteBlock'],
  ['mod+d', 'fillDown'],
] as const;

/** The keys, by where they are valid. */
export function KeysHelp({ opened, onClose }: KeysHelpProps) {
  const t = useT();
  return (
    <DialogFrame
      opened={opened}
      onClose={onClose}
      title={t('shell.help')}
      closeOnClickOutside
      width={880}
      footer={<Button onClick={onClose}>{t('components.action.close')}</Button>}
    >
      <div className={styles.columns}>
        <section>
          <h3>{t('shell.keys.everywhere')}</h3>
          <KeyList keys={everywhere} />
        </section>
        <section>
          <h3>{t('shell.keys.inLists')}</h3>
          <KeyList keys={inLists} />
          <h3>{t('shell.keys.onBoard')}</h3>
          <KeyList keys={onBoard} />
          <h3>{t('shell.keys.onRecords')}</h3>
          <KeyList keys={onRecords} />
        </section>
        <section>
          <h3>{t('shell.keys.inCells')}</h3>
          <KeyList keys={inCells} />
        </section>
      </div>
    </DialogFrame>
  );
}

type KeyName = (
  typeof everywhere | typeof inLists | typeof inCells | typeof onBoard | typeof onRecords
)[number][1];

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

import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import { inStripOrder, receivedWords, versionName } from './version-words.ts';
import styles from './viewer.module.css';

interface VersionMenuProps {
  readonly shown: PaperVersion;
  readonly onShow: (version: PaperVersion) => void;
}

/** The versions where there is no room for their strip. */
export function VersionMenu({ shown, onShow }: VersionMenuProps) {
  const t = useT();
  const format = useFormat();
  const { paper, today } = usePaper();
  const inUse = new Set(paper.current.map(({ id }) => id));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.choice}>
          <span className="cf-cut">{versionName(shown, t)}</span>
          <span className="cf-hidden">{t('viewer.chooseVersion')}</span>
          <IconChevronDown size={14} stroke={iconStroke} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.choices}>
        {inStripOrder(paper.versions, paper.current).map((version) => (
          <Menu.RadioItem
            key={version.id}
            value={version.id}
            checked={version.id === shown.id}
            checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
            closeMenuOnClick
            rightSection={
              <span className="cf-xs cf-ink-3">{inUse.has(version.id) ? t('viewer.inUse') : ''}</span>
            }
            onChange={() => onShow(version)}
          >
            {t('viewer.versionReceived', {
              version: versionName(version, t),
              received: receivedWords(version, today, t, format),
            })}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

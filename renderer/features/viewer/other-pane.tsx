import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLink, IconLinkOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Zoom } from '#renderer/components/scan/stage-layout.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Pane } from './pane.tsx';
import { Tool } from './pane-tools.tsx';
import { usePaper } from './paper-context.tsx';
import type { Compare, Counterpart } from './use-compare.ts';
import { usePane } from './use-pane.ts';
import type { OnScrolled } from './use-pane.ts';
import { paperName, receivedWords, versionName } from './version-words.ts';
import styles from './viewer.module.css';

interface OtherPaneProps {
  readonly compare: Compare;
  readonly other: Counterpart;
  /** Of the first pane, while the two go together. */
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onScrolled: OnScrolled;
}

/** What the shown version is held against. */
export function OtherPane({ compare, other, zoom, onZoom, onScrolled }: OtherPaneProps) {
  const t = useT();
  const [ownZoom, setOwnZoom] = useState(zoom);
  const { isLinked } = compare;
  // Let go, it goes on from where both were.
  if (isLinked && ownZoom !== zoom) setOwnZoom(zoom);
  const view = isLinked ? { zoom, onZoom } : { zoom: ownZoom, onZoom: setOwnZoom };
  const pane = usePane(other.version, { ...view, handle: compare.stage });
  return (
    <Pane
      pane={pane}
      caption={<Choice compare={compare} other={other} />}
      onScrolled={onScrolled}
      end={
        <>
          <Tool
            label={t(isLinked ? 'viewer.compare.linked' : 'viewer.compare.unlinked')}
            keys="l"
            Icon={isLinked ? IconLink : IconLinkOff}
            isOn={isLinked}
            onClick={compare.link}
          />
          <Tool label={t('viewer.compare.end')} keys="c" Icon={IconX} onClick={compare.end} />
        </>
      }
    />
  );
}

/** Which file it is; opened, which it could be. */
function Choice({ compare, other }: Pick<OtherPaneProps, 'compare' | 'other'>) {
  const t = useT();
  const wordsOf = useCounterpartWords();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.choice}>
          <span className="cf-cut">{wordsOf(other)}</span>
          <span className="cf-hidden">{t('viewer.compare.choose')}</span>
          <IconChevronDown size={14} stroke={iconStroke} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.choices}>
        {compare.versions.length > 0 && <Menu.Label>{t('viewer.compare.versions')}</Menu.Label>}
        {compare.versions.map((each) => (
          <ChoiceItem key={each.version.id} {...{ each, other, compare }} words={wordsOf(each)} />
        ))}
        {compare.papers.length > 0 && <Menu.Label>{t('viewer.compare.papers')}</Menu.Label>}
        {compare.papers.map((each) => (
          <ChoiceItem key={each.version.id} {...{ each, other, compare }} words={wordsOf(each)} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceItemProps extends Pick<OtherPaneProps, 'compare' | 'other'> {
  readonly each: Counterpart;
  readonly words: string;
}

function ChoiceItem({ each, other, compare, words }: ChoiceItemProps) {
  const { id } = each.version;
  return (
    <Menu.RadioItem
      value={id}
      checked={id === other.version.id}
      checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
      closeMenuOnClick
      onChange={compare.choose}
    >
      {words}
    </Menu.RadioItem>
  );
}

function useCounterpartWords(): (of: Counterpart) => string {
  const t = useT();
  const format = useFormat();
  const { today } = usePaper();
  return ({ version, paper }) => {
    if (paper === null)
      return t('viewer.versionReceived', {
        version: versionName(version, t),
        received: receivedWords(version, today, t, format),
      });
    const name = paperName(paper, t);
    return version.part === 'whole'
      ? name
      : t('viewer.sideOf', { paper: name, side: t(`vocabulary.documentPart.${version.part}`) });
  };
}

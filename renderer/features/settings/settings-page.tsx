import {
  IconBell,
  IconBuildingCommunity,
  IconHelpCircle,
  IconInbox,
  IconPalette,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { PageHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AboutPart } from './about-part.tsx';
import { AppearancePart } from './appearance-part.tsx';
import { BackupPart } from './backup-part.tsx';
import { FirmPart } from './firm-part.tsx';
import { IntakePart } from './intake-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RemindersPart } from './reminders-part.tsx';
import styles from './settings.module.css';

const parts = [
  { id: 'firm', Icon: IconBuildingCommunity },
  { id: 'people', Icon: IconUsers },
  { id: 'reminders', Icon: IconBell },
  { id: 'intake', Icon: IconInbox },
  { id: 'backup', Icon: IconShieldCheck },
  { id: 'appearance', Icon: IconPalette },
  { id: 'about', Icon: IconHelpCircle },
] as const satisfies readonly { readonly id: string; readonly Icon: Icon }[];

type PartId = (typeof parts)[number]['id'];

/** The settings of the firm and of this computer; each is saved as it is changed. */
export function SettingsPage({ part }: { readonly part?: string }) {
  const t = useT();
  const { query } = useApi();
  const settings = useQuery(query.settings.get.queryOptions());
  const here = parts.find(({ id }) => id === part)?.id ?? 'firm';
  return (
    <>
      <PageHead title={t('settings.title')}>
        <span className="cf-ink-3 cf-xs">{t('settings.savedAtOnce')}</span>
      </PageHead>
      <div className={styles.settings}>
        <nav className={styles.parts} aria-label={t('settings.title')}>
          {parts.map(({ id, Icon }) => (
            <Link
              key={id}
              href={paths.settings(id)}
              aria-current={id === here ? 'page' : undefined}
              className="cf-focus-in"
            >
              <Icon size={16} stroke={iconStroke} aria-hidden />
              {t(`settings.parts.${id}`)}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>
          {settings.error && <QueryFailure error={settings.error} onRetry={() => void settings.refetch()} />}
          {settings.data && <Part id={here} settings={settings.data} />}
        </div>
      </div>
    </>
  );
}

function Part({ id, settings }: { readonly id: PartId; readonly settings: SettingsValues }) {
  switch (id) {
    case 'firm':
      return <FirmPart settings={settings} />;
    case 'people':
      return <PeoplePart settings={settings} />;
    case 'reminders':
      return <RemindersPart settings={settings} />;
    case 'intake':
      return <IntakePart settings={settings} />;
    case 'backup':
      return <BackupPart settings={settings} />;
    case 'appearance':
      return <AppearancePart settings={settings} />;
    case 'about':
      return <AboutPart />;
  }
}

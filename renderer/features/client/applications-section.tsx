import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { isClosed } from '#shared/domain/application.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { StageDots } from '#renderer/components/stage-dots.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Ticks } from '#renderer/components/ticks.tsx';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { clockTicks } from '#renderer/components/clock-ticks.ts';
import { Countdown, countdownHere } from './countdown.tsx';
import { Section } from './section.tsx';
import styles from './applications.module.css';

/** Applications under way; the closed ones on request. */
export function ApplicationsSection({ onNew }: { readonly onNew: () => void }) {
  const t = useT();
  const { applications } = useClient().details;
  const [showsClosed, setShowsClosed] = useState(false);
  const open = applications.filter(({ stage }) => !isClosed(stage));
  const closed = applications.filter(({ stage }) => isClosed(stage));
  const shown = showsClosed ? [...open, ...closed] : open;
  return (
    <Section
      id="applications"
      title={t('client.applications.title')}
      count={
        applications.length > 0
          ? t('client.applications.count', { open: open.length, closed: closed.length })
          : undefined
      }
      end={
        closed.length > 0 && (
          <TextButton onClick={() => setShowsClosed(!showsClosed)}>
            {t(showsClosed ? 'client.applications.hideClosed' : 'client.applications.showClosed')}
          </TextButton>
        )
      }
    >
      {shown.length === 0 ? (
        <EmptyLine>
          {t('client.applications.empty')}{' '}
          <TextButton onClick={onNew}>{t('client.newApplication.button')}</TextButton>
        </EmptyLine>
      ) : (
        <ul>
          {shown.map((application) => (
            <ApplicationLine key={application.id} application={application} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ApplicationLine({ application }: { readonly application: ApplicationRow }) {
  const t = useT();
  const stage = t(`vocabulary.stage.${application.stage}`);
  const kind = useOrderWords()(application);
  const name = t('client.applications.name', { name: application.accountName, kind });
  return (
    <li>
      <Link className={`${styles.line} cf-focus-in`} href={paths.application(application.id)}>
        <span className="cf-row">
          <IconFileCertificate size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
          <span className="cf-cut" title={name}>
            {name}
          </span>
        </span>
        <span className={`${styles.number} cf-mono cf-ink-3`}>{application.number}</span>
        <span className="cf-row cf-xs">
          <StageDots {...application.rail} label={stage} />
          <span className="cf-cut">{stage}</span>
        </span>
        {application.clock === null ? <span /> : <ClockTicks duty={application.clock} />}
        <span className="cf-xs cf-nowrap cf-num">
          {application.clock && <Countdown duty={application.clock} />}
        </span>
      </Link>
    </li>
  );
}

function ClockTicks({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const onPage = useClient();
  const { tone } = countdownHere(duty, onPage);
  const drawn = tone === 'neutral' ? 'info' : tone;
  const clock = clockTicks(duty, onPage.today, onPage.nowMs, onPage.calendar);
  return (
    <span className={styles.clock}>
      {clock && (
        <Ticks
          ticks={clock.ticks}
          tone={drawn}
          width={clock.ticks.length > 15 ? 2 : 3}
          label={t('client.applications.clock', { total: clock.total, n: clock.left })}
        />
      )}
      {duty.kind === 'clock_refill' && (
        <Pips spent={(duty.refillNo ?? 1) - 1} using={1} total={duty.refillMax} tone={drawn} />
      )}
    </span>
  );
}

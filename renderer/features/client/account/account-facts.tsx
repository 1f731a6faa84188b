import type { AccountFields } from '#shared/contract/accounts.ts';
import { instantOf } from '#shared/domain/calendar-date.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import {
  filingNumberFinding,
  originalIdFinding,
  platformIdFinding,
  previewOf,
} from '#renderer/components/identifier-words.ts';
import { readTypedTime } from '#renderer/components/typed-time.ts';
import { formatTime } from '#renderer/i18n/format-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ChoiceFact, DateFact, LongTextFact, TextFact } from '#renderer/components/facts.tsx';
import { Section } from '../section.tsx';
import { useAccount } from './account-context.tsx';
import { AdministratorFact } from './administrator-fact.tsx';
import { CategoryFact } from './category-fact.tsx';
import { useSaveAccount } from './use-save-account.ts';

/** What the platform has of the account; each is changed where it stands, the checks beside it. */
export function AccountFacts() {
  const t = useT();
  const { account } = useAccount();
  const save = useSaveAccount();
  return (
    <Section id="facts" title={t('account.facts.title')}>
      <dl>
        <Place />
        <Numbers />
        <Certified />
        <CategoryFact />
        <AdministratorFact />
        <LongTextFact
          label={t('client.account.remark')}
          value={account.remark}
          onSave={(remark) => save({ remark })}
        />
      </dl>
    </Section>
  );
}

function Place() {
  const t = useT();
  const { account } = useAccount();
  const save = useSaveAccount();
  return (
    <>
      <TextFact
        label={t('client.account.name')}
        place="name"
        value={account.name}
        preview={(text) => (text.trim() === '' ? { fault: t('client.facts.nameNeeded') } : {})}
        onSave={(name) => save({ name: name ?? account.name })}
      />
      <ChoiceFact
        label={t('client.account.platform')}
        values={platforms}
        words={(platform) => t(`vocabulary.platform.${platform}`)}
        value={account.platform}
        onSave={(platform) => save({ platform })}
      />
      <ChoiceFact
        label={t('client.account.kind')}
        values={accountKinds}
        words={(kind) => t(`vocabulary.accountKind.${kind}`)}
        value={account.kind}
        onSave={(kind) => save({ kind })}
      />
    </>
  );
}

/** The numbers by which the platform and the filing office know it; a doubtful one is marked, one that can't be right refused. */
function Numbers() {
  const t = useT();
  const { account } = useAccount();
  const save = useSaveAccount();
  const isMerchant = account.kind === 'merchant';
  const isOnWechat = account.platform === 'wechat' && !isMerchant;
  return (
    <>
      <TextFact
        label={t(isMerchant ? 'client.account.merchantNumber' : 'client.account.appId')}
        place="appId"
        value={account.appId}
        mono
        check={platformIdFinding(account.appId, account, t)}
        preview={(text) => previewOf(platformIdFinding(text, account, t))}
        onSave={(appId) => save({ appId })}
      />
      {(isOnWechat || account.originalId !== null) && (
        <TextFact
          label={t('client.account.originalId')}
          place="originalId"
          value={account.originalId}
          mono
          check={isOnWechat ? originalIdFinding(account.originalId, t) : undefined}
          preview={(text) => previewOf(isOnWechat ? originalIdFinding(text, t) : undefined)}
          onSave={(originalId) => save({ originalId })}
        />
      )}
      {!isMerchant && <Filing />}
    </>
  );
}

function Filing() {
  const t = useT();
  const { account } = useAccount();
  const save = useSaveAccount();
  return (
    <>
      <TextFact
        label={t('client.account.filingNumber')}
        place="filingNumber"
        value={account.filingNumber}
        check={filingNumberFinding(account.filingNumber, t)}
        preview={(text) => previewOf(filingNumberFinding(text, t))}
        onSave={(filingNumber) => save({ filingNumber })}
      />
      <DateFact
        label={t('client.account.filedOn')}
        value={account.filedOn}
        onSave={(value) => save({ filedOn: value === 'forever' ? null : value })}
      />
    </>
  );
}

/** Since when and until when; where the platform shows the time of the end, that too. */
function Certified() {
  const t = useT();
  const { account } = useAccount();
  const save = useSaveAccount();
  const { certifiedUntilOn: until, certifiedUntilAtMs: endAtMs } = account;
  const time = endAtMs === null ? null : formatTime(endAtMs);
  return (
    <>
      <DateFact
        label={t('client.account.certifiedSince')}
        value={account.certifiedSinceOn}
        onSave={(value) => save({ certifiedSinceOn: value === 'forever' ? null : value })}
      />
      <DateFact
        label={t('client.account.certifiedUntil')}
        place="certifiedUntil"
        value={until}
        onSave={(value) => save(endOn(value === 'forever' ? null : value, time))}
      />
      {until !== null && (
        <TextFact
          label={t('account.facts.endTime')}
          value={time}
          preview={(text) =>
            text.trim() === '' || readTypedTime(text) !== null
              ? {}
              : { fault: t('application.step.fault.no_time') }
          }
          onSave={(text) => save(endOn(until, text))}
        />
      )}
    </>
  );
}

/** A day and the moment on it, where that is known. */
function endOn(
  day: AccountFields['certifiedUntilOn'],
  time: string | null,
): Pick<AccountFields, 'certifiedUntilOn' | 'certifiedUntilAtMs'> {
  const clock = time === null ? null : readTypedTime(time);
  return {
    certifiedUntilOn: day,
    certifiedUntilAtMs: day === null || clock === null ? null : instantOf(day, clock),
  };
}

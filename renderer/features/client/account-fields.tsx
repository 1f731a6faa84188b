import type { AccountFields } from '#shared/contract/accounts.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { filingNumberFinding, platformIdFinding } from '#renderer/components/identifier-words.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import type { TakenAppId } from './use-taken-app-id.ts';
import styles from './client.module.css';

export type AccountBasics = Pick<AccountFields, 'platform' | 'kind' | 'name' | 'appId'>;

export const newAccountBasics: AccountBasics = {
  platform: 'wechat',
  kind: 'mini_program',
  name: '',
  appId: null,
};

interface AccountBasicFieldsProps {
  readonly value: AccountBasics;
  readonly onChange: (value: AccountBasics) => void;
  /** The client whose account has this id already. */
  readonly taken?: TakenAppId | undefined;
}

/** Where the account is, what sort it is, its name and its id. */
export function AccountBasicFields({ value, onChange, taken }: AccountBasicFieldsProps) {
  const t = useT();
  const found = useSuggestedCheck(platformIdFinding(value.appId, value, t), (appId) =>
    onChange({ ...value, appId }),
  );
  const check: Check | undefined =
    taken === undefined ? found : { tone: 'danger', text: <Taken {...taken} /> };
  return (
    <>
      <div className={styles.pair}>
        <ChoiceField
          label={t('client.account.platform')}
          values={platforms}
          words={(platform) => t(`vocabulary.platform.${platform}`)}
          value={value.platform}
          onChange={(platform) => onChange({ ...value, platform })}
        />
        <ChoiceField
          label={t('client.account.kind')}
          values={accountKinds}
          words={(kind) => t(`vocabulary.accountKind.${kind}`)}
          value={value.kind}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      </div>
      <TextField
        label={t('client.account.name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        required
        data-autofocus
        autoComplete="off"
      />
      <TextField
        label={t(value.kind === 'merchant' ? 'client.account.merchantNumber' : 'client.account.appId')}
        value={value.appId ?? ''}
        onChange={(appId) => onChange({ ...value, appId: appId === '' ? null : appId })}
        check={check}
        mono
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}

function Taken({ clientId, name }: TakenAppId) {
  const t = useT();
  return (
    <>
      {t('client.account.taken')} <Link href={paths.client(clientId)}>{name}</Link>
    </>
  );
}

type Filing = Pick<AccountFields, 'filingNumber' | 'filedOn'>;

interface FilingFieldsProps {
  readonly value: Filing & Pick<AccountFields, 'kind'>;
  readonly onChange: (value: Partial<Filing>) => void;
}

/** The number and the day of the filing; a merchant is not filed. */
export function FilingFields({ value, onChange }: FilingFieldsProps) {
  const t = useT();
  const check = filingNumberFinding(value.filingNumber, t);
  if (value.kind === 'merchant') return null;
  return (
    <div className={styles.pair}>
      <TextField
        label={t('client.account.filingNumber')}
        value={value.filingNumber ?? ''}
        onChange={(text) => onChange({ filingNumber: text === '' ? null : text })}
        {...(check && { check })}
        mono
        autoComplete="off"
        spellCheck={false}
      />
      <DateField
        label={t('client.account.filedOn')}
        value={value.filedOn}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => onChange({ filedOn: date === 'forever' ? null : date })}
      />
    </div>
  );
}

import type { Touches } from '#shared/contract/renewal.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './viewer.module.css';

type Value = Touches['fields'][number]['before'];

const signs = { replaced: 'satisfied', follows: 'satisfied', stays: 'note' } as const;

/** Everything that a renewal touches: checklists, accounts and the client's own facts, each with what becomes of it. */
export function RenewList({ touches: { uses, accounts, fields } }: { readonly touches: Touches }) {
  const t = useT();
  return (
    <div className={styles.renewal}>
      <Uses uses={uses} />
      <section>
        <h3>{t('viewer.renew.accounts', { count: accounts.length })}</h3>
        <ul>
          {accounts.map(({ id, name, platform, isToTell, hasTask }) => (
            <li key={id} className={styles.touched}>
              <Link href={paths.account(id)} className="cf-cut">
                {t('viewer.useOf', { account: name, kind: t(`vocabulary.platform.${platform}`) })}
              </Link>
              <Status of={isToTell ? 'warning' : 'note'}>
                {t(
                  isToTell ? 'viewer.renew.tell' : hasTask ? 'viewer.renew.reminded' : 'viewer.renew.noTell',
                )}
              </Status>
            </li>
          ))}
        </ul>
      </section>
      {fields.length > 0 && <Fields fields={fields} />}
    </div>
  );
}

function Uses({ uses }: Pick<Touches, 'uses'>) {
  const t = useT();
  const say = useRuleText();
  const wordsOf = useOrderWords();
  return (
    <section>
      <h3>{t('viewer.renew.uses', { count: uses.length })}</h3>
      {uses.length === 0 && <p className="cf-ink-3">{t('viewer.renew.nothing')}</p>}
      <ul>
        {uses.map((use) => (
          <li key={use.itemId} className={styles.touched}>
            <Link
              href={paths.application(use.applicationId, use.itemId)}
              className="cf-cut"
              title={`${use.applicationNumber} ${say(use.itemTitle)}`}
            >
              {t('viewer.useOf', { account: use.accountName, kind: wordsOf(use) })}
            </Link>
            <Status of={signs[use.fate]}>{t(`viewer.renew.fate.${use.fate}`)}</Status>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ fields }: Pick<Touches, 'fields'>) {
  const t = useT();
  const wordsOf = (value: Value): string => {
    if (value === null) return t('viewer.renew.none');
    return value === 'forever' ? t('viewer.renew.forever') : value;
  };
  return (
    <section>
      <h3>{t('viewer.renew.fields')}</h3>
      {fields.map(({ field, before, after }) => (
        <p key={field}>{t('viewer.renew.licence', { before: wordsOf(before), after: wordsOf(after) })}</p>
      ))}
    </section>
  );
}

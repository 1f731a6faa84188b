import { maskPhone } from '#shared/domain/mask.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FactLine } from '#renderer/components/facts.tsx';
import { useAccount } from './account-context.tsx';

/** Who scans and answers for it: the client's people have the word. */
export function AdministratorFact() {
  const t = useT();
  const { client, contacts } = useAccount();
  const all = contacts.filter(({ isAdministrator, leftOn }) => isAdministrator && leftOn === null);
  return (
    <FactLine label={t('account.facts.administrator')}>
      <span className="cf-row">
        {all.length === 0 ? (
          <Link href={paths.client(client.id, 'people')}>{t('account.facts.noAdministrator')}</Link>
        ) : (
          all.map(({ id, name, phone }) => (
            <Link key={id} href={paths.client(client.id, `contact.${id}`)}>
              {phone === null ? name : `${name} ${maskPhone(phone)}`}
            </Link>
          ))
        )}
      </span>
    </FactLine>
  );
}

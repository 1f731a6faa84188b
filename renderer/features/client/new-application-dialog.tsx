import { useState } from 'react';
import { z } from 'zod';
import { accountFields } from '#shared/contract/accounts.ts';
import { applicationKinds, insteadOfCertification, isAboutCategory } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { Beginning } from '#shared/domain/strategy-step.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useCategoryList } from '#renderer/api/use-category-list.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountBasicFields, newAccountBasics } from './account-fields.tsx';
import type { AccountBasics } from './account-fields.tsx';
import { isUnderWay } from './account-orders.ts';
import { AppliedCategory, namedCategory } from './applied-category.tsx';
import { orNull } from '#renderer/components/changed-fields.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { suggestedApplication, suggestionFor } from './suggested-application.ts';
import { useCoveredKinds } from './use-covered-kinds.ts';
import { useTakenAppId } from './use-taken-app-id.ts';

/** Stands in the list of accounts for one that is still to be made. */
const newAccount = 'new';

/** Of an account that is still to be made what is typed is kept; what is chosen is quickly chosen again. */
const basicsDraft = accountFields
  .pick({ platform: true, kind: true, appId: true })
  .extend({ name: z.string() });

interface NewApplicationDialogProps {
  /** What is to be begun, where that is settled; an account of null is one still to be made. */
  readonly start?: Beginning;
  /** Only for the account of the page. */
  readonly onlyHere?: boolean;
  readonly onClose: () => void;
}

/** Begins an application: N opens it with the likeliest one chosen, Enter begins that and shows it. */
export function NewApplicationDialog({ start, onlyHere = false, onClose }: NewApplicationDialogProps) {
  const t = useT();
  const { details, today } = useClient();
  const suggestion = start === undefined ? suggestedApplication(details, today) : null;
  const chosen = start ?? suggestion;
  const [accountId, setAccountId] = useState(
    start === undefined
      ? (suggestion?.accountId ?? details.accounts[0]?.id ?? newAccount)
      : (start.accountId ?? newAccount),
  );
  const kindFor = (id: string): ApplicationKind => {
    const found = details.accounts.find((each) => each.id === id);
    return found === undefined ? 'first_certification' : suggestionFor(found, details, today).kind;
  };
  const [wanted, setKind] = useState<ApplicationKind>(() => start?.kind ?? kindFor(accountId));
  const [basics, setBasics] = useState<AccountBasics>(() => basicsFor(start));
  const draft = useFormDraft({
    form: draftOf(start, details.client.id),
    ...{ schema: basicsDraft, values: basics, put: setBasics, isChange: false },
  });
  // Who was never shown the new account has not given up what was typed of it.
  const [isShown, setShown] = useState(accountId === newAccount);
  const account = details.accounts.find(({ id }) => id === accountId);
  const covered = useCoveredKinds(account ?? basics);
  const list = useCategoryList(account ?? basics);
  const [categoryText, setCategoryText] = useState('');
  const offered = covered?.filter(
    (each) => isAboutCategory(each) || !isUnderWay({ accountId, kind: each }, details),
  );
  // A merchant number is onboarded, not certified: of what can be begun the first stands in for what can't.
  const kind = offered?.includes(wanted) === false ? (insteadOfCertification(offered) ?? wanted) : wanted;
  const category = isAboutCategory(kind) ? namedCategory(categoryText, list)?.id : undefined;
  const isTaken = isUnderWay({ accountId, kind, ...(category !== undefined && { category }) }, details);
  const { taken, noteTaken } = useTakenAppId(basics);
  const onAccount = (id: string): void => {
    setAccountId(id);
    draft.clear();
  };
  const begin = useBegin(accountId, basics, { kind, category }, { onAccount, noteTaken });
  const choose = (id: string): void => {
    setAccountId(id);
    setShown(isShown || id === newAccount);
    setKind(kindFor(id));
  };
  const isNamed = accountId !== newAccount || basics.name.trim() !== '';
  const isWhole = isNamed && !isTaken && (category !== undefined || !isAboutCategory(kind));
  const kindCheck = useKindCheck(kind, covered, isTaken && !isAboutCategory(kind));
  return (
    <FormDialog
      title={t('client.newApplication.title')}
      confirm={t('client.newApplication.begin')}
      canSave={isWhole}
      onSave={begin}
      onClose={onClose}
      {...(isShown && {
        draft: { ...draft, isRestored: draft.isRestored && accountId === newAccount },
      })}
      width={isAboutCategory(kind) ? 600 : 480}
      acceptsAtOnce={accountId !== newAccount && chosen !== null}
    >
      <ChoiceField
        label={t('client.newApplication.account')}
        values={[...details.accounts.map(({ id }) => id), ...(onlyHere ? [] : [newAccount])]}
        words={useAccountWords()}
        value={accountId}
        onChange={choose}
        {...(accountId === suggestion?.accountId &&
          kind === suggestion.kind && {
            check: { tone: 'info' as const, text: t(`client.newApplication.reason.${suggestion.reason}`) },
          })}
      />
      {accountId === newAccount && <AccountBasicFields value={basics} onChange={setBasics} taken={taken} />}
      <ChoiceField
        label={t('client.newApplication.kind')}
        values={offered ?? applicationKinds}
        words={(each) => t(`vocabulary.applicationKind.${each}`)}
        value={kind}
        onChange={setKind}
        {...(kindCheck && { check: kindCheck })}
      />
      {isAboutCategory(kind) && list && (
        <AppliedCategory list={list} text={categoryText} onChange={setCategoryText} isUnderWay={isTaken} />
      )}
    </FormDialog>
  );
}

/** What stands against the kind of application: no rules for it, or the account has it under way. */
function useKindCheck(
  kind: ApplicationKind,
  covered: readonly ApplicationKind[] | undefined,
  isTaken: boolean,
): Check | undefined {
  const t = useT();
  if (covered?.includes(kind) === false)
    return { tone: 'warning', text: t('client.newApplication.notCovered') };
  if (!isTaken) return undefined;
  return {
    tone: 'warning',
    text: t('client.newApplication.underWay', { kind: t(`vocabulary.applicationKind.${kind}`) }),
  };
}

/** What a strategy begins asks for an account of another sort each time, and so has a draft of its own. */
const draftOf = (start: Beginning | undefined, clientId: string): string =>
  start === undefined
    ? `application.${clientId}`
    : `application.${start.platform}.${start.accountKind}.${clientId}`;

const basicsFor = (start: Beginning | undefined): AccountBasics =>
  start === undefined
    ? newAccountBasics
    : { ...newAccountBasics, platform: start.platform, kind: start.accountKind };

function useAccountWords(): (accountId: string) => string {
  const t = useT();
  const format = useFormat();
  const { details, today } = useClient();
  return (accountId) => {
    const account = details.accounts.find(({ id }) => id === accountId);
    if (account === undefined) return t('client.newApplication.newAccount');
    const name = t('client.accounts.name', {
      kind: t(`vocabulary.accountKind.${account.kind}`),
      name: account.name,
    });
    const until = account.certifiedUntilOn;
    return until === null
      ? t('client.newApplication.uncertified', { name })
      : t('client.newApplication.certified', { name, date: format.dateNear(until, today) });
  };
}

/** Makes the account first when there is none yet. What was made stays chosen if the application is refused. */
function useBegin(
  accountId: string,
  basics: AccountBasics,
  order: { readonly kind: ApplicationKind; readonly category: string | undefined },
  hears: {
    readonly onAccount: (id: string) => void;
    readonly noteTaken: (error: unknown) => boolean;
  },
): () => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const clientId = useClient().details.client.id;
  const { kind, category } = order;
  return async () => {
    let account = accountId;
    if (account === newAccount) {
      const fields = { ...basics, name: basics.name.trim(), appId: orNull(basics.appId ?? '') };
      const made = await act(
        () => backend.accounts.create({ clientId, account: fields }),
        undefined,
        hears.noteTaken,
      );
      if (made === undefined) return false;
      account = made.id;
      hears.onAccount(account);
    }
    const begun = await act(
      () => backend.applications.create({ accountId: account, kind, ...(category && { category }) }),
      t('client.newApplication.begun', { kind: t(`vocabulary.applicationKind.${kind}`) }),
    );
    if (begun === undefined) return false;
    navigateTo(paths.application(begun.id));
    return true;
  };
}

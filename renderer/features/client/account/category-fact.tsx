import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { CategoryField } from '../category-field.tsx';
import { orNull } from '#renderer/components/changed-fields.ts';
import { CardFact } from '#renderer/components/facts.tsx';
import { useAccount } from './account-context.tsx';
import { useSaveAccount } from './use-save-account.ts';

/** The account's categories; names of the platform's list are suggested. */
export function CategoryFact() {
  const t = useT();
  const { account } = useAccount();
  return (
    <CardFact label={t('client.account.category')} place="category" shown={account.category}>
      {(close) => <CategoryCard onClose={close} />}
    </CardFact>
  );
}

function CategoryCard({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { account: shown } = useAccount();
  const saveShown = useSaveAccount();
  // What was shown when the card opened is what the save starts from.
  const [{ account, save }] = useState({ account: shown, save: saveShown });
  const [draft, setDraft] = useState(account.category);
  const confirm = (): void => {
    onClose();
    const category = orNull(draft ?? '');
    if (category !== account.category) save({ category });
  };
  return (
    <>
      <CategoryField account={{ ...account, category: draft }} onChange={setDraft} />
      <div className="cf-row">
        <Button variant="filled" onClick={confirm}>
          {t('components.action.save')}
        </Button>
      </div>
    </>
  );
}

import { useState } from 'react';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { NameDialog } from './name-dialog.tsx';
import type { OpenView } from './use-saved-view.ts';
import { useViewActions } from './use-view-actions.ts';

interface ViewChangesProps<Filter extends object, Key extends string> {
  readonly open: OpenView<Filter, Key>;
}

/** 保存改动 and 还原 beside the chips of a changed view; the whole list can be saved as a new one. */
export function ViewChanges<Filter extends object, Key extends string>({
  open,
}: ViewChangesProps<Filter, Key>) {
  const t = useT();
  const { saved, revert } = open;
  const { saveAndOpen } = useViewActions(open.kind.screen);
  const [naming, setNaming] = useState(false);
  const keep = async (id: string | null, name: string): Promise<void> => {
    if (!(await saveAndOpen(id, name, open.text()))) return;
    setNaming(false);
    revert();
  };
  if (!open.isChanged) return null;
  return (
    <>
      <span className="cf-sep" />
      <TextButton onClick={() => (saved === undefined ? setNaming(true) : void keep(saved.id, saved.name))}>
        {t(saved === undefined ? 'views.saveAs' : 'views.save')}
      </TextButton>
      <TextButton plain onClick={revert}>
        {t('views.revert')}
      </TextButton>
      {naming && (
        <NameDialog initial="" onClose={() => setNaming(false)} onName={(name) => void keep(null, name)} />
      )}
    </>
  );
}

import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useSave } from '#renderer/api/use-save.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Field } from '#renderer/components/field.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface ItemTextDialogProps {
  readonly item: ApplicationItem;
  /** Why it will not do, or a remark that the checklist carries. */
  readonly of: 'reject' | 'remark';
  readonly onClose: () => void;
}

/** A few words on one item. */
export function ItemTextDialog({ item, of, onClose }: ItemTextDialogProps) {
  const t = useT();
  const ruleText = useRuleText();
  const { backend } = useApi();
  const act = useAction();
  const write = useSave();
  // As the form was opened: another window may write one meanwhile.
  const [base] = useState(item.remark);
  const [text, setText] = useState(of === 'remark' ? (item.remark ?? '') : '');
  const words = text.trim();
  const mayBeEmpty = of === 'remark';
  const isSaving = useRef(false);
  const save = async (): Promise<void> => {
    if ((words === '' && !mayBeEmpty) || isSaving.current) return;
    isSaving.current = true;
    const itemId = item.id;
    const doneWords = t(`application.item.done.${of}`);
    const done =
      of === 'reject'
        ? await act(
            () => backend.applications.decideItem({ itemId, decision: 'rejected', reason: words }),
            doneWords,
          )
        : await write<{ readonly remark: string | null }>(
            {
              ...{ rowId: itemId, base: { remark: base }, changes: { remark: words === '' ? null : words } },
              write: ({ base: from, changes }) =>
                backend.applications.setItemRemark({
                  ...{ itemId, base: from.remark, remark: changes.remark ?? null },
                }),
            },
            doneWords,
          );
    isSaving.current = false;
    if (done !== undefined) onClose();
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      onSave={() => void save()}
      title={t(`application.item.dialog.${of}`, { title: ruleText(item.requirement.title) })}
      footer={
        <>
          <Button variant="filled" disabled={words === '' && !mayBeEmpty} onClick={() => void save()}>
            {t('components.action.save')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <Field label={t(`application.item.label.${of}`)} hint={t(`application.item.hint.${of}`)}>
        {(ids) => (
          <Textarea
            {...ids}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
          />
        )}
      </Field>
    </DialogFrame>
  );
}

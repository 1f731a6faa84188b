import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import type { PaperChange } from './paper-changes.ts';
import { paperChanges } from './paper-changes.ts';
import styles from './adding-line.module.css';

interface DocumentDateProps {
  readonly item: ApplicationItem;
  readonly document: DocumentRow;
  /** It has just come: the old end does not speak for it. */
  readonly isNew?: boolean;
  readonly onDone: () => void;
}

/** Until when a paper is good, asked where it came in. Enter saves. */
export function DocumentDate({ item, document, isNew = false, onDone }: DocumentDateProps) {
  const t = useT();
  const { backend } = useApi();
  const saveFields = useSave();
  // What was shown when the question came up is what the save starts from.
  const [opened] = useState(document);
  const { details } = useCase();
  const [validUntil, setValidUntil] = useState<ValidUntil>(isNew ? null : document.validUntil);
  const [kind, setKind] = useState<DocumentKind>(document.kind);
  const { accepts } = item.requirement;
  const save = async (): Promise<void> => {
    const update = paperChanges(opened, { kind, validUntil }, item, details.contacts);
    const { id } = opened;
    const done = await saveFields<PaperChange>(
      { ...update, rowId: id, write: (save) => backend.documents.update({ id, ...save }) },
      t('application.paper.dateSaved'),
    );
    if (done !== undefined) onDone();
  };
  return (
    <div className={styles.date}>
      {carriesValidity(kind) ? (
        <DateField
          label={t('application.paper.validUntil')}
          value={validUntil}
          parse={(text) => readTypedDate(text, t)}
          onChange={setValidUntil}
          mayBeForever
          autoFocus
          onEnter={() => void save()}
        />
      ) : (
        <span />
      )}
      {accepts.length > 1 && (
        <div className={styles.kind}>
          <ChoiceField
            label={t('application.paper.kind')}
            values={accepts}
            words={(value) => t(`vocabulary.documentKind.${value}`)}
            value={kind}
            onChange={setKind}
            // What has just come is asked about in the list, what is there in its popover.
            isInPopover={!isNew}
          />
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void save()}>{t('components.action.save')}</Button>
        <Button variant="subtle" onClick={onDone}>
          {t('application.paper.later')}
        </Button>
      </div>
    </div>
  );
}

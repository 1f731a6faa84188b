import { useState } from 'react';
import { clientCodeFault } from '#shared/domain/client-code.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import type { Check } from '#renderer/components/check-line.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { clientCodeFinding } from '#renderer/components/identifier-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { TextFact } from '#renderer/components/facts.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useSaveClient } from './use-save-client.ts';

/** The client's code; one that does not pass its check needs a word on why it is used, and shows it. */
export function CreditCodeFact() {
  const t = useT();
  const save = useSaveClient();
  const { creditCode, creditCodeNote, entityType } = useClient().details.client;
  const [doubted, setDoubted] = useState<string | null>(null);
  const isWrong = clientCodeFault(creditCode, entityType) !== undefined;
  const submit = (code: string | null): void => {
    const isOther = normaliseCode(code ?? '') !== (creditCode ?? '');
    if (isOther && clientCodeFault(code, entityType) !== undefined) setDoubted(code);
    else void save({ creditCode: code });
  };
  return (
    <>
      <TextFact
        label={t('client.facts.creditCode')}
        place="creditCode"
        value={creditCode}
        mono
        check={useCodeCheck()}
        preview={(text) => ({ note: clientCodeFinding(text, t, entityType)?.text })}
        onSave={submit}
      />
      {isWrong && (
        <TextFact
          label={t('components.identifier.codeNote')}
          value={creditCodeNote}
          preview={(text) => (text.trim() === '' ? { fault: t('components.identifier.codeNoteNeeded') } : {})}
          onSave={(note) => void save({ creditCodeNote: note })}
        />
      )}
      {doubted !== null && <NoteDialog creditCode={doubted} onClose={() => setDoubted(null)} />}
    </>
  );
}

/** A code with a note is marked, but no longer as a fault. */
function useCodeCheck(): Check | undefined {
  const t = useT();
  const { creditCode, creditCodeNote, entityType } = useClient().details.client;
  const finding = clientCodeFinding(creditCode, t, entityType);
  if (finding === undefined || creditCodeNote === null) return finding;
  const text = (
    <>
      {finding.text}
      {t('components.identifier.codeNoted')}
    </>
  );
  return { tone: 'warning', text };
}

interface NoteDialogProps {
  readonly creditCode: string;
  readonly onClose: () => void;
}

function NoteDialog({ creditCode, onClose }: NoteDialogProps) {
  const t = useT();
  const save = useSaveClient();
  const [note, setNote] = useState('');
  const finding = clientCodeFinding(creditCode, t);
  return (
    <FormDialog
      title={t('client.facts.codeDoubted', { code: creditCode })}
      canSave={note.trim() !== ''}
      onSave={() => save({ creditCode, creditCodeNote: note.trim() })}
      onClose={onClose}
    >
      {finding && <CheckLine check={finding} />}
      <TextField
        label={t('components.identifier.codeNote')}
        value={note}
        onChange={setNote}
        required
        data-autofocus
        autoComplete="off"
      />
    </FormDialog>
  );
}

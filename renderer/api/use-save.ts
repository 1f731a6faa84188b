import { useCallback } from 'react';
import type { HistoryEntry } from '#shared/contract/history.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useConflicts } from './conflicts.tsx';
import type { Choices, Conflict, ConflictField } from './conflicts.tsx';
import { columnOf } from './field-columns.ts';
import { decidedBy, settledSave, staleFieldsOf } from './settled-save.ts';
import type { FieldSave } from './settled-save.ts';
import { useAction } from './use-action.ts';

interface Changed {
  readonly changeId: string | null;
}

interface Save<Fields extends object> extends FieldSave<Fields> {
  /** Of the row, to tell who wrote it meanwhile; by field where each has a row of its own. */
  readonly rowId: string | ((field: string) => string);
  readonly write: (save: FieldSave<Fields>) => Promise<Changed>;
  /** Of what the fields are, where one of them is called otherwise there, or has kinds of its own. */
  readonly of?: Conflict['of'];
  /** The field is gone from the screen by now: what was typed is offered again when the question is put off. */
  readonly isInline?: boolean;
  /** Whether the caller shows a failure itself. */
  readonly isKnown?: (error: unknown) => boolean;
}

/**
 * Saves fields of a row as `useAction` does. Where somebody else wrote one of them meanwhile, each side is shown and
 * chosen from, and exactly that is written. Resolves with undefined when nothing was written.
 */
export function useSave() {
  const act = useAction();
  const askAbout = useAskAbout();
  return useCallback(
    async <Fields extends object>(save: Save<Fields>, doneMessage?: string): Promise<Changed | undefined> => {
      let next: FieldSave<Fields> = save;
      for (;;) {
        let fields: readonly ConflictField[] = [];
        const { base, changes } = next;
        const done = await act(
          () => save.write({ base, changes }),
          doneMessage,
          (error) => {
            fields = withMine(staleFieldsOf(error), changes);
            return fields.length > 0 || save.isKnown?.(error) === true;
          },
        );
        if (done !== undefined || fields.length === 0) return done;
        const choices = await askAbout(
          save.rowId,
          fields.filter(({ field }) => decidedBy(field, fields) === field),
          save.isInline === true,
          save.of,
        );
        if (choices === null) return undefined;
        next = settledSave(next, fields, choices);
        if (Object.keys(next.changes).length === 0) return { changeId: null };
      }
    },
    [act, askAbout],
  );
}

const withMine = (stale: ReturnType<typeof staleFieldsOf>, changes: object): readonly ConflictField[] => {
  const typed = new Map<string, ConflictField['mine']>(Object.entries(changes));
  return (stale ?? []).map((each) => ({ ...each, mine: typed.get(each.field) ?? null }));
};

/** So far back it is looked who wrote a field. */
const lookedThrough = 100;

const writes = ({ after }: HistoryEntry, fields: readonly string[]): boolean =>
  after !== null && fields.some((field) => columnOf(field) in after);

function useAskAbout() {
  const t = useT();
  const { backend } = useApi();
  const { ask } = useConflicts();
  return useCallback(
    async (
      rowId: Save<object>['rowId'],
      fields: readonly ConflictField[],
      isInline: boolean,
      of: Conflict['of'],
    ): Promise<Choices | null> => {
      const names = fields.map(({ field }) => field);
      const id = typeof rowId === 'string' ? rowId : rowId(names[0] ?? '');
      const events = await backend.history.list({ rowId: id, limit: lookedThrough }).catch(() => []);
      const wrote = events.find((event) => writes(event, names));
      const conflict = { fields, of, by: wrote ?? (typeof rowId === 'string' ? null : (events[0] ?? null)) };
      const choices = await ask(conflict);
      if (choices !== null || !isInline) return choices;
      return new Promise((resolve) => {
        showToast({
          message: t('components.conflict.putOff'),
          stays: 'until_closed',
          action: { label: t('components.conflict.again'), run: () => void ask(conflict).then(resolve) },
          onClose: () => resolve(null),
        });
      });
    },
    [ask, backend, t],
  );
}

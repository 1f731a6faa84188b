import type { RowChoice } from '#shared/contract/values.ts';

/** The condition that a choice of rows is, for the column with their ids; as JSON, so that any number can be bound. */
export function choiceConditions(column: string, choice: RowChoice | undefined): string[] {
  if (choice === undefined) return [];
  return [
    ...(choice.ids === null ? [] : [`+${column} IN (SELECT value FROM json_each(@chosenIds))`]),
    ...(choice.except.length === 0 ? [] : [`+${column} NOT IN (SELECT value FROM json_each(@exceptIds))`]),
  ];
}

/** What the conditions are bound with. */
export const choiceValues = (choice: RowChoice | undefined) => ({
  chosenIds: JSON.stringify(choice?.ids ?? []),
  exceptIds: JSON.stringify(choice?.except ?? []),
});

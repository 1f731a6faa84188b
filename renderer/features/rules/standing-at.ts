import type { OverrideRow } from '#shared/contract/rules.ts';
import { placeOf } from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';

/** The override that a change would replace, if there is one. */
export const standingAt = (
  change: OverrideChange,
  overrides: readonly OverrideRow[],
): OverrideRow | undefined => overrides.find((each) => placeOf(each.change) === placeOf(change));

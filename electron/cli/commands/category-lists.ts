import { faultsInWords, granted, leadsBackUnasked, movable } from '../rule-files.ts';
import type { MoveWish } from '../rule-files.ts';
import { followed } from '../progress.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

interface ListsCall extends Session {
  readonly args: readonly string[];
  readonly dryRun: boolean;
  readonly wish: MoveWish;
}

/** What there is to do with whole lists of categories; any other word is a category. */
export const listDeeds: Readonly<Record<string, (input: ListsCall) => Promise<ListsOutput>>> = {
  lists: async ({ call }) => ({ output: await call.rules.categoryLists() }),
  diff: differences,
  import: importList,
  outdated: outdated,
};

interface ListsOutput {
  readonly output: unknown;
  readonly failed?: boolean;
}

async function differences({ call, args: [from = '', to = ''] }: ListsCall): Promise<ListsOutput> {
  const heads = await call.rules.categoryLists();
  const [before, after] = [from, to].map((name) => {
    const found = heads.find(
      ({ version, sha256 }) => name !== '' && (version === name || sha256.startsWith(name)),
    );
    if (found === undefined) throw new UsageError(`no such list: ${name}`);
    return found.sha256;
  });
  return { output: await call.rules.categoryDifferences({ from: before ?? '', to: after ?? '' }) };
}

async function importList({ call, backend, args, dryRun, wish }: ListsCall): Promise<ListsOutput> {
  const file = granted(backend, args[0]);
  const preview = await followed('judging', call.rules.previewCategories({ file }));
  if (!preview.ok) {
    return { output: { ...preview, faults: await faultsInWords(call, preview.faults) }, failed: true };
  }
  // The lists themselves are in the files.
  const told = { ...preview, before: undefined, after: undefined };
  if (dryRun) return { output: told };
  if (leadsBackUnasked(preview, wish)) return { output: told, failed: true };
  const applicationIds = wish.move ? movable(preview) : [];
  const input = { file, sha256: preview.head.sha256, applicationIds };
  const { changeId } = await followed('writing', call.rules.installCategories(input));
  return { output: { ...told, changeId, moved: applicationIds.length } };
}

async function outdated({ call, wish: { move } }: ListsCall): Promise<ListsOutput> {
  const lists = await followed('judging', call.rules.outdatedCategories());
  for (const list of move ? lists : []) {
    const applicationIds = movable(list);
    if (applicationIds.length === 0) continue;
    await followed('writing', call.rules.moveToCategories({ sha256: list.sha256, applicationIds }));
  }
  return { output: { moved: move, lists } };
}

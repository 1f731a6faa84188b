import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { ChoiceStep } from '#shared/domain/checklist.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';

export interface ChecklistLine {
  readonly item: ApplicationItem;
  /** Which alternative begins on this line, from 0. */
  readonly option?: number;
  /** Which alternative within that one, from 0. */
  readonly inner?: number;
  /** Whose way it is, where the rules name it. */
  readonly way?: RuleText;
}

/** Lines under one heading, or one bracket of alternatives. A heading has the group's words, the choice's, or both. */
export interface ChecklistSection {
  readonly id: string;
  readonly headings: readonly RuleText[];
  readonly anyOf: boolean;
  readonly lines: readonly ChecklistLine[];
}

/** Cuts a checklist into its sections, in its own order. */
export function sectionsOf(items: readonly ApplicationItem[]): ChecklistSection[] {
  const runs: ApplicationItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && runKey(last) === runKey(item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map((run, index) => sectionOf(run, runs[index - 1]?.[0]));
}

function sectionOf(run: readonly ApplicationItem[], before: ApplicationItem | undefined): ChecklistSection {
  const first = run[0]?.requirement;
  const choice = choiceOf(run[0]);
  const isNewGroup = first !== undefined && first.groupId !== before?.requirement.groupId;
  return {
    id: run[0] === undefined ? '' : `${runKey(run[0])} ${run[0].id}`,
    headings: [isNewGroup ? first.groupTitle : undefined, choice?.title].filter((text) => text !== undefined),
    anyOf: choice !== undefined,
    lines: run.map((item, index) => lineOf(item, run[index - 1])),
  };
}

/** A line names the alternatives that begin with it; an inner one is named within its outer one. */
function lineOf(item: ApplicationItem, before: ApplicationItem | undefined): ChecklistLine {
  const [outer, inner] = [choiceOf(item), choiceOf(item, 1)];
  const beginsOuter = outer !== undefined && outer.option !== choiceOf(before)?.option;
  const [was, is] = [choiceOf(before, 1), inner];
  const beginsInner = is !== undefined && (was?.choiceId !== is.choiceId || was.option !== is.option);
  const way = beginsOuter ? outer.way : undefined;
  return {
    item,
    ...(outer !== undefined && (beginsOuter || beginsInner) && { option: outer.option }),
    ...(beginsInner && { inner: is.option }),
    ...(way && { way }),
  };
}

const choiceOf = (item: ApplicationItem | undefined, depth = 0): ChoiceStep | undefined =>
  item?.requirement.choices[depth];

const runKey = (item: ApplicationItem): string =>
  `${item.requirement.groupId} ${choiceOf(item)?.choiceId ?? ''}`;

import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import { remedyGroup } from '#shared/domain/checklist.ts';
import type { RulePack, RuleText } from '#shared/domain/rule-pack.ts';

/** Why the client has to send something, as data for the words of the sheet. */
export type NeedReason =
  | { readonly code: 'not_received' }
  | { readonly code: 'returned'; readonly on: CalendarDate; readonly text: string }
  | { readonly code: 'rejected'; readonly text: string }
  /** The paper says something else than the paper that decides. */
  | { readonly code: 'deviates'; readonly text: RuleText }
  | { readonly code: 'expired'; readonly on: CalendarDate }
  | { readonly code: 'expiring'; readonly on: CalendarDate; readonly marginDays: number }
  | { readonly code: 'part_missing'; readonly parts: readonly DocumentPart[] };

/** What to send and how. */
export type NeedLine =
  | { readonly code: 'note'; readonly text: RuleText }
  | { readonly code: 'both_sides' }
  | { readonly code: 'either'; readonly kinds: readonly DocumentKind[] }
  | { readonly code: 'margin'; readonly days: number }
  /** One of several alternatives, with all that belongs to it. */
  | { readonly code: 'option'; readonly option: number; readonly titles: readonly RuleText[] }
  | { readonly code: 'remark'; readonly text: string };

export interface Need {
  readonly id: string;
  readonly title: RuleText;
  readonly reason: NeedReason;
  readonly lines: readonly NeedLine[];
}

/** What the client is asked for: what holds the submission back or soon will, and what depends on the case. */
export function needsOf(
  details: ApplicationDetails,
  pack: RulePack,
): { readonly needs: Need[]; readonly maybe: Need[] } {
  const asked = details.items.filter(isAsked);
  const maybe = details.items.filter(
    ({ requirement }) => requirement.reason?.code === 'applicability_unknown',
  );
  return {
    needs: byChoice(asked).map((items) => needOf(items, details, pack)),
    maybe: byChoice(maybe).map((items) => needOf(items, details, pack)),
  };
}

function isAsked({ requirement }: ApplicationItem): boolean {
  const { state } = requirement;
  return state === 'missing' || state === 'expired' || state === 'rejected' || state === 'expiring';
}

/** Items one by one, those of one choice together. */
function byChoice(items: readonly ApplicationItem[]): ApplicationItem[][] {
  const groups = new Map<string, ApplicationItem[]>();
  for (const item of items) {
    const key = item.requirement.choices[0]?.choiceId ?? item.id;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function needOf(items: readonly ApplicationItem[], details: ApplicationDetails, pack: RulePack): Need {
  const [first] = items;
  if (first === undefined) throw new RangeError('a need without items');
  const choice = first.requirement.choices[0];
  const isAlternative =
    choice !== undefined && items.some(({ requirement }) => requirement.choices[0]?.option !== choice.option);
  const remarks = items.flatMap(({ remark }): NeedLine[] =>
    remark ? [{ code: 'remark', text: remark }] : [],
  );
  return {
    id: first.id,
    title: isAlternative ? choice.title : first.requirement.title,
    reason: reasonOf(first, details, pack),
    lines: [...(isAlternative ? optionLines(items) : items.flatMap(linesOf)), ...remarks],
  };
}

function optionLines(items: readonly ApplicationItem[]): NeedLine[] {
  const options = new Map<number, RuleText[]>();
  for (const { requirement } of items) {
    const option = requirement.choices[0]?.option ?? 0;
    options.set(option, [...(options.get(option) ?? []), requirement.title]);
  }
  return [...options].map(([option, titles]) => ({ code: 'option', option, titles }));
}

function linesOf({ requirement }: ApplicationItem): NeedLine[] {
  const { note, accepts, marginDays, asks } = requirement;
  const isTwoSided = accepts.some((kind) => documentParts(kind).length > 1);
  const isDated = accepts.some(carriesValidity);
  return [
    ...(note ? [{ code: 'note', text: note } as const] : []),
    ...(accepts.length > 1 && !note && asks === undefined
      ? [{ code: 'either', kinds: accepts } as const]
      : []),
    ...(isTwoSided ? [{ code: 'both_sides' } as const] : []),
    ...(isDated && marginDays > 0 ? [{ code: 'margin', days: marginDays } as const] : []),
  ];
}

function reasonOf(item: ApplicationItem, details: ApplicationDetails, pack: RulePack): NeedReason {
  const { reason, marginDays } = item.requirement;
  switch (reason?.code) {
    case 'expired':
      return { code: 'expired', on: reason.on };
    case 'expires':
      return { code: 'expiring', on: reason.on, marginDays };
    case 'part_missing':
      return { code: 'part_missing', parts: reason.parts };
    case 'deviates':
      return { code: 'deviates', text: reason.text };
    case 'rejected':
    case 'decided':
      return refusalOf(item, details);
    default:
      return isRemedy(item, details, pack)
        ? (returnOf(details) ?? { code: 'not_received' })
        : { code: 'not_received' };
  }
}

/** The platform's own words where the refusal is the platform's, else the firm's. */
function refusalOf({ rejectReason }: ApplicationItem, details: ApplicationDetails): NeedReason {
  const returned = returnOf(details);
  if (returned && (rejectReason === null || rejectReason === returned.text)) return returned;
  return { code: 'rejected', text: rejectReason ?? '' };
}

function returnOf({
  application,
  attempts,
}: ApplicationDetails): Extract<NeedReason, { code: 'returned' }> | undefined {
  const last = attempts.findLast(({ outcome }) => outcome === 'returned');
  const returnedAtMs = last?.returnedAtMs ?? null;
  if (application.stage !== 'returned' || last === undefined || returnedAtMs === null) return undefined;
  return { code: 'returned', on: dateOfInstant(returnedAtMs), text: last.reasonText ?? '' };
}

/** Whether the paper is asked for because of the last return. */
function isRemedy(
  { requirement }: ApplicationItem,
  { attempts }: ApplicationDetails,
  pack: RulePack,
): boolean {
  if (requirement.groupId === remedyGroup.id) return true;
  const code = attempts.findLast(({ outcome }) => outcome === 'returned')?.reasonCode;
  const rules = pack.returnReasons.find((reason) => reason.code === code)?.remedyDocuments ?? [];
  return rules.some(
    ({ holder, accepts }) =>
      holder === requirement.holder && accepts.some((kind) => requirement.accepts.includes(kind)),
  );
}

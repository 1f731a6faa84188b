import type { CheckId } from './check-rule.ts';
import type { ItemState } from './checklist-state.ts';
import { missedCalls } from './missed-calls.ts';
import type { FileFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { DocumentRule, RulePack, UploadLimit } from './rule-pack.ts';

const checkOfState: Readonly<Partial<Record<ItemState, CheckId>>> = {
  missing: 'paper_missing',
  expired: 'paper_expired',
  rejected: 'paper_rejected',
  expiring: 'paper_expiring',
  to_confirm: 'paper_unconfirmed',
};

/** Every item of the checklist that is not simply in order, on the word of the item's own rule. */
export function paperObservations({ items }: PreCheckFacts): Observation[] {
  return items.filter(isNamed).flatMap((item): Observation[] => {
    const check = checkOfState[item.state];
    if (check === undefined) return [];
    const { reason } = item;
    const found = reason?.code === 'expired' || reason?.code === 'expires' ? { found: reason.on } : {};
    const place = { at: 'item', requirementId: item.requirementId } as const;
    const title = item.state === 'missing' ? (item.choices[0]?.title ?? item.title) : item.title;
    return [{ check, place, rule: item, title, ...found }];
  });
}

type Item = PreCheckFacts['items'][number];

/** Of alternatives that are all missing, the first stands for the choice; any one of them would do. */
function isNamed(item: Item, _: number, items: readonly Item[]): boolean {
  const choiceId = item.choices[0]?.choiceId;
  if (item.state !== 'missing' || choiceId === undefined) return true;
  const missing = items.filter(
    ({ state, choices }) => state === 'missing' && choices[0]?.choiceId === choiceId,
  );
  return missing.every(({ position }) => position >= item.position);
}

/** Every file put to an item that the item's upload profile would refuse. */
export function fileObservations({ items, papers }: PreCheckFacts, pack: RulePack): Observation[] {
  return items.flatMap((item) => {
    const limits = pack.uploadProfiles.find(({ id }) => id === item.uploadProfileId)?.limits ?? [];
    const own = papers.filter(({ documentId }) => item.documentIds.includes(documentId));
    return own.flatMap(({ documentId, files }) =>
      limits.flatMap((limit): Observation[] => {
        const breach = files.map((file) => breachOf(file, limit)).find((one) => one !== undefined);
        if (breach === undefined) return [];
        const place = { at: 'item', requirementId: item.requirementId, documentId } as const;
        return [{ ...breach, place, rule: limit, title: item.title }];
      }),
    );
  });
}

type Breach = Pick<Observation, 'check' | 'expected' | 'found'>;

function breachOf(file: FileFacts, limit: UploadLimit): Breach | undefined {
  switch (limit.id) {
    case 'format': {
      const format = file.mediaType.split('/').at(-1) ?? '';
      if (limit.formats.includes(format)) return undefined;
      return { check: 'file_format', expected: limit.formats.join(', '), found: format };
    }
    case 'size':
      if (file.sizeBytes <= limit.maxBytes) return undefined;
      return { check: 'file_size', expected: megabytes(limit.maxBytes), found: megabytes(file.sizeBytes) };
    case 'resolution': {
      const { widthPx, heightPx } = file;
      if (widthPx === undefined || heightPx === undefined) return undefined;
      const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
      if (short >= limit.shortSidePx && long >= limit.longSidePx) return undefined;
      const expected = `${limit.shortSidePx} × ${limit.longSidePx}`;
      return { check: 'file_resolution', expected, found: `${short} × ${long}` };
    }
    case 'colour':
    case 'completeness':
      return undefined;
  }
}

/** Two decimals, rounded up, so that a file above the limit never reads as equal to it. */
const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1_048_576) * 100) / 100} MB`;

/** After a return: the papers that answer it, and whether another chance is left. */
export function returnObservations(
  { items, returns, isReturned }: PreCheckFacts,
  pack: RulePack,
): Observation[] {
  const last = returns.at(-1);
  if (!isReturned || last === undefined) return [];
  const reason = pack.returnReasons.find(({ code }) => code === last.reasonCode);
  const observations: Observation[] = [];
  const unsettled = reason?.remedyDocuments.find((rule) => !isSettled(rule, items));
  if (reason && unsettled) {
    const place = { at: 'attempts' } as const;
    observations.push({ check: 'remedy_missing', place, rule: reason, title: unsettled.title });
  }
  if (pack.refills !== null && returns.length >= pack.refills.max) {
    const found = `${returns.length} / ${pack.refills.max}`;
    observations.push({ check: 'last_refill', place: { at: 'attempts' }, rule: pack.refills, found });
  }
  return observations;
}

/** Calls of the reviewer that were missed so far, by the log and by the returns; the last of them ends the order. */
export function callsMissedObservations(
  { returns, calls = [] }: PreCheckFacts,
  { reviewerCall }: RulePack,
): Observation[] {
  if (reviewerCall === null) return [];
  const { missed, toFail } = missedCalls({ calls, returns }, reviewerCall);
  if (missed === 0) return [];
  const place = { at: 'attempts' } as const;
  return [{ check: 'calls_missed', place, rule: reviewerCall, found: `${missed} / ${toFail}` }];
}

/** A remedy is settled by a paper that is in order, and by the firm's word that this case does without. */
function isSettled(rule: DocumentRule, items: readonly Item[]): boolean {
  return items.some(
    ({ accepts, holder, state }) =>
      holder === rule.holder &&
      rule.accepts.some((kind) => accepts.includes(kind)) &&
      (state === 'satisfied' || state === 'expiring' || state === 'not_needed'),
  );
}

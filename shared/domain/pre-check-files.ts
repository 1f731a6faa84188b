import type { FileFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RulePack, UploadLimit, UploadProfile } from './rule-pack.ts';

/** Every file put to an item that the item's upload profile would refuse. */
export const fileObservations = (facts: PreCheckFacts, pack: RulePack): Observation[] => [
  ...facts.items.flatMap((item) => itemObservations(item, facts, pack)),
  ...pack.uploadProfiles.flatMap((profile) => countObservations(profile, facts)),
];

type Item = PreCheckFacts['items'][number];

function itemObservations(item: Item, { papers }: PreCheckFacts, pack: RulePack): Observation[] {
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
    case 'resolution':
      return resolutionBreach(file, limit.shortSidePx, limit.longSidePx);
    case 'colour':
      return file.isGrey === true ? { check: 'file_grey' } : undefined;
    case 'completeness':
    case 'count':
      return undefined;
  }
}

/** Whether the limit is one of pixels that the picture is known to miss. */
export const breachesResolution = (file: FileFacts, limit: UploadLimit): boolean =>
  limit.id === 'resolution' &&
  resolutionBreach(file, limit.shortSidePx, limit.longSidePx)?.check === 'file_resolution';

/** A PDF has no pixels and is a matter of its format; a picture that nobody could measure is not taken as good. */
function resolutionBreach(
  { mediaType, widthPx, heightPx }: FileFacts,
  shortSidePx: number,
  longSidePx: number,
): Breach | undefined {
  const expected = `${shortSidePx} × ${longSidePx}`;
  if (widthPx === undefined || heightPx === undefined)
    return mediaType.startsWith('image/') ? { check: 'file_unmeasured', expected } : undefined;
  const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  if (short >= shortSidePx && long >= longSidePx) return undefined;
  return { check: 'file_resolution', expected, found: `${short} × ${long}` };
}

/** The papers of a profile go into one field of the form, which holds only so many pictures. */
function countObservations({ id, limits }: UploadProfile, { items, papers }: PreCheckFacts): Observation[] {
  const own = items.filter(({ uploadProfileId, state }) => uploadProfileId === id && state !== 'not_needed');
  const documentIds = new Set(own.flatMap((item) => item.documentIds));
  const files = papers
    .filter(({ documentId }) => documentIds.has(documentId))
    .flatMap((paper) => paper.files);
  const last = own
    .toSorted((a, b) => a.position - b.position)
    .findLast((item) => item.documentIds.length > 0);
  return limits.flatMap((limit): Observation[] => {
    if (limit.id !== 'count' || last === undefined || files.length <= limit.maxFiles) return [];
    const place = { at: 'item', requirementId: last.requirementId } as const;
    const values = { expected: String(limit.maxFiles), found: String(files.length) };
    return [{ check: 'file_count', place, rule: limit, title: last.title, ...values }];
  });
}

/** Two decimals, rounded up, so that a file above the limit never reads as equal to it. */
const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1_048_576) * 100) / 100} MB`;

import type { CheckId } from './check-rule.ts';
import type { FileFacts, PictureFault, PreCheckFacts } from './pre-check-facts.ts';
import { breachesResolution } from './pre-check-files.ts';
import type { Observation } from './pre-check-observation.ts';
import { qualityKinds } from './quality-finding.ts';
import type { QualityKind } from './quality-finding.ts';
import type { RulePack, UploadLimit } from './rule-pack.ts';

const checkOfKind = {
  blurred: 'picture_blurred',
  grainy: 'picture_grainy',
  glare: 'picture_glare',
  dark: 'picture_dark',
  pale: 'picture_pale',
  cut: 'picture_cut',
  skewed: 'picture_skewed',
  small: 'picture_small',
  grey: 'file_grey',
  no_seal: 'seal_missing',
} as const satisfies Readonly<Record<QualityKind, CheckId>>;

const aboutPictures: ReadonlySet<CheckId> = new Set<CheckId>(Object.values(checkOfKind));

/** Whether a question is about what a picture looks like: only another picture mends it. */
export const isAboutPicture = (check: CheckId): boolean => aboutPictures.has(check);

const aboutFiles: ReadonlySet<CheckId> = new Set<CheckId>([
  ...aboutPictures,
  'file_format',
  'file_size',
  'file_resolution',
  'file_unmeasured',
]);

/** Whether a question is about one file of a paper, and not about what it says. */
export const isAboutFile = (check: CheckId): boolean => aboutFiles.has(check);

/** Everything that is wrong with the pictures of the papers put to an item, as far as they were measured. */
export const pictureObservations = ({ items, papers }: PreCheckFacts, pack: RulePack): Observation[] =>
  items
    .filter(({ state }) => state !== 'not_needed')
    .flatMap((item) => {
      const limits = pack.uploadProfiles.find(({ id }) => id === item.uploadProfileId)?.limits ?? [];
      return papers
        .filter(({ documentId }) => item.documentIds.includes(documentId))
        .flatMap(({ documentId, files }) =>
          qualityKinds.flatMap((kind): Observation[] => {
            const seen = faultsToTell(files, kind, limits);
            const [first] = seen;
            if (first === undefined) return [];
            const { requirementId, title } = item;
            const page = { part: first.part, no: first.pageNo };
            const place = { at: 'item', requirementId, documentId, page } as const;
            const rule = limitBehind(kind, limits);
            const found = seen.map(placeOf).join(', ');
            return [{ check: checkOfKind[kind], place, title, found, ...(rule && { rule }) }];
          }),
        );
    });

type FoundFault = PictureFault & Pick<FileFacts, 'part'>;

/** What the limits do not ask for is no fault, and what another question tells of a file is not told twice. */
function faultsToTell(
  files: readonly FileFacts[],
  kind: QualityKind,
  limits: readonly UploadLimit[],
): FoundFault[] {
  const ofColour = kind === 'grey' || kind === 'no_seal';
  if (ofColour && !limits.some(({ id }) => id === 'colour')) return [];
  if (kind === 'grey' && files.some(({ isGrey }) => isGrey === true)) return [];
  return files
    .filter((file) => kind !== 'small' || !limits.some((limit) => breachesResolution(file, limit)))
    .flatMap(({ part, pictureFaults = [] }) =>
      pictureFaults.filter((fault) => fault.kind === kind).map((fault) => ({ ...fault, part })),
    );
}

/** `front 1`, `3`: the side where the paper has sides, and the page of its file. */
const placeOf = ({ part, pageNo }: FoundFault): string =>
  part === 'whole' ? `${pageNo}` : `${part} ${pageNo}`;

/** On whose word it is asked for, where a limit of the platform says so itself. */
function limitBehind(kind: QualityKind, limits: readonly UploadLimit[]): UploadLimit | undefined {
  if (kind === 'cut') return limits.find(({ id }) => id === 'completeness');
  return kind === 'grey' || kind === 'no_seal' ? limits.find(({ id }) => id === 'colour') : undefined;
}

import { z } from 'zod';
import { sheetCrops } from '#shared/domain/page-sheet.ts';
import { pageSides } from '#shared/domain/page-view.ts';
import { qualityKinds } from '#shared/domain/quality-finding.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { textFaults } from './documents.ts';
import { procedure } from './errors.ts';
import { copyMark, occasionWords } from './hand-outs.ts';
import { fileToken, id } from './values.ts';

const share = z.number().min(0).max(1);
/** A part of a page in shares of its width and height. */
const shareBox = z.object({ x: share, y: share, width: share, height: share });

/** What was measured of one page; see `PageMeasures`. */
const measuredPage = z.object({
  pageNo: z.int(),
  widthPx: z.int(),
  heightPx: z.int(),
  letterPx: z.number().nullable(),
  sharpness: z.number().nullable(),
  blurred: z.array(shareBox),
  grain: z.number(),
  paper: z.number(),
  ink: z.number(),
  glare: z.number(),
  glared: z.array(shareBox),
  skew: z.number().nullable(),
  cutSides: z.array(z.enum(pageSides)),
  cut: z.array(shareBox),
  isGrey: z.boolean(),
  seals: z.array(shareBox),
});

const finding = z.object({
  kind: z.enum(qualityKinds),
  pageNo: z.int(),
  measured: z.number(),
  limit: z.number(),
  boxes: z.array(shareBox),
});

/** What a picture that is handed in has to be; null where no limit is known. */
const uploadAsk = z.object({
  formats: z.array(z.string()),
  maxBytes: z.int().nullable(),
  shortSidePx: z.int().nullable(),
  longSidePx: z.int().nullable(),
  wantsColour: z.boolean(),
});

const upload = z.object({
  /** The strictest of what the open applications ask that use the paper; without one, what is safe everywhere. */
  ask: uploadAsk,
  uses: z.array(
    z.object({
      applicationId: id,
      applicationNumber: z.string(),
      accountName: z.string(),
      profileId: z.string(),
      title: z.custom<RuleText>(),
    }),
  ),
  /** In which ways the file as it is kept would be refused. */
  faults: z.array(z.enum(['format', 'size', 'resolution'])),
});

/** `waiting`: nobody has measured the file yet. `unreadable`: it was looked at in vain. */
const versionQuality = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('unreadable'), fault: z.enum(textFaults) }),
  z.object({
    state: z.literal('measured'),
    pages: z.array(measuredPage),
    findings: z.array(finding),
    upload,
  }),
]);
export type Quality = z.infer<typeof versionQuality>;

/** What is to be done with a page before it is handed in. */
const uploadEdit = z.object({
  pageNo: z.int().min(1).max(99_999),
  /** Clockwise. */
  turn: z.literal([0, 90, 180, 270]).default(0),
  /** By so many degrees its lines run down to the right; it is turned back by them. */
  deskew: z.number().min(-15).max(15).default(0),
  /** What is kept of the page as it lies after both; `edge`: the sheet without the ground around it. */
  crop: z
    .union([shareBox, z.literal('edge')])
    .nullable()
    .default(null),
  mark: copyMark.nullable().default(null),
});
export type UploadEdit = z.infer<typeof uploadEdit>;

/** What became of a page. */
const uploadReport = z.object({
  format: z.enum(['jpeg', 'png']),
  widthPx: z.int(),
  heightPx: z.int(),
  sizeBytes: z.int(),
  /** Height of its letters; null where too little is written. */
  letterPx: z.number().nullable(),
  /** Of a JPEG; null for a PNG and for what keeps its bytes. */
  quality: z.int().nullable(),
  /** It fits as it is, and the copy has the bytes of the original. */
  isUnchanged: z.boolean(),
  /** Where the mark stands, in shares of the picture; null without one. */
  mark: z.object({ at: z.enum(['on_page', 'below']), box: shareBox }).nullable(),
  /**
   * What became of cropping to the sheet: `with_ground` where the sheet alone had too few pixels, `not_found` where no edge is seen and
   * nothing was cropped; null where it wasn't wished.
   */
  sheet: z.enum(sheetCrops).nullable(),
});
export type UploadReport = z.infer<typeof uploadReport>;

const uploadWish = z.object({
  versionId: id,
  /** Whose limits count; null: the strictest of all open applications that use the paper. */
  applicationId: id.nullable().default(null),
  edit: uploadEdit,
});

export const quality = {
  /** What one version of a paper looks like, and what is wrong with it; with `now` it is measured at once where nobody has. */
  ofVersion: procedure
    .input(z.object({ versionId: id, now: z.boolean().default(false) }))
    .output(versionQuality),
  /**
   * The copy of a page that can be handed in, without writing it: the right format, straightened, cropped, the best quality that fits
   * the limit. UPLOAD_UNREADABLE where what fits could not be read, UPLOAD_FORMAT where no picture is taken,
   * MARK_NO_PLACE where a mark would cover what must be read.
   */
  previewCopy: procedure.input(uploadWish).output(z.object({ report: uploadReport, picture: z.base64() })),
  /** The same, written where the user says and entered in the register of copies. */
  saveCopy: procedure
    .input(uploadWish.extend({ target: fileToken, ...occasionWords }))
    .output(z.object({ report: uploadReport, name: z.string() })),
};

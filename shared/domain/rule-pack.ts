import type { ApplicationKind, PathStage, Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CheckRule } from './check-rule.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { AccountKind, Platform } from './platform.ts';

/** How far a pack's fact may be trusted: V official, P third party, S trade article, I inferred, M from memory. */
export const packTrustTags = ['V', 'P', 'S', 'I', 'M'] as const;
/** The same, and F: what the firm itself has laid down. */
export const trustTags = [...packTrustTags, 'F'] as const;
export type TrustTag = (typeof trustTags)[number];

/** An inferred or remembered fact informs; only a sourced one may hold a submission back. */
export const mayBlock = (tag: TrustTag): boolean => tag !== 'I' && tag !== 'M';

/** A text of the pack in both languages of the program. */
export type RuleText = { readonly zh: string; readonly en: string };

/** What every leaf of a pack carries: trust, codes of `sources`, and the date whose state it reflects. */
export type Provenance = {
  readonly tag: TrustTag;
  readonly source: readonly string[];
  readonly asOf: CalendarDate;
};

export type RuleSource = {
  readonly code: string;
  readonly title: RuleText;
  readonly publisher: 'official' | 'third_party' | 'own';
  /** The date the page or its copy shows, when it shows one. */
  readonly date?: CalendarDate;
  readonly url?: string;
};

export const holders = ['legal_representative', 'administrator', 'operator'] as const;
/** Whose paper it is, when it belongs to a person. */
export type Holder = (typeof holders)[number];

export const neededValues = ['required', 'if_applicable'] as const;
export type Needed = (typeof neededValues)[number];

export const checklistFactKeys = [
  'administrator_is_legal_representative',
  'name_has_protected_word',
  'subject_renamed',
  'uses_parent_name',
  'verifies_by_transfer',
  'wants_invoice',
  'subject_document_not_merged',
  'reviewer_asked_for_letter',
] as const;
/** A question about the case whose answer decides whether a paper is asked for. */
export type ChecklistFactKey = (typeof checklistFactKeys)[number];

export const unansweredValues = ['require', 'ask', 'leave_out'] as const;
/** What an unanswered question means: ask for the paper, ask the question, or do without. */
export type Unanswered = (typeof unansweredValues)[number];

/** The item is asked for when the fact equals `is`. */
export type RequirementCondition = {
  readonly fact: ChecklistFactKey;
  readonly is: boolean;
  readonly unknown: Unanswered;
};

/** One paper; any one of the kinds in `accepts` will do. */
export type DocumentRule = Provenance & {
  readonly op: 'document';
  readonly id: string;
  readonly accepts: readonly DocumentKind[];
  readonly holder?: Holder;
  readonly needed: Needed;
  readonly condition?: RequirementCondition;
  /** Days that must remain before the paper's end date; fewer gives a warning. */
  readonly marginDays: number;
  /** On whose word the margin stands, where the paper’s own source does not give it. */
  readonly marginBasis?: Provenance;
  readonly uploadProfileId: string;
  readonly title: RuleText;
  readonly note?: RuleText;
};

export type AllOfRule = { readonly op: 'all_of'; readonly parts: readonly RequirementFormula[] };

/** Alternatives: one complete option is enough. */
export type AnyOfRule = {
  readonly op: 'any_of';
  readonly id: string;
  readonly title: RuleText;
  readonly options: readonly RequirementFormula[];
};

export type RequirementFormula = AllOfRule | AnyOfRule | DocumentRule;

/** A headed part of a checklist. */
export type RequirementGroup = {
  readonly id: string;
  readonly title: RuleText;
  readonly formula: RequirementFormula;
};

/** What is asked of one entity type for the named kinds of application. */
export type RequirementSet = {
  readonly entityType: EntityType;
  readonly applicationKinds: readonly ApplicationKind[];
  readonly groups: readonly RequirementGroup[];
};

export const waitingParties = ['us', 'client', 'platform'] as const;
export type WaitingOn = (typeof waitingParties)[number];

export type StageRule = Provenance & {
  readonly stage: Stage;
  /** What the stage is called here, where its usual name is too general. */
  readonly title?: RuleText;
  readonly waitingOn: WaitingOn;
  readonly note: RuleText;
};

export const clockIds = [
  'authorisation',
  'payment',
  'pre_review',
  'confirmation',
  'review',
  'refill',
] as const;
export type ClockId = (typeof clockIds)[number];

export const clockUnits = ['hour', 'calendar_day', 'working_day'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** `handed_in` is the last submission or refill, `reviewed` the pass of a review that a confirmation follows. */
export const clockStarts = [
  'submitted',
  'authorised',
  'handed_in',
  'pre_reviewed',
  'confirmed',
  'reviewed',
  'review_started',
  'first_returned',
] as const;
export type ClockStart = (typeof clockStarts)[number];

export const clockEnds = ['back_to_collecting', 'returned', 'failed', 'none'] as const;
export type ClockEnd = (typeof clockEnds)[number];

/** The firm's own length of a clock, in the clock's unit, and the one of the pack that it stands before. */
export type FirmLength = Provenance & { readonly packTotal: number; readonly reason: RuleText };

/**
 * A time limit. `total` is the length that holds; where the firm has laid it down, `firm` tells so, and the leaf's own
 * word is still the pack's on when it starts and what its end brings.
 */
export type ClockRule = Provenance & {
  readonly id: ClockId;
  readonly unit: ClockUnit;
  readonly total: number;
  readonly startsAt: ClockStart;
  readonly onExpiry: ClockEnd;
  readonly consequence: RuleText;
  /** Never in a pack itself. */
  readonly firm?: FirmLength;
};

/**
 * The platform's fee for one submission of one order, in fen; both ends of the period are inclusive. A variant holds in
 * a circumstance that entity type and day do not tell: it is offered at the payment and never taken by itself.
 */
export type FeeRule = Provenance & {
  readonly variant?: { readonly id: string; readonly text: RuleText };
  readonly entityTypes: readonly EntityType[];
  readonly amountFen: number;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly note: RuleText;
};

export type ValidityLoss = Provenance & { readonly afterDays: number; readonly text: RuleText };

export type ValidityRule = {
  readonly term: Provenance & { readonly years: number };
  readonly window: Provenance & { readonly daysBefore: number };
  /** The firm's own plan inside the window. */
  readonly plan: Provenance & { readonly askDaysBefore: number; readonly submitDaysBefore: number };
  /** What stops working after the end, in steps. */
  readonly losses: readonly ValidityLoss[];
};

export const rejectedPapers = ['any', 'dated', 'permit', 'id_card'] as const;
/** Which papers a return may be about: any at all, those with an end date, permits of the category, identity cards. */
export type RejectedPapers = (typeof rejectedPapers)[number];

export type ReturnReason = Provenance & {
  readonly code: string;
  readonly text: RuleText;
  readonly remedy: RuleText;
  /** Papers that a resubmission for this reason is made with, added to the checklist. */
  readonly remedyDocuments: readonly DocumentRule[];
  /** Of which papers at least one has to be newer than the return, where the reason names none for certain. */
  readonly rejects?: RejectedPapers;
};

export type ReviewerQuestion = Provenance & { readonly id: string; readonly text: RuleText };

export type ReviewerCall = Provenance & {
  readonly missedCallsToFail: number;
  /** The return reason under which a missed call is recorded. */
  readonly reasonCode?: string;
  readonly note: RuleText;
  readonly questions: readonly ReviewerQuestion[];
};

/** A number from which the platform's reviewers have called. */
export type ReviewLine = Provenance & { readonly number: string };

export type UploadLimit = Provenance &
  (
    | { readonly id: 'format'; readonly formats: readonly string[] }
    | { readonly id: 'size'; readonly maxBytes: number }
    | { readonly id: 'resolution'; readonly shortSidePx: number; readonly longSidePx: number }
    | { readonly id: 'colour'; readonly note: RuleText }
    | { readonly id: 'completeness'; readonly note: RuleText }
    /** All papers of the profile together. */
    | { readonly id: 'count'; readonly maxFiles: number }
  );

export type UploadProfile = {
  readonly id: string;
  readonly title: RuleText;
  readonly limits: readonly UploadLimit[];
};

/** One of the things that the platform's review is about. */
export type ReviewCriterion = Provenance & { readonly id: string; readonly text: RuleText };

export const nameWordMatches = ['contains', 'whole', 'ends', 'beyond'] as const;
export type NameWordMatch = (typeof nameWordMatches)[number];

/** Words that a name may not hold, be or end with. */
export type NameWordRule = Provenance & {
  readonly id: string;
  readonly match: NameWordMatch;
  /** Of whom the words are not accepted; left out where of nobody. */
  readonly entityTypes?: readonly EntityType[];
  readonly words: readonly string[];
  readonly text: RuleText;
};

/** Half a Chinese character, so that one counts two; or a character of any script. */
export const nameUnitKinds = ['half_width', 'character'] as const;
export type NameUnit = (typeof nameUnitKinds)[number];

/** What a program or merchant may be called. */
export type NameRules = {
  /** In half-width units where no other is named. */
  readonly length: Provenance & {
    readonly minUnits: number;
    readonly maxUnits: number;
    readonly unit?: NameUnit;
  };
  /** Shorter names have met with questions. */
  readonly advised?: Provenance & { readonly minUnits: number };
  readonly words: readonly NameWordRule[];
};

/** How often a return may be answered before the order fails. */
export type RefillRule = Provenance & { readonly max: number; readonly note: RuleText };

/** Whether an order under review can be taken back. */
export type WithdrawalRule = Provenance & { readonly inReview: boolean; readonly note: RuleText };

export const accountNumbers = ['app_id', 'original_id', 'merchant_number', 'filing_number'] as const;
/** A number that a platform gives to an account, and the authority to a filing. */
export type AccountNumber = (typeof accountNumbers)[number];

export const aftercareCases = ['cac_category'] as const;
/** After which pass alone something is to be done: of a category that the internet authority looks at too. */
export type AftercareCase = (typeof aftercareCases)[number];

export type AftercareTime = { readonly unit: ClockUnit; readonly total: number };

/** What makes a step after the pass a duty of the agenda. */
export type AftercareDuty = {
  /** What is to be done, in a few words. */
  readonly title: RuleText;
  readonly waitingOn: WaitingOn;
  /** The step belongs to the case only when the fact equals `is`. */
  readonly condition?: RequirementCondition;
  /** An earlier step of the pack: the time runs from the day on which that was done. */
  readonly after?: string;
  /** Steps of which one alone applies in a case: it is a question while another is open, and needless once one is done. */
  readonly alternatives?: readonly string[];
  /** An earlier step of the pack: this one belongs to the case only where that does. */
  readonly partOf?: string;
  /** Done once such a paper with its end is on file. */
  readonly paper?: DocumentKind;
  /** Done once the account has the number. */
  readonly number?: AccountNumber;
  /** The firm's own plan, where no time is set or a shorter one is wise. */
  readonly plan?: Provenance & AftercareTime;
};

/** What follows the end of the order, and within which time where one is set. Without `duty` it only informs. */
export type AftercareRule = Provenance & {
  readonly id: string;
  readonly text: RuleText;
  readonly within?: AftercareTime;
  /** Left out where it is to be done after every pass. */
  readonly only?: AftercareCase;
  /** It follows a failed order as well. */
  readonly afterFailure?: true;
  readonly duty?: AftercareDuty;
};

/** A rule that informs: nothing else in the pack is worked out from it. */
export type StatementRule = Provenance & { readonly id: string; readonly text: RuleText };

/**
 * Something that no source tells. The id names it: `fee`, `validity`, `refills`, `withdrawal`, `clock.<id>`, or a
 * matter of its own.
 */
export type UnknownRule = Provenance & { readonly id: string; readonly text: RuleText };

/** Sources that disagree: the places of the pack it is about, and which of them the pack follows and why. */
export type ConflictRule = Provenance & {
  readonly id: string;
  readonly places: readonly string[];
  readonly text: RuleText;
};

/** A platform's dated rules for one sort of order: data, never code. */
export type RulePack = {
  readonly id: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly title: RuleText;
  readonly platform: Platform;
  readonly accountKinds: readonly AccountKind[];
  readonly applicationKinds: readonly ApplicationKind[];
  readonly coveredEntityTypes: readonly EntityType[];
  readonly sources: readonly RuleSource[];
  readonly uploadProfiles: readonly UploadProfile[];
  readonly requirements: readonly RequirementSet[];
  /** The stages from handing in to the result, in order. */
  readonly path: readonly PathStage[];
  readonly stages: readonly StageRule[];
  readonly clocks: readonly ClockRule[];
  /** Null where no limit is known. */
  readonly refills: RefillRule | null;
  /** Null where nothing is known of it. */
  readonly withdrawal: WithdrawalRule | null;
  readonly fees: readonly FeeRule[];
  /** Null for what does not run out. */
  readonly validity: ValidityRule | null;
  readonly reviewCriteria: readonly ReviewCriterion[];
  readonly nameRules: NameRules | null;
  readonly returnReasons: readonly ReturnReason[];
  /** What the pre-check looks at before a submission. */
  readonly checks: readonly CheckRule[];
  readonly reviewerCall: ReviewerCall | null;
  readonly reviewLines: readonly ReviewLine[];
  /** The numbers that a pass brings. */
  readonly yields?: readonly AccountNumber[];
  readonly aftercare: readonly AftercareRule[];
  readonly statements: readonly StatementRule[];
  readonly unknowns: readonly UnknownRule[];
  readonly conflicts: readonly ConflictRule[];
};

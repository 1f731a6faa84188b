import type { ApplicationKind } from './application.ts';
import type { BankAccountKind, BankHolder } from './bank-account.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { EvaluatedItem } from './checklist-state.ts';
import type { DocumentKind, DocumentPart } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { LoggedCall } from './missed-calls.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { QualityKind } from './quality-finding.ts';
import type { ItemMoments } from './return-remedy.ts';
import type { Standing } from './standing.ts';
import type { StatedValues } from './stated-value.ts';

/** Something wrong with the picture of a page; see `qualityFindings`. */
export type PictureFault = { readonly kind: QualityKind; readonly pageNo: number };

/** One kept file of a paper, as far as an upload limit asks about it. */
export type FileFacts = {
  readonly part: DocumentPart;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Whether the picture has no colours; left out where nobody has looked. */
  readonly isGrey?: boolean;
  /** What is wrong with its pages where colour and a seal are asked for; left out where nobody has measured them, or all is well. */
  readonly pictureFaults?: readonly PictureFault[];
};

/** A paper of the client with what was written down from it. */
export type PaperFacts = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly title?: string;
  readonly remark?: string;
  /** What it says, its number among it. */
  readonly stated: StatedValues;
  /** What was read off it and contradicts what is on file, where nobody has noted what it says. */
  readonly read?: StatedValues;
  /** The day on which the newest of its files came. */
  readonly receivedOn: CalendarDate;
  /** The same to the instant. */
  readonly receivedAtMs: number;
  /** Whose paper it is, when it belongs to a person. */
  readonly contactId?: string;
  readonly validUntil?: CalendarDate | 'forever';
  readonly files: readonly FileFacts[];
};

export type ContactFacts = {
  readonly contactId: string;
  readonly name: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly availableHours?: string;
  readonly isLegalRepresentative: boolean;
  readonly isAdministrator: boolean;
  readonly answersCalls: boolean;
};

export type BankFacts = {
  readonly bankAccountId: string;
  readonly kind: BankAccountKind;
  readonly holder: BankHolder;
  readonly holderName: string;
  readonly accountNumber?: string;
  readonly bankName?: string;
};

/** Everything that the pre-check of one application looks at; live rows only, in any order. */
export type PreCheckFacts = {
  readonly today: CalendarDate;
  readonly kind: ApplicationKind;
  readonly openedOn: CalendarDate;
  readonly isReturned: boolean;
  /** How long the account's certification holds, where somebody knows; left out once the order was handed in. */
  readonly certification?: { readonly until?: CalendarDate };
  /** The number of another certification of the same account that is under way: a first one beside an annual review. */
  readonly otherCertification?: string;
  readonly client: {
    /** The name as the registry and the licence have it. */
    readonly name: string;
    readonly entityType: EntityType;
    readonly creditCode?: string;
    /** Why a code with a wrong check character is used. */
    readonly creditCodeNote?: string;
    readonly legalRepresentative?: string;
    readonly address?: string;
    readonly licenceUntil?: CalendarDate | 'forever';
    /** The scope as the licence prints it. */
    readonly businessScope?: string;
    /** How the register has the subject, and when somebody looked. */
    readonly standing?: Standing;
    readonly standingCheckedOn?: CalendarDate;
  };
  /** What the program is to be called. */
  readonly accountName: string;
  /** The account’s categories as somebody wrote them down; left out where the platform has no list of them. */
  readonly category?: string;
  /** The one category that the application is about, by its id in the list; the account's text is no matter then. */
  readonly appliedCategory?: string;
  /** Keys of leaves of its formula that the firm has looked at and found met. */
  readonly settledLeaves?: readonly string[];
  /** Answers to the questions of the category pack, by id. */
  readonly answers?: Readonly<Record<string, boolean>>;
  /** What kind of account on which platform the order is about. */
  readonly accountOn: { readonly platform: Platform; readonly kind: AccountKind };
  /** The AppID, or the merchant number of a merchant account. */
  readonly appId?: string;
  /** The key by which the platform's forms name the account (gh_…). */
  readonly originalId?: string;
  /** The client's other accounts, so that a form of one of them is not taken for one of this order. */
  readonly otherAccounts: readonly { readonly name: string; readonly originalId?: string }[];
  readonly contacts: readonly ContactFacts[];
  readonly bankAccounts: readonly BankFacts[];
  readonly papers: readonly PaperFacts[];
  /** The evaluated checklist with the papers put to each item. */
  readonly items: readonly (EvaluatedItem & ItemMoments & { readonly documentIds: readonly string[] })[];
  /** Returns so far, oldest first. */
  readonly returns: readonly {
    readonly reasonCode?: string;
    readonly atMs: number;
    /** The requirements whose papers the platform named. */
    readonly rejects?: readonly string[];
  }[];
  /** The reviewer's calls, as far as they were noted one by one. */
  readonly calls?: readonly LoggedCall[];
};

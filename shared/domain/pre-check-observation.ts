import type { CheckId } from './check-rule.ts';
import type { DocumentPart } from './document-kind.ts';
import type { Provenance, RuleText } from './rule-pack.ts';

/** Where a finding is mended. */
export type ObservationPlace =
  | {
      readonly at: 'client';
      readonly field:
        | 'name'
        | 'creditCode'
        | 'entityType'
        | 'legalRepresentative'
        | 'address'
        | 'licenceUntil'
        | 'standing';
    }
  | { readonly at: 'account_name' }
  | { readonly at: 'account'; readonly field: 'appId' | 'originalId' | 'certifiedUntil' | 'category' }
  | { readonly at: 'contacts' | 'bank_accounts' | 'attempts' }
  | { readonly at: 'contact' | 'bank_account'; readonly id: string }
  | { readonly at: 'category'; readonly id: string }
  | { readonly at: 'paper'; readonly documentId: string }
  | {
      readonly at: 'item';
      readonly requirementId: string;
      readonly documentId?: string;
      /** The page of one of its files on which it is seen. */
      readonly page?: { readonly part: DocumentPart; readonly no: number };
    };

/** What a check saw, before a pack says how much it weighs. */
export type Observation = {
  readonly check: CheckId;
  readonly place: ObservationPlace;
  /** The rule of the item or limit in question, when it is not the check's own. */
  readonly rule?: Provenance;
  readonly title?: RuleText;
  /** In place of the rule's own words. */
  readonly text?: RuleText;
  readonly remedy?: RuleText;
  /** A value as it is written, or words of a pack. */
  readonly expected?: string | RuleText;
  readonly found?: string;
  /** Index of the first character in which `found` differs from `expected`. */
  readonly at?: number;
};

import type { Category, CategoryPack } from './category-pack.ts';
import type { CategoryFacts } from './category-verdict.ts';
import type { ContactFacts, PreCheckFacts } from './pre-check-facts.ts';

/** An application under way with its evaluated checklist, without the lines that its category asks for. */
export type NeededApplication = {
  readonly applicationId: string;
  readonly items: PreCheckFacts['items'];
  /** The list whose permits its items may name. */
  readonly categories?: CategoryPack;
};

/** The categories that an account's text names, or the one that an application asks for. */
export type NeededAccount = {
  readonly accountId: string;
  readonly pack: CategoryPack;
  readonly categories: readonly Category[];
  /** What the firm has settled in that application's checklist. */
  readonly settled?: Pick<CategoryFacts, 'settledLeaves' | 'answers'>;
};

/** Everything of one client that decides which papers are still needed; live rows only, in any order. */
export type NeededFacts = CategoryFacts & {
  readonly contacts: readonly Pick<ContactFacts, 'contactId' | 'isAdministrator' | 'isLegalRepresentative'>[];
  readonly applications: readonly NeededApplication[];
  readonly accounts: readonly NeededAccount[];
  /** The applications whose items a paper was put to, by document id. */
  readonly attachedTo: ReadonlyMap<string, readonly string[]>;
};

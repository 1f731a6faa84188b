import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Holder } from '#shared/domain/rule-pack.ts';

type Contact = ApplicationDetails['contacts'][number];

interface PaperFields {
  readonly kind: DocumentKind;
  readonly validUntil: ValidUntil;
}
export type PaperChange = Partial<{ kind: DocumentKind; validUntil: ValidUntil; contactId: string | null }>;

/**
 * What is to be written about a paper that came in for an item, with the values it replaces. A person's paper is put
 * to the person whose paper the item asks for, so that it serves the next application as well.
 */
export function paperChanges(
  document: DocumentRow,
  { kind, validUntil }: PaperFields,
  item: ApplicationItem,
  contacts: readonly Contact[],
): { readonly base: PaperChange; readonly changes: PaperChange } {
  const base: PaperChange = { validUntil: document.validUntil };
  const changes: PaperChange = { validUntil };
  if (kind !== document.kind) {
    base.kind = document.kind;
    changes.kind = kind;
  }
  const holder = document.contactId === null ? holderContact(item.requirement.holder, contacts) : undefined;
  if (holder !== undefined) {
    base.contactId = null;
    changes.contactId = holder.id;
  }
  return { base, changes };
}

/** The one contact that can be meant; of two administrators nobody is guessed. */
function holderContact(holder: Holder | undefined, contacts: readonly Contact[]): Contact | undefined {
  if (holder === undefined) return undefined;
  const meant = contacts.filter((contact) =>
    holder === 'administrator' ? contact.isAdministrator : contact.isLegalRepresentative,
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** What another client is to a client. */
export const relationKinds = [
  'parent',
  'subsidiary',
  'shareholder',
  'investee',
  'same_legal_representative',
  'trademark_owner',
  'trademark_user',
  'franchise',
  'other',
] as const;
export type RelationKind = (typeof relationKinds)[number];

/** The relation read from its other end; read twice it is itself. */
export function seenFromOther(kind: RelationKind): RelationKind {
  switch (kind) {
    case 'parent':
      return 'subsidiary';
    case 'subsidiary':
      return 'parent';
    case 'shareholder':
      return 'investee';
    case 'investee':
      return 'shareholder';
    case 'trademark_owner':
      return 'trademark_user';
    case 'trademark_user':
      return 'trademark_owner';
    case 'same_legal_representative':
    case 'franchise':
    case 'other':
      return kind;
  }
}

/** Who holds the share that can be said of a relation: the other client, this one, or nobody. */
export function holderIn(kind: RelationKind): 'other' | 'own' | null {
  switch (kind) {
    case 'parent':
    case 'shareholder':
      return 'other';
    case 'subsidiary':
    case 'investee':
      return 'own';
    case 'same_legal_representative':
    case 'trademark_owner':
    case 'trademark_user':
    case 'franchise':
    case 'other':
      return null;
  }
}

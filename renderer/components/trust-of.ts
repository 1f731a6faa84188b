import type { TrustTag } from '#shared/domain/rule-pack.ts';
import type { TrustKey } from './trust.tsx';

/** The word under which a rule's trust tag is shown. */
export function trustOf(tag: TrustTag): TrustKey {
  switch (tag) {
    case 'V':
      return 'official';
    case 'P':
      return 'third_party';
    case 'S':
      return 'article';
    case 'I':
      return 'inferred';
    case 'M':
      return 'open';
    case 'F':
      return 'firm';
  }
}

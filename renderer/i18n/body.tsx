/** Of which body a page speaks, so that who acts for it is called by the right title. */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import { useT } from './use-t.ts';

const BodyContext = createContext<EntityType | undefined>(undefined);

interface BodyProviderProps {
  readonly entityType: EntityType;
  readonly children: ReactNode;
}

export function BodyProvider({ entityType, children }: BodyProviderProps) {
  return <BodyContext value={entityType}>{children}</BodyContext>;
}

/** The entity type of the client that the page is about; undefined where it is about none or many. */
export const useBody = (): EntityType | undefined => use(BodyContext);

/** 经营者, 法定代表人 …, of the page's client; the general title where there is none. */
export function useHeadTitle(): string {
  const t = useT();
  const entityType = useBody();
  return t(
    `vocabulary.headTitle.${entityType === undefined ? 'legal_representative' : headTitleOf(entityType)}`,
  );
}

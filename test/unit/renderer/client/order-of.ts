import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';

/** An order that is under way for an account. */
export const orderOf = (accountId: string, kind: ApplicationKind, categoryId?: string): ApplicationRow => ({
  id: `${accountId} ${kind} ${categoryId ?? ''}`,
  number: 'A-2026-A00001',
  clientId: 'client',
  clientName: '示例',
  accountId,
  accountName: '示例',
  platform: 'wechat',
  kind,
  category:
    categoryId === undefined
      ? null
      : { id: categoryId, path: { zh: categoryId, en: categoryId }, cac: false },
  stage: 'collecting',
  stageSinceAtMs: 0,
  openedAtMs: 0,
  refillNo: null,
  rail: { at: 0, total: 3 },
  consultantName: null,
  missingCount: 0,
  itemCount: 0,
  clock: null,
});

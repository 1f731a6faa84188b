import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { mendingPlace } from '#renderer/features/application/mending-place.ts';
import type { Mendable } from '#renderer/features/application/mending-place.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const finding = (place: Finding['place'], check: Finding['check'] = 'paper_missing') => ({ place, check });

const item = (id: string, accepts: readonly DocumentKind[], documentIds: readonly string[] = []) => ({
  id,
  requirement: { requirementId: id, accepts, state: 'missing' as const },
  documents: documentIds.map((documentId) => ({ id: documentId })),
});

const details: Mendable = {
  client: { id: 'k' },
  account: { id: 'acc' },
  attempts: [{ returnedAtMs: 5, reasonCode: 'name_trademark' }],
  items: [item('licence', ['business_licence'], ['d1']), item('mark', ['trademark_certificate'])],
};

const placeOf = (given: ReturnType<typeof finding>) => mendingPlace(given, details, pack);

describe('where a finding is mended', () => {
  it('is the fact, the person, the bank account or the account itself', () => {
    const of = (place: Finding['place']) => placeOf(finding(place));
    expect(of({ at: 'client', field: 'name' })).toMatchObject({ clientId: 'k', place: 'fact.name' });
    expect(of({ at: 'contact', id: 'p' })).toMatchObject({ place: 'contact.p' });
    expect(of({ at: 'bank_account', id: 'b' })).toMatchObject({ place: 'bank_account.b' });
    expect(of({ at: 'account_name' })).toEqual({ on: 'account', accountId: 'acc', place: 'fact.name' });
    expect(of({ at: 'account', field: 'appId' })).toMatchObject({ accountId: 'acc', place: 'fact.appId' });
    expect(of({ at: 'contacts' })).toMatchObject({ place: 'people' });
  });

  it('is the item that has the paper, else the paper on the client’s page', () => {
    expect(placeOf(finding({ at: 'paper', documentId: 'd1' }))).toEqual({ on: 'item', id: 'licence' });
    expect(placeOf(finding({ at: 'paper', documentId: 'd9' }))).toMatchObject({ place: 'paper.d9' });
  });

  it('is a part of the page for what is about the order', () => {
    const of = (check: Finding['check']) => placeOf(finding({ at: 'attempts' }, check));
    expect(of('calls_missed')).toEqual({ on: 'part', elementId: 'calls' });
    expect(of('last_refill')).toEqual({ on: 'part', elementId: 'ledger' });
  });

  it('is the open item that takes a paper which answers the return', () => {
    const reason = pack.returnReasons.find(
      ({ remedyDocuments: [rule] }) => rule !== undefined && rule.holder === undefined,
    );
    const [rule] = reason?.remedyDocuments ?? [];
    const returned: Mendable = {
      ...details,
      attempts: [{ returnedAtMs: 5, reasonCode: reason?.code ?? null }],
      items: [item('other', []), item('remedy', rule?.accepts ?? [])],
    };
    const missing = finding({ at: 'attempts' }, 'remedy_missing');
    expect(mendingPlace(missing, returned, pack)).toEqual({ on: 'item', id: 'remedy' });
    expect(mendingPlace(missing, details, undefined)).toEqual({ on: 'part', elementId: 'ledger' });
  });
});

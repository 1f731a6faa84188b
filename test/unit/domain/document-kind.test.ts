import { describe, expect, it } from 'vitest';
import { carriesValidity, documentKinds, documentParts } from '#shared/domain/document-kind.ts';

describe('kinds of documents', () => {
  it('only an ID card has two sides', () => {
    expect(documentParts('id_card')).toEqual(['front', 'back']);
    for (const kind of documentKinds.filter((other) => other !== 'id_card')) {
      expect(documentParts(kind)).toEqual(['whole']);
    }
  });

  it('tell which papers print an end', () => {
    expect(documentKinds.filter((kind) => !carriesValidity(kind))).toEqual([
      'overseas_registration',
      'approval_document',
      'account_proof',
      'authorisation_letter',
      'application_letter',
      'platform_form',
      'filing_certificate',
      'statement',
      'filing_pledge',
      'registry_change_record',
      'shareholding_proof',
      'invoice_information',
      'face_photo',
      'filing_form',
      'notarial_deed',
      'other_party_certificate',
      'other',
    ]);
  });
});

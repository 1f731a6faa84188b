import fs from 'node:fs';
import path from 'node:path';
import { resultOf } from '#shared/contract/work.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { indexedFile } from '#backend/search/text-index.ts';
import { openForPapers } from './paper-drop.ts';
import * as scans from './scans.ts';

/** Constructed persons: no such number is given out. */
export const personOf = (no: number) => ({
  name: ['示例甲辰', '示例乙巳', '示例丙午', '示例丁未'][no] ?? `示例某${no}`,
  phone: `139000${String(no).padStart(2, '0')}517`,
  email: `person${no}@example.invalid`,
  wechat: `wx_person_${no}`,
  idNumber: makeResidentId(`3301991992060${8 - (no % 4)}10${no % 10}`),
  availableHours: null,
  isLegalRepresentative: true,
  isAdministrator: true,
  isFinance: false,
  answersCalls: false,
  leftOn: null,
});

export type SamplePerson = ReturnType<typeof personOf>;

/** A firm with a person about whom much is held, and ways to look at what is left of them. */
export async function openPersonFirm() {
  const opened = await openForPapers();
  const { call, backend, clientId, add, file } = opened;
  const person = personOf(0);

  async function contactAt(client: string, contact: SamplePerson, contactId: string | null = null) {
    const { id } = await call.clients.saveContact({ clientId: client, id: null, contactId, contact });
    const { contacts } = await call.clients.get({ id: client });
    return { linkId: id, contactId: contacts.find((each) => each.id === id)!.contactId };
  }
  const { contactId, linkId } = await contactAt(clientId, person);

  async function paperOf(no: number, who = contactId, client = clientId) {
    const bytes = await scans.picture('png', no);
    const { added } = await add([file(`${person.name}身份证${no}.png`, bytes)], {
      ...{ kind: 'id_card', parts: ['front'], clientId: client },
    });
    const id = added.documentId!;
    const base = await call.documents.get({ id });
    await call.documents.update({
      id,
      base: { contactId: base.contactId, number: base.number },
      changes: { contactId: who, number: person.idNumber },
    });
    return { id, sha256: scans.sha256Of(bytes) };
  }
  const report = async (id = contactId) => resultOf(await call.people.report({ id }));
  const preview = async (id = contactId) => resultOf(await call.people.previewErasure({ id }));
  const erase = async (id = contactId) => resultOf(await call.people.erase({ id }));
  /** Which of the texts stand anywhere in the files of the database. */
  const bytesOf = (...texts: string[]): string[] => {
    const files = ['', '-wal', '-journal'].map((end) =>
      path.join(backend.dataFolder, `certfolio.sqlite${end}`),
    );
    const all = files.filter((one) => fs.existsSync(one)).map((one) => fs.readFileSync(one));
    return texts.filter((text) => all.some((bytes) => bytes.includes(text)));
  };
  const isStored = (sha256: string): boolean => backend.vault.has(sha256);
  /** As if a file had been read and put into the index. */
  const noted = (sha256: string, text: string): void => {
    const { lastInsertRowid: id } = backend.db
      .prepare(
        `INSERT INTO file_texts (sha256, source, is_whole, is_indexed, read_at_ms, text) VALUES (?, 'ocr', 1, 1, 1, ?)`,
      )
      .run(sha256, text);
    backend.db.prepare('INSERT INTO file_index (rowid, characters) VALUES (?, ?)').run(id, indexedFile(text));
  };
  return {
    ...opened,
    ...{ person, contactId, linkId, contactAt, paperOf, report, preview, erase, bytesOf, isStored, noted },
  };
}

import type { PersonReport } from '#shared/contract/people.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { excerptAround } from '#shared/domain/excerpt.ts';
import type { Backend } from '#backend/backend.ts';
import type { Row } from '#backend/db/change.ts';
import { backupsHolding } from './backups.ts';
import type { PersonLook } from './look.ts';
import * as queries from './queries.ts';

/** So many events are told one by one; the others are counted. */
const mostEvents = 500;

/** All that is held, as it is told. */
export function reportOf(backend: Backend, look: PersonLook): PersonReport {
  const { person, papers } = look;
  const named = namedBy(backend);
  const events = look.events.toReversed();
  return {
    person: {
      id: person.id,
      name: person.name,
      phone: person.phone,
      email: person.email,
      wechat: person.wechat,
      idNumber: person.id_number,
      availableHours: person.available_hours,
      remark: person.remark,
      createdAtMs: person.created_at_ms,
      updatedAtMs: person.updated_at_ms,
      isTrashed: person.deleted_at_ms !== null,
    },
    namesakes: look.namesakes.map(({ person: { id, name }, kinds }) => ({ id, name, words: [...kinds] })),
    links: look.links.map((link) => ({
      id: link.id,
      clientId: link.client_id,
      clientName: link.client_name,
      isLegalRepresentative: link.is_legal_representative === 1,
      isAdministrator: link.is_administrator === 1,
      isFinance: link.is_finance === 1,
      answersCalls: link.answers_calls === 1,
      leftOn: link.left_on,
      isTrashed: link.deleted_at_ms !== null,
    })),
    papers: papers.map((paper) => paperOf(look, paper)),
    places: placesOf(look, named),
    texts: textsOf(look),
    copies: copiesOf(backend, look, named),
    events: events.slice(0, mostEvents).map((event) => ({
      id: event.id,
      atMs: event.at_ms,
      action: event.action,
      table: event.row_table,
      rowId: event.row_id,
      operation: event.operation,
      ...named(event.client_id),
    })),
    eventCount: events.length,
    drafts: look.locals.map(({ id }) => id),
    backups: backupsHolding(backend),
  };
}

type Named = (clientId: string | null) => { clientId: string | null; clientName: string | null };

/** A client with its name; each is asked for once. */
export function namedBy({ db }: Pick<Backend, 'db'>): Named {
  const names = new Map<string, string | null>();
  return (clientId) => {
    if (clientId === null) return { clientId, clientName: null };
    if (!names.has(clientId)) names.set(clientId, queries.clientNameOf(db, clientId));
    return { clientId, clientName: names.get(clientId) ?? null };
  };
}

function paperOf({ stated, files }: PersonLook, paper: queries.PaperRecord): PersonReport['papers'][number] {
  return {
    id: paper.id,
    clientId: paper.client_id,
    clientName: paper.client_name,
    kind: paper.kind,
    title: paper.title,
    number: paper.number,
    issuedOn: paper.issued_on,
    validUntil: paper.valid_forever === 1 ? 'forever' : paper.valid_until_on,
    keepUntilOn: paper.keep_until_on,
    remark: paper.remark,
    isTrashed: paper.deleted_at_ms !== null,
    isDestroyed: paper.destroyed_at_ms !== null,
    stated: stated
      .filter(({ document_id: of }) => of === paper.id)
      .map(({ field, value }) => ({ field, value })),
    files: files
      .filter(({ document_id: of }) => of === paper.id)
      .map((file) => ({
        versionId: file.id,
        part: file.part,
        versionNo: file.version_no,
        sha256: file.sha256,
        originalName: file.original_name,
        mediaType: file.media_type,
        sizeBytes: file.size_bytes,
        text: file.text ?? '',
      })),
  };
}

const placesOf = ({ rows }: PersonLook, named: Named): PersonReport['places'] =>
  rows
    .filter(({ table }) => table !== 'hand_outs')
    .flatMap(({ table, row, columns, clientId }) =>
      columns.map(({ name, own, shared }) => ({
        table,
        rowId: String(row.id),
        column: name,
        text: String(row[name]),
        words: [...new Set([...own, ...shared])],
        isTrashed: (row.deleted_at_ms ?? null) !== null,
        ...named(clientId),
      })),
    );

const textsOf = (look: PersonLook): PersonReport['texts'] =>
  look.texts.flatMap(({ sha256, text, owners }): PersonReport['texts'] => {
    const excerpt = saidAround(look, text);
    const nobody = {
      ...{ documentId: null, documentTitle: '', documentKind: null },
      ...{ clientId: null, clientName: null },
    };
    if (owners.length === 0) return [{ sha256, excerpt, ...nobody }];
    return owners.map((owner) => ({
      sha256,
      excerpt,
      documentId: owner.document_id,
      documentTitle: owner.title,
      documentKind: owner.kind as DocumentKind,
      clientId: owner.client_id,
      clientName: owner.client_name,
    }));
  });

/** A few words around the first place. */
function saidAround({ words }: PersonLook, text: string): string {
  const [match] = words.flatMap(({ pattern }) => [...text.matchAll(pattern)].slice(0, 1));
  if (match === undefined) return '';
  return excerptAround(text, [{ start: match.index, end: match.index + match[0].length }]);
}

/** Copies of papers about the person, and those whose entries name them, the latest first. */
function copiesOf({ db }: Backend, look: PersonLook, named: Named): PersonReport['copies'] {
  const naming = look.rows.filter(({ table }) => table === 'hand_outs').map(({ row }) => row);
  const copies = new Map([...queries.copiesAbout(db, look.person.id), ...naming].map((row) => [row.id, row]));
  return [...copies.values()]
    .sort((a, b) => Number(b.handed_at_ms) - Number(a.handed_at_ms))
    .map((row: Row) => ({
      id: String(row.id),
      handedAtMs: Number(row.handed_at_ms),
      copyName: String(row.copy_name),
      recipient: String(row.recipient),
      purpose: String(row.purpose),
      ...named(row.client_id === null ? null : String(row.client_id)),
    }));
}

import { documentKinds } from '#shared/domain/document-kind.ts';
import { isStatedField, statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { clientIdOf, theOnly } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/**
 * Writes what a paper says, all in one change, and prints all that it says then. An empty text takes a field away. The
 * paper is named by its id, or by its client and its kind.
 */
export const state: Command = async (args, options) => {
  const [subject, ...rest] = strict(args, {}).positionals;
  if (subject === undefined) throw new UsageError('the paper is missing');
  const kindText = rest[0]?.includes('=') === false ? rest[0] : undefined;
  if (kindText !== undefined && !documentKinds.some((known) => known === kindText))
    throw new UsageError(`no such kind of paper: ${kindText}; kinds: ${documentKinds.join(' ')}`);
  const pairs = (kindText === undefined ? rest : rest.slice(1)).map(pairOf);
  return withSession(options, async ({ call }) => {
    const documentId = kindText === undefined ? subject : await paperOf(call, subject, kindText);
    const { kind } = await call.documents.get({ id: documentId });
    const known: readonly string[] = statedFieldsOf(kind);
    const unknown = pairs.find(([field]) => !known.includes(field));
    if (unknown !== undefined) throw new AppError('FIELD_UNKNOWN', { field: unknown[0], known: [...known] });
    const values: Partial<Record<StatedField, string>> = Object.fromEntries(
      pairs.filter((pair): pair is [StatedField, string] => isStatedField(pair[0])),
    );
    const { changeId } = await call.documents.setStated({ documentId, values });
    const { stated } = await call.documents.get({ id: documentId });
    return { output: { changeId, documentId, kind, stated } };
  });
};

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`not FIELD=TEXT: ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The one paper of that kind that a client has. */
async function paperOf(call: LocalClient, client: string, kind: string): Promise<string> {
  const id = await clientIdOf(call, client.trim());
  const { client: owner, documents } = await call.clients.get({ id });
  const papers = documents
    .filter((document) => document.kind === kind)
    .map((document) => ({
      id: document.id,
      name: `${document.title === '' ? kind : document.title} ${document.id}`,
    }));
  return theOnly(`${owner.name} ${kind}`, papers, 'documents');
}

import { mergeFields } from '#shared/domain/client-merge.ts';
import type { MergeField } from '#shared/domain/client-merge.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Clients that may be one body; or the firm's word on two of them that they are not. */
export const duplicates: Command = async (args, options) => {
  const { values, positionals } = strict(args, { apart: { type: 'boolean' }, again: { type: 'boolean' } });
  const [subject, other, ...more] = positionals;
  const isWord = values.apart === true || values.again === true;
  if (values.apart === true && values.again === true)
    throw new UsageError('--apart and --again exclude each other');
  if (more.length > 0 || (!isWord && other !== undefined))
    throw new UsageError(`too much: ${positionals.join(' ')}`);
  return withSession(options, async ({ call }) => {
    const clientId = subject === undefined ? undefined : await clientIdOf(call, subject);
    if (!isWord) return { output: await call.clients.duplicates(clientId === undefined ? {} : { clientId }) };
    if (clientId === undefined || other === undefined) throw new UsageError('which two clients');
    const pair: [string, string] = [clientId, await clientIdOf(call, other)];
    return { output: await call.clients.setApart({ pairs: [pair], apart: values.apart === true }) };
  });
};

/** Puts the second client into the first, which takes what it lacks, and what is named besides. */
export const merge: Command = async (args, options) => {
  const { values, positionals } = strict(args, {
    take: { type: 'string', multiple: true },
    leave: { type: 'string', multiple: true },
    'own-remark': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  const [kept, other, ...more] = positionals;
  if (kept === undefined || other === undefined) throw new UsageError('merge: which two clients');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const [taken, left] = [fieldsIn(values.take), fieldsIn(values.leave)];
  return withSession(options, async ({ call }) => {
    const clients = { keptId: await clientIdOf(call, kept), otherId: await clientIdOf(call, other) };
    const preview = await call.clients.mergePreview(clients);
    const take = [...new Set([...preview.suggested.filter((field) => !left.includes(field)), ...taken])];
    if (values['dry-run'] === true) return { output: { ...preview, take } };
    const joinRemarks = values['own-remark'] !== true;
    return { output: { ...(await call.clients.merge({ ...clients, take, joinRemarks })), take } };
  });
};

function fieldsIn(names: readonly string[] | undefined): MergeField[] {
  return (names ?? []).map((name) => {
    const field = mergeFields.find((known) => known === name);
    if (field === undefined) throw new UsageError(`no such field: ${name}; known: ${mergeFields.join(', ')}`);
    return field;
  });
}

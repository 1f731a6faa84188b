import path from 'node:path';
import { documentParts } from '#shared/contract/documents.ts';
import { saidOutcomes } from '#shared/domain/hand-out.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { date, strict } from '../command-arguments.ts';
import { applicationIdOf, clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { markFlags, markOf } from '../mark.ts';
import { UsageError } from '../usage.ts';

const mostRows = 500;

/** The register of copies that left; with `paper` a copy more, with `note` what became of one. */
export const handOut: Command = async (args, options) => {
  const [deed = 'list', ...rest] = args;
  if (deed === 'paper') return paper(rest, options);
  if (deed === 'note') return note(rest, options);
  return list(deed === 'list' ? rest : args, options);
};

const list: Command = async (args, options) => {
  const known = { client: { type: 'string' }, application: { type: 'string' } } as const;
  const { values, positionals } = strict(args, known);
  const [text, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  return withSession(options, async ({ call }) => {
    const filter = {
      ...(text !== undefined && { text }),
      ...(values.client !== undefined && { clientId: await clientIdOf(call, values.client) }),
      ...(await ofApplication(call, values.application)),
    };
    return { output: await call.handOuts.list({ filter, limit: mostRows }) };
  });
};

const paper: Command = async (args, options) => {
  const { values, positionals } = strict(args, {
    ...{ to: { type: 'string' }, for: { type: 'string' } },
    ...{ side: { type: 'string' }, application: { type: 'string' } },
    ...markFlags,
  } as const);
  const [documentId, file, ...more] = positionals;
  if (documentId === undefined) throw new UsageError('the id of the paper is missing');
  if (file === undefined) throw new UsageError('the file is missing');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const { recipient, purpose } = occasionOf(values);
  const mark = markOf(values);
  const side = documentParts.find((one) => one === (values.side ?? one));
  if (side === undefined) throw new UsageError(`--side: not one of ${documentParts.join(' ')}`);
  return withSession(options, async ({ backend, call }) => {
    const { current } = await call.documents.get({ id: documentId });
    const version = values.side === undefined ? current[0] : current.find(({ part }) => part === side);
    if (version === undefined) throw new AppError('NOT_FOUND', { what: 'document_versions', id: documentId });
    if (values.side === undefined && current.length > 1)
      throw new UsageError(`--side: which of ${current.map(({ part }) => part).join(' ')}`);
    const target = backend.tokens.grant(path.resolve(file));
    const { applicationId } = await ofApplication(call, values.application);
    const asked = { versionId: version.id, target, recipient, purpose, mark };
    return { output: await call.handOuts.copy({ ...asked, ...(applicationId && { applicationId }) }) };
  });
};

const note: Command = async (args, options) => {
  const { values, positionals } = strict(args, {
    ...{ outcome: { type: 'string' }, on: { type: 'string' }, remark: { type: 'string' } },
  } as const);
  const [id, ...more] = positionals;
  if (id === undefined) throw new UsageError('the entry is missing');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const outcome = outcomeOf(values.outcome);
  const outcomeOn = date(values.on, 'on');
  return withSession(options, async ({ call }) => {
    const changes = {
      ...(outcome !== undefined && { outcome }),
      ...(outcomeOn !== undefined && { outcomeOn }),
      ...(values.remark !== undefined && { remark: values.remark }),
    };
    return { output: await call.handOuts.note({ id, base: {}, changes }) };
  });
};

function outcomeOf(text: string | undefined) {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  const outcome = saidOutcomes.find((one) => one === text);
  if (outcome === undefined) throw new UsageError(`--outcome: not one of ${saidOutcomes.join(' ')} none`);
  return outcome;
}

/** For whom and for what; both have to be said, for the register is nothing without them. */
export function occasionOf(values: { readonly to?: string | undefined; readonly for?: string | undefined }) {
  const { to: recipient, for: purpose } = values;
  if (recipient === undefined || recipient.trim() === '') throw new UsageError('--to: for whom the copy is');
  if (purpose === undefined || purpose.trim() === '') throw new UsageError('--for: for what the copy is');
  return { recipient, purpose };
}

async function ofApplication(call: LocalClient, subject: string | undefined) {
  return subject === undefined ? {} : { applicationId: await applicationIdOf(call, subject) };
}

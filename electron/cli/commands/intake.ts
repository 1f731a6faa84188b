import fs from 'node:fs';
import path from 'node:path';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { documentKindNames } from '#shared/domain/document-kind-name.ts';
import { isContradicted } from '#shared/domain/paper-differences.ts';
import { looksEnded } from '#backend/intake/look.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

/** The intake tray: what lies in it, files and folders that are taken in, and pieces that are filed. */
export const intake: Command = async (args, options) => {
  const known = {
    ...({ client: { type: 'string' }, kind: { type: 'string' }, title: { type: 'string' } } as const),
    ...({ on: { type: 'boolean' }, off: { type: 'boolean' }, none: { type: 'boolean' } } as const),
  };
  const { positionals, values } = strict(args, known);
  const [deed, ...rest] = positionals;
  return withSession(options, async (session) => {
    const { call } = session;
    if (deed === undefined) return { output: await call.intake.get() };
    if (deed === 'take') return { output: await take(session, rest) };
    if (deed === 'watch-folder') return { output: await watchFolder(session, rest, values) };
    if (deed === 'move') return { output: await move(call, rest) };
    if (deed === 'sides') return { output: await sides(call, rest) };
    if (deed !== 'file') throw new UsageError(`intake: not take, watch-folder, move, sides or file: ${deed}`);
    const [paperId, ...more] = rest;
    if (paperId === undefined) throw new UsageError('the id of the piece is missing');
    if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
    return { output: await file(call, paperId, values) };
  });
};

async function take({ backend, call }: Session, paths: readonly string[]) {
  if (paths.length === 0) throw new UsageError('the files are missing');
  const missing = paths.find((each) => !fs.existsSync(each));
  if (missing !== undefined) throw new UsageError(`no such file: ${missing}`);
  const tokens = paths.map((each) => backend.tokens.grant(path.resolve(each), undefined, 'read'));
  const refused = [];
  let taken = 0;
  for await (const step of await call.intake.take({ tokens, cameBy: 'chosen' })) {
    if (step.kind === 'refused') refused.push({ name: step.name, code: step.code, data: step.data });
    if (step.kind === 'taken') taken = step.takenCount;
  }
  await looksEnded(backend);
  return { taken, refused, ...(await call.intake.get()) };
}

interface Watching {
  readonly on?: boolean | undefined;
  readonly off?: boolean | undefined;
  readonly none?: boolean | undefined;
}

/** Which folder the program watches while it runs; without a word, says which. */
async function watchFolder({ backend, call }: Session, paths: readonly string[], said: Watching) {
  const [folder, ...more] = paths;
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const words = [folder !== undefined, said.none === true].filter(Boolean).length;
  if (words > 1 || (said.on === true && said.off === true))
    throw new UsageError('only one of FOLDER and --none, of --on and --off');
  if (folder !== undefined && !fs.existsSync(folder)) throw new UsageError(`no such folder: ${folder}`);
  const watchedFolder =
    folder === undefined ? undefined : backend.tokens.grant(path.resolve(folder), undefined, 'write');
  const isOn = said.on === true ? true : said.off === true ? false : undefined;
  await call.settings.set({
    ...(watchedFolder !== undefined && { watchedFolder }),
    ...(said.none === true && { watchedFolder: null }),
    ...(isOn !== undefined && { watchedFolderOn: isOn }),
  });
  const { watchedFolderName: name, watchedFolderOn } = await call.settings.get();
  const { state } = await call.intake.folder();
  return { folder: name, on: watchedFolderOn, state };
}

/** Puts a page of the tray into a piece, before one of its pages or at its end. */
async function move(call: LocalClient, ids: readonly string[]) {
  const [pageId, to, before, ...more] = ids;
  if (pageId === undefined || to === undefined)
    throw new UsageError('intake move: which page, into which piece');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const { pages, papers } = await call.intake.get();
  if (!pages.some(({ id }) => id === pageId)) throw new UsageError(`no such page: ${pageId}`);
  if (!papers.some(({ id }) => id === to)) throw new UsageError(`no such piece: ${to}`);
  if (before !== undefined && !pages.some(({ id, paperId }) => id === before && paperId === to))
    throw new UsageError(`no such page in that piece: ${before}`);
  const asked = { kind: 'move' as const, pageIds: [pageId], to, before: before ?? null };
  const { changeId } = await call.intake.arrange({ move: asked });
  const after = (await call.intake.get()).pages.filter(({ paperId }) => paperId === to);
  const order = after.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  return { changeId, order };
}

/** Joins two pieces, the front and the back of one ID card. */
async function sides(call: LocalClient, ids: readonly string[]) {
  const [front, back, ...more] = ids;
  if (front === undefined || back === undefined || front === back)
    throw new UsageError('intake sides: which piece is the front, which other one the back');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const { papers } = await call.intake.get();
  const missing = [front, back].find((id) => !papers.some((paper) => paper.id === id));
  if (missing !== undefined) throw new UsageError(`no such piece: ${missing}`);
  const { changeId } = await call.intake.arrange({ move: { kind: 'sides', front, back } });
  return { changeId, paperId: front };
}

interface FileAs {
  readonly client?: string | undefined;
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
}

/** Who files by a command has looked: what is not said is what was guessed. */
async function file(call: LocalClient, paperId: string, { client, kind: kindText, title }: FileAs) {
  const { papers } = await call.intake.get();
  const paper = papers.find(({ id }) => id === paperId);
  const kind =
    kindText === undefined
      ? (paper?.kind ?? paper?.kindGuess?.kind)
      : documentKinds.find((each) => each === kindText || documentKindNames[each] === kindText);
  if (kind === undefined)
    throw new UsageError(`no such kind of paper: ${kindText ?? 'none was said or guessed'}`);
  const clientId =
    client === undefined
      ? (paper?.clientId ?? paper?.clientGuesses[0]?.clientId)
      : await clientIdOf(call, client);
  if (clientId === undefined) throw new UsageError('whose it is was neither said nor guessed: --client');
  const changes = {
    ...{
      clientId,
      kind,
      isSeen: true,
      title: title ?? (paper === undefined || paper.title === '' ? documentKindNames[kind] : paper.title),
    },
    ...(paper && { documentId: paper.documentId, itemId: paper.itemId }),
  };
  await call.intake.describe({ ids: [paperId], base: {}, changes });
  const refused = [];
  let filed = 0;
  let changeId: string | null = null;
  for await (const step of await call.intake.file({ paperIds: [paperId] })) {
    if (step.kind === 'refused') refused.push({ code: step.code, data: step.data });
    if (step.kind === 'filed') [filed, changeId] = [step.filedCount, step.changeId];
  }
  const renews = changeId === null ? [] : (await call.renewal.offers({ changeId })).offers;
  for (const { check, clientName } of renews)
    if (isContradicted(check.differences))
      process.stderr.write(`what was filed contradicts the data of ${clientName}; see renews\n`);
  return { filed, refused, ...(renews.length > 0 && { renews }) };
}

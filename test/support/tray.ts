import { looksEnded } from '#backend/intake/look.ts';
import { openForPapers } from './paper-drop.ts';
import * as scans from './scans.ts';
import { allOf } from './streams.ts';

/** A firm with one client and an empty intake tray, and ways to take files into it and file them. */
export async function openTray() {
  const opened = await openForPapers();
  const { backend, call, file } = opened;
  const take = async (...files: readonly string[]) => {
    const tokens = files.map((each) => backend.tokens.grant(each));
    const steps = await allOf(await call.intake.take({ tokens, cameBy: 'dropped' }));
    await looksEnded(backend);
    const last = steps.at(-1);
    if (last?.kind !== 'taken') throw new Error('no result');
    return { ...last, refused: steps.filter((step) => step.kind === 'refused') };
  };
  const fileAll = async (...paperIds: readonly string[]) => {
    const steps = await allOf(await call.intake.file({ paperIds: [...paperIds] }));
    const last = steps.at(-1);
    if (last?.kind !== 'filed') throw new Error('no result');
    return { ...last, refused: steps.filter((step) => step.kind === 'refused') };
  };
  const seen = (id: string, changes: object = {}) =>
    call.intake.describe({
      ids: [id],
      base: {},
      changes: { clientId: opened.clientId, kind: 'business_licence', isSeen: true, ...changes },
    });
  const onlyPaper = async () => {
    const { papers } = await call.intake.get();
    const [paper, ...others] = papers;
    if (paper === undefined || others.length > 0) throw new Error(`${papers.length} pieces`);
    return paper;
  };
  return {
    ...opened,
    take,
    fileAll,
    seen,
    onlyPaper,
    picture: async (name: string, no = 1) => file(name, await scans.picture('png', no)),
  };
}

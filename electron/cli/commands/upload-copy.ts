import path from 'node:path';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';
import { markFlags, markOf } from '../mark.ts';

const flags = {
  page: { type: 'string' },
  part: { type: 'string' },
  application: { type: 'string' },
  to: { type: 'string' },
  for: { type: 'string' },
  turn: { type: 'string' },
  straighten: { type: 'boolean' },
  crop: { type: 'boolean' },
  ...markFlags,
} as const;

/** Writes the copy of one page of a paper that can be handed in, and prints what became of it. */
export const uploadCopy: Command = async (args, options) => {
  const { values, positionals } = strict(args, flags);
  const [id, file, ...others] = positionals;
  if (id === undefined || file === undefined)
    throw new UsageError('the id of the paper or the file is missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const { to: recipient, for: purpose } = values;
  if (recipient === undefined || purpose === undefined)
    throw new UsageError('--to and --for: the register wants to know for whom the copy is and why');
  const pageNo = Number(values.page ?? 1);
  if (!Number.isInteger(pageNo) || pageNo < 1) throw new UsageError(`--page: not a page: ${values.page}`);
  const turn = ([0, 90, 180, 270] as const).find((one) => String(one) === (values.turn ?? '0'));
  if (turn === undefined) throw new UsageError(`--turn: 0, 90, 180 or 270: ${values.turn}`);
  const mark = markOf(values);
  return withSession(options, async ({ backend, call }) => {
    const { current } = await call.documents.get({ id });
    const version = current.find(({ part }) => values.part === undefined || part === values.part);
    if (version === undefined) throw new UsageError(`no such part: ${values.part ?? ''}`);
    const deskew = values.straighten === true ? await skewOf(version.id) : 0;
    const target = backend.tokens.grant(path.resolve(file));
    const crop = values.crop === true ? 'edge' : null;
    const edit = { pageNo, turn, deskew, crop, mark } as const;
    const wish = { versionId: version.id, applicationId: values.application ?? null, edit };
    const output = await call.quality.saveCopy({ ...wish, target, recipient, purpose });
    if (output.report.sheet === 'not_found')
      process.stderr.write(
        'no edge of the sheet was found and nothing is cropped; crop by hand in the viewer\n',
      );
    return { output };

    async function skewOf(versionId: string): Promise<number> {
      const quality = await call.quality.ofVersion({ versionId, now: true });
      if (quality.state !== 'measured') return 0;
      return quality.pages.find((page) => page.pageNo === pageNo)?.skew ?? 0;
    }
  });
};

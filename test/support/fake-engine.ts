import type { PageLine } from '#shared/domain/page-line.ts';
import type {
  EngineChannel,
  EngineReply,
  RawPage,
  RecognisedPage,
  StartEngine,
} from '#backend/reading/engine-messages.ts';

/** What an engine does with the next page: reads it, ends by it, fails with it, or never answers. */
export type EngineDeed = readonly PageLine[] | Partial<RecognisedPage> | 'ends' | 'fails' | 'hangs';

/** Processes that read pages without models: each page brings about the next deed, the last one over and over. */
export function fakeEngine(deeds: readonly EngineDeed[]) {
  const seen: { readonly started: number; readonly ended: number; readonly pages: readonly RawPage[] } = {
    started: 0,
    ended: 0,
    pages: [],
  };
  const told = seen as { started: number; ended: number; pages: RawPage[] };
  const start: StartEngine = (): EngineChannel => {
    told.started += 1;
    let reply: (message: EngineReply) => void = () => undefined;
    let end: (reason: string) => void = () => undefined;
    return {
      onReply: (listener) => void (reply = listener),
      onEnd: (listener) => void (end = listener),
      end: () => void (told.ended += 1),
      post({ page }) {
        const deed = deeds[Math.min(told.pages.length, deeds.length - 1)] ?? 'hangs';
        told.pages.push(page);
        setImmediate(() => {
          if (deed === 'hangs') return;
          if (deed === 'ends') end('exit code 5');
          else if (deed === 'fails') reply({ kind: 'failed', message: 'no models' });
          else reply({ kind: 'read', page: recognised(page, deed) });
        });
      },
    };
  };
  return { start, seen };
}

function recognised(
  { widthPx, heightPx }: RawPage,
  deed: readonly PageLine[] | Partial<RecognisedPage>,
): RecognisedPage {
  const usual = { turn: 0, widthPx, heightPx, lines: [] } as const;
  return Array.isArray(deed) ? { ...usual, lines: deed } : { ...usual, ...(deed as Partial<RecognisedPage>) };
}

import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { PaperDeed } from './paper-deed.ts';
import type { Compare } from './use-compare.ts';
import type { Find } from './use-find.ts';
import type { FullScreen } from './use-full-screen.ts';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';
import { inStripOrder } from './version-words.ts';

interface ViewerKeys {
  readonly pane: OpenPane;
  readonly shown: PaperVersion;
  readonly find: Find;
  readonly compare: Compare;
  readonly fields: ReadFields;
  readonly onShow: (version: PaperVersion) => void;
  readonly onDeed: (deed: PaperDeed) => void;
  readonly full: FullScreen;
  readonly onLeave: () => void;
}

/** By so much an arrow moves the picture, in px. */
const stepPx = 60;

/** The keys of the viewer, valid on its whole page. */
export function useViewerKeys(keys: ViewerKeys): void {
  const { pane, shown, find, compare, fields, full, onShow, onDeed, onLeave } = keys;
  const { paper } = usePaper();
  const { stage, look } = pane;
  const zoomBy = (by: 1 | -1) => () => stage.current?.zoomBy(by);
  const move = (x: number, y: number) => () => stage.current?.move(x * stepPx, y * stepPx);
  const pages = pane.scan.state === 'pdf' ? pane.scan.pages.length : 1;
  const goTo = (no: number) => () => stage.current?.goTo(Math.min(pages, Math.max(1, no)));
  const turnVersion = (by: 1 | -1) => () => {
    const all = inStripOrder(paper.versions, paper.current);
    const next = all[all.findIndex(({ id }) => id === shown.id) + by];
    if (next !== undefined) onShow(next);
  };
  useShortcuts({
    '+': zoomBy(1),
    '=': zoomBy(1),
    '-': zoomBy(-1),
    '0': () => pane.onZoom('window'),
    '1': () => pane.onZoom(1),
    '2': () => pane.onZoom('width'),
    r: () => pane.rotate(1),
    'shift+r': () => pane.rotate(-1),
    f: full.toggle,
    c: compare.toggle,
    n: () => fields.step(1),
    'shift+n': () => fields.step(-1),
    a: fields.keepSettled,
    e: () => onDeed('renew'),
    l: compare.other === null ? undefined : compare.link,
    arrowup: move(0, -1),
    arrowdown: move(0, 1),
    arrowleft: move(-1, 0),
    arrowright: move(1, 0),
    pageup: goTo(look.no - 1),
    pagedown: goTo(look.no + 1),
    home: goTo(1),
    end: goTo(pages),
    '[': turnVersion(-1),
    ']': turnVersion(1),
    'mod+f': find.open,
    f3: () => find.step(1),
    'shift+f3': () => find.step(-1),
    'mod+p': () => onDeed('print'),
    'mod+s': () => onDeed('file'),
    u: () => onDeed('upload'),
    'shift+u': () => onDeed('marked'),
    escape: () => {
      // A menu closes itself by this key.
      if (document.querySelector('[role="menu"]') !== null) return;
      if (fields.chosen !== null) fields.choose(null);
      else if (compare.other !== null) compare.end();
      else if (full.isFull) full.toggle();
      else onLeave();
    },
  });
}

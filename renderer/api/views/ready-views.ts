import type { z } from 'zod';
import type { viewSchemas, ViewScreen } from '#shared/contract/views.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Ready = {
  readonly [Screen in ViewScreen]: readonly {
    readonly word: string;
    readonly view: z.input<(typeof viewSchemas)[Screen]>;
  }[];
};

/** Views that most firms want; each is the firm's own once it was added. */
const ready = {
  clients: [
    { word: 'mine', view: { consultantIds: ['me'] } },
    { word: 'within90', view: { certifiedWithinDays: 90 } },
    { word: 'papersMissing', view: { papersMissing: true } },
    { word: 'returned', view: { returned: true } },
    { word: 'owing', view: { owing: true } },
  ],
  accounts: [
    { word: 'mine', view: { consultantIds: ['me'] } },
    { word: 'within90', view: { certifiedWithinDays: 90 } },
    { word: 'windowOpen', view: { windowOpen: true } },
    { word: 'uncertified', view: { certified: false } },
  ],
  applications: [
    { word: 'open', view: { open: true } },
    { word: 'myOpen', view: { open: true, consultantIds: ['me'] } },
    { word: 'sentBack', view: { returned: true, sort: { key: 'clock', descending: false } } },
    { word: 'inHours', view: { dueWithinHours: 24, sort: { key: 'clock', descending: false } } },
    { word: 'reviews', view: { open: true, kinds: ['annual_review'] } },
    { word: 'filings', view: { open: true, kinds: ['filing'] } },
    { word: 'within30', view: { open: true, dueWithinDays: 30, sort: { key: 'clock', descending: false } } },
  ],
} as const satisfies Ready;

/** The ready views of a list, as they are added. */
export const readyViews = (screen: ViewScreen, t: TFunction): { name: string; filter: string }[] =>
  ready[screen].map(({ word, view }) => ({ name: t(`views.ready.${word}`), filter: JSON.stringify(view) }));

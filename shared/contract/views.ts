import { z } from 'zod';
import { accountFilter, accountSortKeys } from './account-pages.ts';
import { applicationFilter, applicationSortKeys } from './application-pages.ts';
import { clientFilter, clientSortKeys } from './clients.ts';
import { columnLayout } from './column-layout.ts';
import { procedure } from './errors.ts';
import { accountGroups, applicationGroups, clientGroups } from './row-groups.ts';
import type { SchemaFault } from './schema-faults.ts';
import { done, fileToken, id, line } from './values.ts';

/** The lists that have views. */
export const viewScreens = ['clients', 'accounts', 'applications'] as const;
export type ViewScreen = (typeof viewScreens)[number];

/** What a view keeps beside its filter. */
const kept = <Key extends string, By extends string>(keys: readonly Key[], groups: readonly By[]) => ({
  sort: z.object({ key: z.enum(keys), descending: z.boolean() }).optional(),
  /** Left out by views that say nothing about columns: the list's own arrangement stands then. */
  columns: columnLayout.optional(),
  /** By what the rows are put together. */
  group: z.enum(groups).optional(),
});

/** The fields of the filter with the order and the columns beside them, so that a view's text reads as a filter. */
export const viewSchemas = {
  clients: clientFilter.extend(kept(clientSortKeys, clientGroups)),
  accounts: accountFilter.extend(kept(accountSortKeys, accountGroups)),
  applications: applicationFilter.extend(kept(applicationSortKeys, applicationGroups)),
};

/** The longest text of a view that is taken in. */
export const viewText = z.string().max(10_000);
const screen = z.enum(viewScreens);

const viewRow = z.object({
  id,
  screen,
  name: z.string(),
  /** What it shows, as JSON of its screen's schema. */
  filter: z.string(),
  /** It stands in the side bar. */
  isPinned: z.boolean(),
});
export type ViewRow = z.infer<typeof viewRow>;

/** The form of a file of views: people stand in it by the ids of the firm that wrote it, with their names beside. */
const aView = <Screen extends ViewScreen, View extends z.ZodObject>(of: Screen, view: View) =>
  z.strictObject({
    screen: z.literal(of),
    name: line.min(1),
    isPinned: z.boolean().default(true),
    view,
  });
const fileView = z.discriminatedUnion('screen', [
  aView('clients', viewSchemas.clients.strict()),
  aView('accounts', viewSchemas.accounts.strict()),
  aView('applications', viewSchemas.applications.strict()),
]);
export type FileView = z.infer<typeof fileView>;

export const viewFile = z.strictObject({
  format: z.literal('certfolio-views'),
  version: z.literal(1),
  people: z.record(id, z.string()).default({}),
  views: z.array(fileView).min(1).max(500),
});
export type ViewFile = z.infer<typeof viewFile>;

/** A file before it is taken in. */
const viewFilePreview = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(false), fileName: z.string(), faults: z.array(z.custom<SchemaFault>()) }),
  z.object({
    ok: z.literal(true),
    fileName: z.string(),
    views: z.array(
      z.object({
        screen,
        name: z.string(),
        /** The firm has a view of this name on the screen. */
        isTaken: z.boolean(),
        /** People whom its filter names and the firm does not know. */
        unknownPeople: z.array(z.string()),
      }),
    ),
  }),
]);
export type ViewFilePreview = z.infer<typeof viewFilePreview>;

const viewId = z.object({ id });

export const views = {
  /** In their order; without a screen those of all lists. */
  list: procedure.input(z.object({ screen: screen.optional() }).default({})).output(z.array(viewRow)),
  /** How many rows a view shows today. */
  count: procedure.input(viewId).output(z.object({ total: z.int() })),
  /**
   * DUPLICATE_NAME within a screen; NOT_FOUND of a view of another one; VIEW_UNREADABLE when it says anew what is none
   * of its screen's schema. A new one stands in the side bar.
   */
  save: procedure
    .input(z.object({ id: id.nullable(), screen, name: line.min(1), filter: viewText }))
    .output(done.extend({ id })),
  /** Several new ones in one change; names that are taken are passed over. VIEW_UNREADABLE. */
  add: procedure
    .input(
      z.object({
        screen,
        views: z
          .array(z.object({ name: line.min(1), filter: viewText }))
          .min(1)
          .max(50),
      }),
    )
    .output(done.extend({ added: z.int() })),
  pin: procedure.input(viewId.extend({ isPinned: z.boolean() })).output(done),
  /** Before another view of its screen, or to the end. */
  move: procedure.input(viewId.extend({ beforeId: id.nullable() })).output(done),
  remove: procedure.input(viewId).output(done),
  /** Writes views into a file. NOT_FOUND, FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL. */
  exportFile: procedure
    .input(z.object({ ids: z.array(id).min(1).max(500), target: fileToken }))
    .output(z.object({ name: z.string(), count: z.int() })),
  previewFile: procedure.input(z.object({ file: fileToken })).output(viewFilePreview),
  /**
   * Takes a file's views in, in one change. `taken`: what becomes of those whose name the firm has, else DUPLICATE_NAME;
   * `dropPeople`: people whom the firm does not know leave the filters, else NOT_FOUND. FILE_UNREADABLE, with the place, for a faulty file.
   */
  importFile: procedure
    .input(
      z.object({
        file: fileToken,
        taken: z.enum(['replace', 'keep_both']).optional(),
        dropPeople: z.boolean().default(false),
      }),
    )
    .output(done.extend({ written: z.int() })),
};

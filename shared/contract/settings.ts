import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { zoomSteps } from '#shared/domain/zoom.ts';
import { procedure } from './errors.ts';
import { done, fileToken, id, instant, line, optionalLine } from './values.ts';

export const languages = ['zh-CN', 'en'] as const;
export const themes = ['light', 'dark', 'system'] as const;
export const densities = ['compact', 'comfortable'] as const;
/** What the program shows when it is started: the page that was open last, or the morning page. */
export const startPages = ['last', 'today'] as const;

/** Settings of the firm travel with the data, the others belong to this computer. */
export const settingsValues = z.object({
  firmName: z.string(),
  firmPhone: z.string().nullable(),
  firmAddress: z.string().nullable(),
  language: z.enum(languages),
  theme: z.enum(themes),
  density: z.enum(densities),
  zoomPercent: z.literal(zoomSteps),
  startPage: z.enum(startPages),
  /** The consultant who works at this computer. */
  consultantId: id.nullable(),
  backupFolderName: z.string(),
  backupFolderIsDefault: z.boolean(),
  backupDaily: z.boolean(),
  backupAtClose: z.boolean(),
  backupKeep: z.int(),
  remindersEnabled: z.boolean(),
  /** The folder that the intake tray takes files from; null while none is chosen. */
  watchedFolderName: z.string().nullable(),
  watchedFolderOn: z.boolean(),
});
export type SettingsValues = z.infer<typeof settingsValues>;

export const settingsChange = settingsValues
  .omit({ backupFolderName: true, backupFolderIsDefault: true, watchedFolderName: true })
  .partial()
  .extend({ backupFolder: fileToken.nullable().optional(), watchedFolder: fileToken.nullable().optional() });

const consultantFields = z.object({
  name: line.min(1),
  phone: optionalLine,
  email: optionalLine,
  weeklyCapacity: z.int().min(0).nullable(),
});
export const consultantRow = consultantFields.extend({ id, clientCount: z.int() });

export const settings = {
  get: procedure.output(settingsValues),
  set: procedure.input(settingsChange).output(done),
};

export const consultants = {
  list: procedure.output(z.array(consultantRow)),
  save: procedure
    .input(z.object({ id: id.nullable(), consultant: consultantFields }))
    .output(done.extend({ id })),
  trash: procedure.input(z.object({ id })).output(done),
};

/** Which rows changed, so that every window asks again for what it shows. */
export const system = {
  info: procedure.output(
    z.object({
      version: z.string(),
      schemaVersion: z.int(),
      seatLetter: z.string(),
      today: z.string(),
      nowMs: instant,
      dataFolder: z.string(),
      /** What the check at start found; empty when all is well. */
      integrity: z.array(z.string()),
    }),
  ),
  changes: procedure.output(
    eventIterator(z.object({ tables: z.array(z.string()), changeId: id.nullable() })),
  ),
  /** Asks SQLite, the history and the vault; `problems` names each fault. */
  verify: procedure.output(
    eventIterator(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('checking'),
          what: z.enum(['database', 'history', 'vault']),
          done: z.int(),
          total: z.int(),
        }),
        z.object({
          kind: z.literal('verified'),
          database: z.boolean(),
          events: z.int(),
          files: z.int(),
          problems: z.array(z.object({ code: z.string(), subject: z.string() })),
        }),
      ]),
    ),
  ),
};

import type { ElectronApplication } from '@playwright/test';
import type { Dialog, MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from 'electron';
import fs from 'node:fs';
import path from 'node:path';

/** The answers to come, in order; a dialog without one is cancelled. */
export interface DialogAnswers {
  readonly showMessageBox?: readonly Pick<MessageBoxReturnValue, 'response'>[];
  readonly showOpenDialog?: readonly OpenDialogReturnValue[];
  readonly showSaveDialog?: readonly SaveDialogReturnValue[];
}
type DialogName = keyof DialogAnswers;

/** What a dialog was asked to show. */
interface DialogOptions {
  readonly title?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly defaultPath?: string;
  readonly defaultId?: number;
  readonly cancelId?: number;
}

interface DialogCall {
  readonly name: DialogName;
  readonly options: DialogOptions;
}

type Queues = Record<DialogName, unknown[]>;

declare global {
  /** In the program's main process: the answers that are left. */
  var standInAnswers: Queues;
}

export const chosen = (...filePaths: readonly string[]): OpenDialogReturnValue => ({
  canceled: false,
  filePaths: [...filePaths],
});
export const saved = (filePath: string): SaveDialogReturnValue => ({ canceled: false, filePath });
export const button = (response: number) => ({ response });

const callsFile = (userFolder: string): string => path.join(userFolder, 'dialogs.jsonl');

/**
 * Writes a script that the program loads before its own code: nobody is there to answer the system's dialogs, so the
 * test does.
 */
export function writeStandIn(userFolder: string, answers: DialogAnswers): string {
  const file = path.join(userFolder, 'stand-in-dialogs.cjs');
  const given = [callsFile(userFolder), answers].map((value) => JSON.stringify(value));
  fs.writeFileSync(
    file,
    `(${standIn.toString()})(require('electron').dialog, require('fs'), ${given.join(', ')});\n`,
  );
  return file;
}

/** Runs in the program, by its text alone: it may use nothing from this file but types. */
function standIn(dialog: Dialog, files: typeof fs, calls: string, given: DialogAnswers): void {
  const answers: Queues = {
    showMessageBox: [...(given.showMessageBox ?? [])],
    showOpenDialog: [...(given.showOpenDialog ?? [])],
    showSaveDialog: [...(given.showSaveDialog ?? [])],
  };
  const cancelled: Record<DialogName, (options: DialogOptions) => unknown> = {
    showMessageBox: ({ cancelId, defaultId }) => ({
      response: cancelId ?? defaultId ?? 0,
      checkboxChecked: false,
    }),
    showOpenDialog: () => ({ canceled: true, filePaths: [] }),
    showSaveDialog: () => ({ canceled: true, filePath: '' }),
  };
  const names: readonly DialogName[] = ['showMessageBox', 'showOpenDialog', 'showSaveDialog'];
  for (const name of names) {
    Reflect.set(dialog, name, (...parameters: readonly DialogOptions[]) => {
      const options = parameters.at(-1) ?? {};
      files.appendFileSync(calls, `${JSON.stringify({ name, options })}\n`);
      return Promise.resolve(answers[name].shift() ?? cancelled[name](options));
    });
  }
  globalThis.standInAnswers = answers;
}

/** Queues answers in a program that runs. */
export const answerDialogs = (app: ElectronApplication, answers: DialogAnswers): Promise<void> =>
  app.evaluate((_electron, { showMessageBox = [], showOpenDialog = [], showSaveDialog = [] }) => {
    const queues = globalThis.standInAnswers;
    queues.showMessageBox.push(...showMessageBox);
    queues.showOpenDialog.push(...showOpenDialog);
    queues.showSaveDialog.push(...showSaveDialog);
  }, answers);

/** Every dialog that a program has shown so far, also when it has ended. */
export function shownDialogs({ userFolder }: { readonly userFolder: string }): DialogCall[] {
  if (!fs.existsSync(callsFile(userFolder))) return [];
  const lines = fs.readFileSync(callsFile(userFolder), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as DialogCall);
}

import { dialog, shell } from 'electron';
import type { Appearance } from './appearance.ts';
import type { RestoreOutcome, StartFailure } from './backend-process.ts';
import { startFailureWords } from './start-failure-text.ts';
import { textsOf } from './texts/texts.ts';
import type { Texts } from './texts/zh-cn.ts';

export interface RecoveryOptions {
  readonly dataFolder: string;
  readonly appearance: Appearance;
  /** Checks the backup in a folder and puts it in place for the next start. */
  readonly restore: (folder: string) => Promise<RestoreOutcome>;
}

/**
 * Tells that the data could not be opened and asks what to do, until the user wants it tried again or wants to quit.
 * In both languages: the one that was set may not be the reader's.
 */
export async function recover(failure: StartFailure, options: RecoveryOptions): Promise<'retry' | 'quit'> {
  let shown = failure;
  for (;;) {
    switch (await ask(shown, options)) {
      case 'retry':
        return 'retry';
      case 'quit':
        return 'quit';
      case 'openFolder':
        await shell.openPath(options.dataFolder);
        break;
      case 'restore': {
        const outcome = await restoreFrom(options);
        if (outcome?.kind === 'restored') return 'retry';
        shown = outcome ?? shown;
      }
    }
  }
}

type Choice = 'retry' | 'openFolder' | 'restore' | 'quit';
const choices: readonly Choice[] = ['retry', 'openFolder', 'restore', 'quit'];

async function ask(failure: StartFailure, { dataFolder, appearance }: RecoveryOptions): Promise<Choice> {
  const first = appearance.texts();
  const second = textsOf(appearance.values().language === 'en' ? 'zh-CN' : 'en');
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: first.program,
    message: startFailureWords(failure, first).happened,
    detail: [paragraph(failure, dataFolder, first), paragraph(failure, dataFolder, second, true)].join(
      '\n\n',
    ),
    buttons: choices.map((choice) => `${first.start[choice]}  ${second.start[choice]}`),
    defaultId: choices.indexOf('retry'),
    cancelId: choices.indexOf('quit'),
    noLink: true,
  });
  return choices[response] ?? 'quit';
}

function paragraph(failure: StartFailure, dataFolder: string, texts: Texts, withTitle = false): string {
  const { happened, safe, todo } = startFailureWords(failure, texts);
  const lines = [safe, todo, texts.start.folder(dataFolder), texts.start.detail(failure.message)];
  return (withTitle ? [happened, ...lines] : lines).join('\n');
}

async function restoreFrom({ appearance, restore }: RecoveryOptions): Promise<RestoreOutcome | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: appearance.texts().dialog.chooseRestoreFolder,
    properties: ['openDirectory'],
  });
  const folder = filePaths[0];
  return canceled || folder === undefined ? null : restore(folder);
}

import type { TrayPaper } from '#shared/contract/intake.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { sureShare } from './tray-shape.ts';

/** By what the kind was guessed, what was guessed before the page was read, and whether it has to be chosen. */
export function kindCheck({ kindGuess }: Pick<TrayPaper, 'kindGuess'>, t: TFunction): Check | undefined {
  if (kindGuess === null) return undefined;
  const { sign, nameSays, share } = kindGuess;
  const by = t(`intake.kindBy.${sign}`);
  const kind = nameSays && t(`vocabulary.documentKind.${nameSays}`);
  const words = kind === null ? by : t('intake.kindChanged', { by, kind });
  return share >= sureShare
    ? { tone: 'info', text: words }
    : { tone: 'warning', text: t('intake.unsureKind', { by: words }) };
}

type Guess = TrayPaper['clientGuesses'][number];

/** By what a client was guessed; of one that the page tells, where the file's name tells another, that it was that before. */
export function clientSignWords(guess: Guess, guesses: readonly Guess[], t: TFunction): string {
  const words = t(`intake.sign.${guess.sign}`, { person: guess.personName ?? '' });
  const isOther = !guess.isInName && guesses.some(({ isInName }) => isInName);
  return guess === guesses[0] && isOther ? t('intake.signChanged', { sign: words }) : words;
}

import { refusalReasons } from '#shared/contract/refusal.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import type { languages } from '#shared/contract/settings.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { actionWords } from '#shared/words/action-words.ts';
import { actions as enActions, inTheWay as enInTheWay } from '#shared/words/en/actions.ts';
import { errors as en } from '#shared/words/en/errors.ts';
import { refusals as enRefusals } from '#shared/words/en/refusals.ts';
import { actions as zhCnActions, inTheWay as zhCnInTheWay } from '#shared/words/zh-cn/actions.ts';
import { errors as zhCn } from '#shared/words/zh-cn/errors.ts';
import { refusals as zhCnRefusals } from '#shared/words/zh-cn/refusals.ts';

export type Language = (typeof languages)[number];

interface Failure {
  readonly code: string;
  readonly data: unknown;
  readonly message: string;
}

type Sentences = { readonly happened: string; readonly safe: string; readonly todo: string };

/**
 * A failure with its sentences in a language: what happened, what is safe, what to do. A code without words of its own
 * keeps what it said.
 */
export function inWords(failure: Failure, language: Language): Failure {
  const words: Readonly<Record<string, Sentences>> = language === 'en' ? en : zhCn;
  const sentences = Object.hasOwn(words, failure.code) ? words[failure.code] : undefined;
  if (sentences === undefined) return failure;
  const { happened, safe, todo } = sentences;
  const reasoned = withReason(failure.data, language === 'en' ? enRefusals : zhCnRefusals);
  const data = failure.code === 'UNDO_CONFLICT' ? withLater(reasoned, language) : reasoned;
  const list = language === 'en' ? ', ' : '、';
  const said = [happened, safe, todo].map((text) => filled(text, data, list));
  const gap = language === 'en' ? ' ' : '';
  return { ...failure, message: said.map((text) => ended(text, language)).join(gap) };
}

/** The data of a failure, the reason of a refusal in words. */
function withReason(
  data: unknown,
  refusals: Readonly<Record<RefusalReason, string>>,
): Readonly<Record<string, unknown>> {
  const values: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  const reason = refusalReasons.find((known) => known === values.reason);
  return reason === undefined ? values : { ...values, reason: refusals[reason] };
}

/** The data of a refused undo, the later change in words. */
function withLater(
  data: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, unknown>> {
  const [actions, words] = language === 'en' ? [enActions, enInTheWay] : [zhCnActions, zhCnInTheWay];
  const { laterAction, laterAtMs } = data;
  if (typeof laterAction !== 'string' || typeof laterAtMs !== 'number')
    return { ...data, later: words.elsewhere };
  const at = `${dateOfInstant(laterAtMs)} ${timeOfInstant(laterAtMs)}`;
  const action = actionWords(actions, laterAction) ?? laterAction;
  return { ...data, later: filled(words.later, { action, at }, '') };
}

function filled(text: string, values: Readonly<Record<string, unknown>>, list: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = values[name];
    if (Array.isArray(value)) return value.join(list);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

/** Titles have no full stop; in a row of sentences each has one. */
const ended = (text: string, language: Language): string =>
  /[.。!?！？]$/u.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`;

const spoken = new WeakMap<object, Language>();

/** Remembers in which language of the data a failure is to be told. */
export function tellIn(error: unknown, language: Language): void {
  if (typeof error === 'object' && error !== null) spoken.set(error, language);
}

export const languageOf = (error: unknown): Language | undefined =>
  typeof error === 'object' && error !== null ? spoken.get(error) : undefined;

type ActionWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a change did in words of a language, by its action such as `clients.update`; undefined for one without words. */
export function actionWords(words: ActionWords, action: string): string | undefined {
  const [feature = '', verb = ''] = action.split('.');
  const verbs = Object.hasOwn(words, feature) ? words[feature] : undefined;
  return verbs !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
}

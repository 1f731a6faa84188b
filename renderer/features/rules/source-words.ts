import { trustTags } from '#shared/domain/rule-pack.ts';
import type { RuleSpeech } from './rule-speech.ts';

type Fields = Readonly<Record<string, unknown>>;

/** On whose word a rule stands: trust, codes of the sources, the day it was compared with them. */
export function sourceWords({ tag, source, asOf }: Fields, { t }: RuleSpeech): string {
  const known = trustTags.find((each) => each === tag);
  const codes = Array.isArray(source) ? source.join(t('application.list')) : '';
  return [known && t(`rules.tag.${known}`), codes, String(asOf)].filter(Boolean).join(' ');
}

import { readFileSync } from 'node:fs';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type {
  NameRules,
  RefillRule,
  ReviewerCall,
  RulePack,
  ValidityRule,
} from '#shared/domain/rule-pack.ts';

const file = new URL('../../../resources/rules/wechat-mp-certification.json', import.meta.url);

/** The shipped pack as its file stands, unchecked. */
export const packFile: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** A pack that leaves nothing of these open. */
type CompletePack = RulePack & {
  readonly refills: RefillRule;
  readonly validity: ValidityRule;
  readonly nameRules: NameRules;
  readonly reviewerCall: ReviewerCall;
};

/** The shipped pack as the program reads it. */
export const certificationPack = complete(rulePackSchema.parse(packFile));

function complete(pack: RulePack): CompletePack {
  const { refills, validity, nameRules, reviewerCall } = pack;
  if (!refills || !validity || !nameRules || !reviewerCall) throw new Error('the pack leaves something open');
  return { ...pack, refills, validity, nameRules, reviewerCall };
}

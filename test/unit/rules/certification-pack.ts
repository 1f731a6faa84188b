import { readFileSync } from 'node:fs';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';

const file = new URL('../../../resources/rules/wechat-mp-certification.json', import.meta.url);

/** The shipped pack as its file stands, unchecked. */
export const packFile: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** The shipped pack as the program reads it. */
export const certificationPack: RulePack = rulePackSchema.parse(packFile);

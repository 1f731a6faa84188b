import { readFileSync, readdirSync } from 'node:fs';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';

const folder = new URL('../../../resources/rules/', import.meta.url);

/** The names of the shipped files, sorted. */
export const packNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

/** A shipped file as it stands, unchecked. */
export const rawPack = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Every shipped pack as the program reads it. */
export const shippedPacks: readonly RulePack[] = packNames.map((name) => rulePackSchema.parse(rawPack(name)));

/** The shipped pack of that id. */
export function shippedPack(id: string): RulePack {
  const pack = shippedPacks.find((one) => one.id === id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

/** 有限责任公司 and 有限公司 are one legal form, written in full and short; 股份有限公司 is another and stays as it is. */
const full = '有限责任公司';
const short = '有限公司';
const inFull = /(?<!股份)有限责任公司/gu;
const inShort = /(?<!股份)有限公司/gu;

/**
 * The other ways to write the legal form within a `nameKey`, also of a branch. Two bodies may be called so and differ in
 * nothing else: what is found by them is alike, never the same for certain.
 */
export function otherFormsOf(nameKey: string): readonly string[] {
  const forms = [nameKey.replaceAll(inFull, short), nameKey.replaceAll(inShort, full)];
  return [...new Set(forms)].filter((form) => form !== nameKey);
}

type PluralBase<Key> = Key extends `${infer Base}_other` ? Base : never;

/**
 * The shape an English area must have: every key of the Chinese one and no other. Chinese has one plural form
 * (`n_other`); where a key ends so, English needs `n_one` as well.
 */
export type WordsLike<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : WordsLike<Area[Key]>;
} & { readonly [Base in PluralBase<keyof Area> as `${Base}_one`]: string };

/** What is held about a person, in the parts that an erasure tells apart. */
export const heldThings = [
  'person',
  'link',
  'paper',
  'file',
  'words',
  'text',
  'copy',
  'event',
  'draft',
  'backup',
] as const;
export type HeldThing = (typeof heldThings)[number];

/** What an erasure does with it: it goes, the words of the person in it go, or it stays. */
export const erasureDeeds = ['remove', 'blank', 'stay'] as const;

/**
 * Why something has to stay. `application`, `account`: one under way or in force needs it; `keep_until`: its time is not over;
 * `papers`: papers about the person stay, which have to be found and erased one day; `business_name`: part of the name of a
 * business; `namesake`: another person has the same; `other_client`: a name alone, of a client that the person has nothing to do
 * with; `firm`: the firm's own staff and settings; `tray`: not filed yet; `other_paper`: a paper that is not about the person
 * says so; `register`: which copy went to whom; `backup`: until it is replaced by newer ones; `former`: what their entry said while it had
 * another name or of others' clients, which may be somebody else's; `unsure`: the same letters, perhaps of a place or a bank; `set_aside`: the data before a restore; `taken_folder`: the originals of the folder
 * that is watched.
 */
export const stayReasons = [
  'application',
  'account',
  'keep_until',
  'papers',
  'business_name',
  'namesake',
  'other_client',
  'firm',
  'tray',
  'other_paper',
  'register',
  'backup',
  'former',
  'unsure',
  'set_aside',
  'taken_folder',
] as const;
export type StayReason = (typeof stayReasons)[number];

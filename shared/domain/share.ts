/** A share of a company in hundredths of a percent, from 0.01 % (1) to 100 % (10000). */
export type ShareBp = number;

const whole = 10_000;

/**
 * Reads a share in percent as people type it (60, 60.5 %, ６０％): more than 0, at most 100, two decimals. Null for
 * anything else.
 */
export function readShare(text: string): ShareBp | null {
  const plain = text.normalize('NFKC').trim().replace(/\s*%$/u, '');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/u.test(plain)) return null;
  const [percent = '', decimals = ''] = plain.split('.');
  const share = Number(percent) * 100 + Number(decimals.padEnd(2, '0'));
  return share >= 1 && share <= whole ? share : null;
}

/** 60%, 33.33%: without decimals that say nothing. */
export function shareText(share: ShareBp): string {
  const decimals = String(share % 100).padStart(2, '0');
  return `${Math.floor(share / 100)}${decimals === '00' ? '' : `.${decimals.replace(/0$/u, '')}`}%`;
}

interface HeldShare {
  /** Who holds it. */
  readonly clientId: string;
  readonly shareBp: ShareBp | null;
}

/**
 * What the holders of one company hold together, when that is over 100 %; null otherwise. Who is both its parent and
 * its shareholder holds the larger of the two.
 */
export function sharesOver(held: readonly HeldShare[]): ShareBp | null {
  const shares = new Map<string, ShareBp>();
  for (const { clientId, shareBp } of held)
    shares.set(clientId, Math.max(shareBp ?? 0, shares.get(clientId) ?? 0));
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  return sum > whole ? sum : null;
}

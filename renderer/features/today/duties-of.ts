import { dutiesOf } from '#shared/contract/today.ts';
import type { DutiesOf } from '#shared/contract/today.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';

/** A figure of the page as its address names it. */
export const dutiesText = (of: DutiesOf): string => JSON.stringify(of);

/** The figure that an address names, as the router has read it; undefined where it names none. */
export const readDuties = (of: unknown): DutiesOf | undefined => dutiesOf.safeParse(of).data;

/** Opens the list of what a figure counts. */
export function openDuties(of: DutiesOf): void {
  navigateTo(paths.today(dutiesText(of)));
}

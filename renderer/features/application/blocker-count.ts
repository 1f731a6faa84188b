import type { PreCheckReport } from '#shared/contract/applications.ts';

/** How many findings of the pre-check hold the submission back. */
export const blockerCount = ({ findings }: PreCheckReport): number =>
  findings.filter(({ level }) => level === 'blocker').length;

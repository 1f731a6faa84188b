/** How the company register has a subject: operating (存续), listed as abnormal (经营异常), or deregistered or revoked. */
export const standings = ['operating', 'abnormal', 'closed'] as const;
export type Standing = (typeof standings)[number];

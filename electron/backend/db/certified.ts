/** When an account counts as certified, as SQL. */

/** The platform has passed the account of this alias, and no end of that is known: it is in force until somebody says otherwise. */
export const isEndless = (account: string): string =>
  `(${account}.certified_until_on IS NULL AND (${account}.certified_since_on IS NOT NULL OR EXISTS (SELECT 1 FROM applications ep
    WHERE ep.account_id = ${account}.id AND ep.stage = 'passed' AND ep.deleted_at_ms IS NULL)))`;

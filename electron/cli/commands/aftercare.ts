import type { Command } from '../command.ts';
import { date, strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { applicationIds } from '../find-application.ts';
import { UsageError } from '../usage.ts';

const words = { done: 'done', 'not-needed': 'not_needed', applies: 'applies', open: null } as const;

/**
 * What follows the end of an application, or of those of a client. With a rule and a word (done, not-needed, applies
 * where it is the one of several, or open to take it back) that step is settled first.
 */
export const aftercare: Command = async (args, options) => {
  const { values, positionals } = strict(args, { on: { type: 'string' }, remark: { type: 'string' } });
  const [subject, ruleId, word, ...others] = positionals;
  if (subject === undefined) throw new UsageError('the client or application is missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const decision = decisionIn(ruleId, word);
  const on = date(values.on, 'on');
  return withSession(options, async ({ call }) => {
    const ids = await applicationIds(call, subject.trim());
    const [applicationId] = ids;
    if (ruleId !== undefined && decision !== undefined) {
      if (applicationId === undefined || ids.length > 1)
        throw new UsageError('a step is settled of one application: give its number');
      const remark = values.remark === undefined ? {} : { remark: values.remark };
      await call.aftercare.decide({ applicationId, ruleId, decision, ...(on && { on }), ...remark });
    }
    const applications = await Promise.all(ids.map((id) => call.applications.get({ id })));
    const output = applications
      .filter((details) => details.aftercare.length > 0)
      .map((details) => ({
        id: details.application.id,
        number: details.application.number,
        client: details.client.name,
        account: details.account.name,
        steps: details.aftercare.map(({ step: { rule, ...state }, remark }) => ({
          rule: rule.id,
          text: rule.text,
          ...state,
          remark,
        })),
      }));
    return { output };
  });
};

function decisionIn(ruleId: string | undefined, word: string | undefined) {
  if (ruleId === undefined) return undefined;
  if (word === undefined || !Object.hasOwn(words, word))
    throw new UsageError(`after the rule comes one of ${Object.keys(words).join(', ')}`);
  return words[word as keyof typeof words];
}

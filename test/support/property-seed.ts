import fc from 'fast-check';

/**
 * Every property draws its cases from one seed, so that a red run means a change and not a lucky case.
 * FAST_CHECK_SEED sets another one; `random` draws anew each time: run it so now and then, and keep what it finds as an
 * example of its own.
 */
const asked = process.env.FAST_CHECK_SEED ?? '20260922';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });

import { hasDisplay } from '../setup/system-libraries.mjs';
import { firstLine, startCompanion } from './companions.mjs';

const screen = '1920x1200x24';

/**
 * A virtual display where there is none. Xvfb picks a free number itself and tells us.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function withDisplay(env) {
  if (hasDisplay()) return env;
  const options = ['-displayfd', '3', '-screen', '0', screen, '-dpi', '96', '-nolisten', 'tcp', '-noreset'];
  const xvfb = startCompanion(['Xvfb', ...options], env);
  return { ...env, DISPLAY: `:${await firstLine(xvfb, 'Xvfb')}`, XDG_SESSION_TYPE: 'x11' };
}

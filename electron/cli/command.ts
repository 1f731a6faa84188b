import type { SessionOptions } from './session.ts';

/** One command: gets what stands after its name, gives what is printed. */
export type Command = (args: readonly string[], options: SessionOptions) => Promise<CommandResult>;

interface CommandResult {
  readonly output: unknown;
  /** The command did its work and found something wrong. */
  readonly failed?: boolean;
}

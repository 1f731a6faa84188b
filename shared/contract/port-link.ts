import { mapEventIterator, ORPCError } from '@orpc/client';
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { onMessagePortClose, RPCLink } from '@orpc/client/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';

/**
 * A link to the other end of a message port that can be replaced. While there is no open port, and for every call
 * that was under way when it closed, calls and streams fail with the contract's BACKEND_UNAVAILABLE; they never hang.
 */
export class PortLink implements ClientLink<ClientContext> {
  #link: RPCLink<ClientContext> | null = null;

  /** Sends every later call over this port. The caller starts the port. */
  use(port: SupportedMessagePort): void {
    // Listens before the link does, so that a call that fails because the port closed finds the link gone.
    onMessagePortClose(port, () => {
      if (this.#link === link) this.#link = null;
    });
    const link = new RPCLink<ClientContext>({ port });
    this.#link = link;
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const link = this.#link;
    if (link === null) throw unavailable();
    const explain = (error: unknown): unknown => (this.#link === link ? error : unavailable(error));
    try {
      const output = await link.call(path, input, options);
      return isStream(output)
        ? mapEventIterator(output, { value: keep, error: explaining(explain) })
        : output;
    } catch (error) {
      throw explain(error);
    }
  }
}

const unavailable = (cause?: unknown) =>
  new ORPCError('BACKEND_UNAVAILABLE', { defined: true, data: {}, message: 'BACKEND_UNAVAILABLE', cause });

const keep = (value: unknown): Promise<unknown> => Promise.resolve(value);
const explaining = (explain: (error: unknown) => unknown) => (error: unknown) =>
  Promise.resolve(explain(error));

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

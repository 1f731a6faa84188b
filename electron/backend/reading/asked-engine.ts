import type { EngineChannel, EngineReply, EngineRequest, StartEngine } from './engine-messages.ts';

/** As much of the main process's port as is used here. */
interface Port {
  postMessage(message: EngineRequest): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

/** Where processes that read pages are asked for, which only the main process can start. */
export interface EngineDesk {
  readonly start: StartEngine;
  /** The port to the process that was asked for under this number. */
  hand(engineNo: number, port: Port): void;
  lose(engineNo: number, reason: string): void;
}

interface Asked {
  readonly hand: (port: Port) => void;
  readonly lose: (reason: string) => void;
}

export function createEngineDesk(ask: (engineNo: number) => void): EngineDesk {
  const asked = new Map<number, Asked>();
  let lastNo = 0;
  return {
    start() {
      const engineNo = (lastNo += 1);
      const { channel, ...mine } = createPortChannel(() => asked.delete(engineNo));
      asked.set(engineNo, mine);
      ask(engineNo);
      return channel;
    },
    hand(engineNo, port) {
      const known = asked.get(engineNo);
      // It was given up before it came: closing the port ends the process.
      if (known === undefined) port.close();
      else known.hand(port);
    },
    lose(engineNo, reason) {
      asked.get(engineNo)?.lose(reason);
      asked.delete(engineNo);
    },
  };
}

/** A channel over a port that is still to come; what is posted until then waits. */
function createPortChannel(onGivenUp: () => void): Asked & { readonly channel: EngineChannel } {
  const waiting: EngineRequest[] = [];
  let port: Port | undefined;
  let hear: (reply: EngineReply) => void = () => undefined;
  let lose: (reason: string) => void = () => undefined;
  return {
    channel: {
      post(request) {
        if (port === undefined) waiting.push(request);
        else port.postMessage(request);
      },
      onReply: (listener) => void (hear = listener),
      onEnd: (listener) => void (lose = listener),
      end() {
        onGivenUp();
        port?.close();
      },
    },
    hand(handed) {
      port = handed;
      handed.on('message', ({ data }) => hear(data as EngineReply));
      handed.start();
      for (const request of waiting.splice(0)) handed.postMessage(request);
    },
    lose: (reason) => lose(reason),
  };
}

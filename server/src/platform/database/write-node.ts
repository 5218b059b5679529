import { connect, type Socket } from 'node:net';

import type { DatabaseNode } from './database-url.js';

/** A server that lives sends its greeting at once; a frozen one is connected to by its kernel and says nothing. */
const GREETING_MS = 1000;

/**
 * Which of a cluster's nodes this process works with: the first that answers, until it fails, then the next. All writes
 * and reads go to one, since conflicts and stale reads come with a second (security.md 6.2); the others are warm. Nobody
 * goes back by itself: that would be another interruption, for nothing.
 */
export class WriteNode {
  readonly #open = new Map<Socket, number>();
  readonly #entering = new Map<Socket, NodeJS.Timeout>();

  /** Begins at `place`, the first that answered. A node that lets nobody in within `patienceMs` is left. */
  constructor(
    private readonly nodes: readonly [DatabaseNode, ...DatabaseNode[]],
    private place: number,
    private readonly patienceMs: number,
    private readonly report: (reasonCode: string) => void = () => undefined,
  ) {}

  /** A new connection to the node in use; it is over unless `entered` is called in time. */
  connect(): Socket {
    const { place } = this;
    const socket = connect(this.#nodeAt(place));
    this.#open.set(socket, place);
    const giveUp = () => {
      this.#leave(place, 'SILENT');
      socket.destroy(Object.assign(new Error('The database let nobody in.'), { code: 'ETIMEDOUT' }));
    };
    this.#entering.set(socket, setTimeout(giveUp, this.patienceMs));
    socket.once('close', () => {
      this.entered(socket);
      this.#open.delete(socket);
    });
    // Refused, unreachable, reset: whatever else is open there is as good as dead.
    socket.once('error', () => this.#leave(place, 'UNREACHABLE'));
    return socket;
  }

  /** The node knows us, and takes statements on this connection. */
  entered(socket: Socket): void {
    clearTimeout(this.#entering.get(socket));
    this.#entering.delete(socket);
  }

  /** A query has had no answer for a while: slow, or is nobody there any longer? */
  async doubt(socket: Socket): Promise<void> {
    const place = this.#open.get(socket);
    if (place === undefined || this.nodes.length === 1) return;
    if (!(await greets(this.#nodeAt(place)))) this.#leave(place, 'SILENT');
  }

  /** No answer for as long as anybody waits: it may still greet, as one does whose disk hangs or whose cluster is in pieces. */
  fellSilent(socket: Socket): void {
    this.#leave(this.#open.get(socket), 'SILENT');
  }

  /** The node of this connection says that it takes no work: it lost its cluster, or joins it. */
  refused(socket: Socket): void {
    this.#leave(this.#open.get(socket), 'NOT_READY');
  }

  /** Of many connections that notice at once, the first moves everybody. */
  #leave(place: number | undefined, reasonCode: string): void {
    if (place !== this.place || this.nodes.length === 1) return;
    this.place = (place + 1) % this.nodes.length;
    this.report(reasonCode);
    for (const [socket, at] of this.#open) {
      if (at === place) socket.destroy(new Error('The database moved to another node.'));
    }
  }

  #nodeAt(place: number): DatabaseNode {
    return this.nodes[place] ?? this.nodes[0];
  }
}

function greets(node: DatabaseNode): Promise<boolean> {
  const socket = connect(node);
  return new Promise<boolean>((settle) => {
    socket.setTimeout(GREETING_MS, () => settle(false));
    socket.once('data', () => settle(true)).once('error', () => settle(false));
  }).finally(() => socket.destroy());
}

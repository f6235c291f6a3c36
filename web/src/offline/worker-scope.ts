/** What the worker uses of its surroundings. The types of pages and of workers cannot stand in one program, so these few are told here. */

/** An event whose work the browser waits for. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page, which the worker may answer. */
export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What a page tells the worker. */
export interface MessageToWorker extends LastingEvent {
  readonly data: unknown;
}

export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', react: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', react: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', react: (event: MessageToWorker) => void): void;
}

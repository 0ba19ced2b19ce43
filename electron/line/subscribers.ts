import type { LinePush } from '../../shared/contract/link.ts';
import type { LineLog } from './ports.ts';

/** The desks that listen. Each gets a copy of its own: embedded, they share the process and must not share objects. */
export type Subscribers = {
  /** Returns the function that ends it. */
  add(consultantId: string, handler: (push: LinePush) => void): () => void;
  has(consultantId: string): boolean;
  toAll(push: LinePush): void;
  /** To every desk of one consultant. False: there is none. */
  to(consultantId: string, push: LinePush): boolean;
};

/** What a handler throws is its own bug: it is logged and reaches no other desk. */
export function createSubscribers(log: LineLog): Subscribers {
  const desks = new Set<{ consultantId: string; handler: (push: LinePush) => void }>();
  const of = (consultantId: string) => [...desks].filter((desk) => desk.consultantId === consultantId);
  const tell = (list: Iterable<{ handler: (push: LinePush) => void }>, push: LinePush): void => {
    for (const { handler } of list) {
      try {
        handler(structuredClone(push));
      } catch (error) {
        log('error', 'push-handler-threw', { kind: push.kind, error: String(error) });
      }
    }
  };

  return {
    add(consultantId, handler) {
      const desk = { consultantId, handler };
      desks.add(desk);
      return () => void desks.delete(desk);
    },
    has: (consultantId) => of(consultantId).length > 0,
    toAll: (push) => tell(desks, push),
    to(consultantId, push) {
      const own = of(consultantId);
      tell(own, push);
      return own.length > 0;
    },
  };
}

import { miniApi, type DeskSnapshot, type MiniApi } from '../../shared/contract/desk.ts';
import { serve, type Channel, type Handlers, type Server } from '../../shared/contract/rpc.ts';
import type { DeskLog } from './ports.ts';

export type MiniSeat = {
  connect(channel: Channel): void;
  publish(snapshot: DeskSnapshot): void;
  close(): void;
};

/** «Мини-окно» beside the console: it takes nobody's seat, and may ask what `miniApi` names only. */
export function createMiniSeat({ handlers, log }: { handlers: Handlers<MiniApi>; log: DeskLog }): MiniSeat {
  const minis = new Set<Server<MiniApi>>();
  return {
    connect(channel) {
      const server = serve(miniApi, channel, handlers, ({ what, name, message }) =>
        log('warn', what, { name, message }),
      );
      minis.add(server);
      channel.onClose(() => minis.delete(server));
    },
    publish: (snapshot) => minis.forEach((server) => server.emit('snapshot', snapshot)),
    close: () => minis.forEach((server) => server.close()),
  };
}

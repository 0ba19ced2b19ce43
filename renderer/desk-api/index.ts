export { hostKind, isElectron } from './host.ts';
export type { Host } from './host.ts';
export { keepConnected } from './keep-connected.ts';
export { openChannel } from './open-channel.ts';
export { saveFile } from './save-file.ts';
export { webSocketChannel } from './web-socket-channel.ts';

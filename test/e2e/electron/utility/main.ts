/** A main process with nothing but our way to start a utility process; `process.argv` ends with the entry of its service. */
import { app } from 'electron';
import { startUtility } from '../../../../electron/main/service-child.ts';

const seen: unknown[] = [];

void app.whenReady().then(() => {
  const child = startUtility({
    entry: process.argv.at(-1) ?? '',
    args: ['--data-dir', 'a folder'],
    onMessage(message) {
      seen.push(message);
      if (message.kind === 'problem') return child.send({ kind: 'stop' });
      const port = child.introduce('console');
      port.on('message', ({ data }) => {
        seen.push(data);
        port.close();
      });
      port.start();
      port.postMessage({ text: 'привет' });
    },
    onExit(code) {
      console.log(`seen: ${JSON.stringify([...seen, { exit: code }])}`);
      app.exit(0);
    },
  });
});

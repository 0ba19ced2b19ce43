/** The import's own thread: reading and indexing hundreds of thousands of rows holds up neither calls nor clock. */
import { parentPort, workerData } from 'node:worker_threads';
import { doTask } from './import-task.ts';
import { importTask } from './messages.ts';

const port = parentPort;
if (port !== null) await doTask(importTask.parse(workerData), (news) => port.postMessage(news));

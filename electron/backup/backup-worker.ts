/** The backup's own thread: copying and checking a large journal holds up neither calls nor clock. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { makeBackup } from './make-backup.ts';

const task = z.object({ dataDir: z.string(), into: z.string(), program: z.string(), at: z.number() });

parentPort?.postMessage(makeBackup(task.parse(workerData)));

import { readdirSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import type { Inspector } from './inspector.ts';

/** What console and service hold while nothing is going on, garbage collected. */
export interface Held {
  /** Heap of the page and of the service, bytes. */
  pageHeap: number;
  serviceHeap: number;
  /** What of the page's heap, and of the document it hangs on, the program holds: all but code the engine compiled because it is used often. */
  pageData: number;
  /** Event listeners and nodes of the page's document. */
  listeners: number;
  nodes: number;
  /** Peer connections, workers, audio nodes of the page. */
  pageHandles: number;
  /** Sockets, timers and workers of the service. */
  serviceHandles: number;
  /** Files and sockets the service has open, as its system counts them; 0 where that cannot be asked. */
  files: number;
}

const PAGE_HANDLES = ['RTCPeerConnections', 'WorkerGlobalScopes', 'AudioHandlers', 'AudioWorkletProcessors'];

/** Audio nodes of the page after its garbage was collected. Those of a call are gone with its transaction. */
export async function audioNodes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'AudioHandlers')?.value ?? NaN;
}

/** A SIP transaction and all it holds live this long after their call (RFC 3261, 64 × T1). */
export const LAST_OF_A_CALL_MS = 35_000;

const heapSnapshot = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: z.array(z.string()), node_types: z.tuple([z.array(z.string())], z.unknown()) }),
  }),
  nodes: z.array(z.number()),
});

async function dataBytes(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { snapshot, nodes } = heapSnapshot.parse(JSON.parse(chunks.join('')));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + type] !== code) bytes += nodes[node + size] ?? 0;
  }
  return bytes;
}

/**
 * Looks at both after their garbage was collected. The page must be at rest; handles of a call are gone `LAST_OF_A_CALL_MS` after it.
 */
export async function whatIsHeld(page: Page, service: Inspector, servicePid: number): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What a finalizer lets go is garbage only in the next turn.
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const pageData = await dataBytes(session);
  await session.detach();
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const resources = await service.activeResources();
  await service.heapBytes();
  return {
    pageHeap: usedSize,
    pageData,
    serviceHeap: await service.heapBytes(),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    pageHandles: PAGE_HANDLES.reduce((sum, name) => sum + metric(name), 0),
    serviceHandles: Object.values(resources).reduce((sum, count) => sum + count, 0),
    files: process.platform === 'linux' ? readdirSync(`/proc/${servicePid}/fd`).length : 0,
  };
}

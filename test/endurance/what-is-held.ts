import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Inspector } from './inspector.ts';

/** What console and service hold while nothing is going on, garbage collected. */
export interface Held {
  /** Heap of the page and of the service, bytes. */
  pageHeap: number;
  serviceHeap: number;
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

/** A SIP transaction and all it holds live this long after their call (RFC 3261, 64 × T1). */
export const LAST_OF_A_CALL_MS = 35_000;

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
  await session.detach();
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const resources = await service.activeResources();
  await service.heapBytes();
  return {
    pageHeap: usedSize,
    serviceHeap: await service.heapBytes(),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    pageHandles: PAGE_HANDLES.reduce((sum, name) => sum + metric(name), 0),
    serviceHandles: Object.values(resources).reduce((sum, count) => sum + count, 0),
    files: process.platform === 'linux' ? readdirSync(`/proc/${servicePid}/fd`).length : 0,
  };
}

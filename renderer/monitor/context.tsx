import { createContext, use, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LineSnapshot } from '../../shared/contract/line.ts';
import type { LineMirror, LineState } from './line-mirror.ts';

const MirrorContext = createContext<LineMirror | null>(null);

/** Gives the page its mirror of the line. */
export function MirrorProvider({ mirror, children }: { mirror: LineMirror; children: ReactNode }) {
  return <MirrorContext value={mirror}>{children}</MirrorContext>;
}

/** The mirror: `grant`, the clock. */
export function useMirror(): LineMirror {
  const mirror = use(MirrorContext);
  if (mirror === null) throw new Error('no MirrorProvider above');
  return mirror;
}

/** A part of how this page stands to the line. */
export const useLineState = <Part,>(select: (state: LineState) => Part): Part => useStore(useMirror().store, select);

/** A part of the line's snapshot. Only below the page's first screen, which waits for one. */
export function useLine<Part>(select: (snapshot: LineSnapshot) => Part): Part {
  return useLineState(({ snapshot }) => {
    if (snapshot === null) throw new Error('no snapshot yet');
    return select(snapshot);
  });
}

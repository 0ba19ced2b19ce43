import { createContext, use, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { DeskSnapshot } from '../../../shared/contract/desk.ts';
import type { Desk, DeskState } from './desk.ts';
import type { Place, PlaceState } from './place.ts';

type Console = { readonly desk: Desk; readonly place: Place };
const ConsoleContext = createContext<Console | null>(null);

/** Gives the screens their desk and their place. */
export function ConsoleProvider({ desk, place, children }: Console & { children: ReactNode }) {
  return <ConsoleContext value={{ desk, place }}>{children}</ConsoleContext>;
}

function useConsole(): Console {
  const found = use(ConsoleContext);
  if (found === null) throw new Error('no ConsoleProvider above');
  return found;
}

/** The desk: `act`, `ask`, `drafts`, the clock. */
export const useDesk = (): Desk => useConsole().desk;

/** The window's own navigation. */
export const usePlace = (): Place => useConsole().place;

/** A part of the desk's state as this window knows it. */
export const useDeskState = <Part,>(select: (state: DeskState) => Part): Part =>
  useStore(useConsole().desk.store, select);

/** A part of where the window is. */
export const usePlaceState = <Part,>(select: (state: PlaceState) => Part): Part =>
  useStore(useConsole().place.store, select);

/** A part of the desk's snapshot. Only below the frame, which shows nothing until there is one. */
export function useSnapshot<Part>(select: (snapshot: DeskSnapshot) => Part): Part {
  return useDeskState(({ snapshot }) => {
    if (snapshot === null) throw new Error('no snapshot yet');
    return select(snapshot);
  });
}

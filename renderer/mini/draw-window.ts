import type { PointerEvent } from 'react';

/** Props of what the hand may take the window by: it follows the pointer, buttons aside. Main puts it there, whole on a screen. */
export function drawWindow() {
  let grip: { x: number; y: number } | null = null;
  const letGo = () => (grip = null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return;
      grip = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (grip === null) return;
      const to = { x: event.screenX - grip.x, y: event.screenY - grip.y };
      window.postMessage({ line15: 'move', ...to }, location.origin);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}

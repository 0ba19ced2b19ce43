/** «Рабочее место», by the state of the call. */
export function Workplace() {
  return null;
}

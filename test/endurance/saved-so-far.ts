/** What the screen was told is saved: each answer of the desk that stands for «Сохранено», and nothing else. */
export class SavedSoFar {
  /** By id: the comment answered last, and whether the closing was answered. */
  readonly consultations = new Map<string, { inquiry: string; comment: string; closed: boolean }>();
  /** By the comment each was booked with, which is like no other: its id, and whether the closing was answered. */
  readonly events = new Map<string, { id: string; closed: boolean }>();
  /** Calls whose «Отклонить» was answered. */
  readonly declined = new Set<string>();

  get size(): number {
    return this.consultations.size + this.events.size + this.declined.size;
  }
}

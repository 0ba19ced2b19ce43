/** Where the training line says what it does. */
export interface TrainingLog {
  debug(message: string): void;
  warn(message: string): void;
}

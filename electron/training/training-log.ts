/** Where the training line says what it does; a pino logger fits. */
export interface TrainingLog {
  debug(message: string): void;
  warn(message: string): void;
}

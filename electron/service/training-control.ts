import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { TrainingControl, TrainingPace } from '../desk/ports.ts';
import { trainingPaces, type CallOrder, type TrainingLine } from '../training/training-line.ts';

/** The desk's commands to the training line. */
export function trainingControl(line: TrainingLine, first: TrainingPace): TrainingControl {
  let pace = first;
  const outcome = (order: CallOrder): Outcome<null> => (order.ok ? ok(null) : fail(`training-${order.reason}`));
  return {
    callNow: () => Promise.resolve(outcome(line.callNow())),
    secondCall: () => Promise.resolve(outcome(line.secondCall())),
    setPace(given) {
      pace = given;
      line.setPace(trainingPaces[given]);
    },
    pace: () => pace,
  };
}

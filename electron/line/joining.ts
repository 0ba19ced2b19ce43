import { LONG_TEXT_LIMIT } from '../../shared/contract/base.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { appendLine, historyLine } from '../../shared/events/event-changes.ts';
import { COMMENT_CUT } from './names.ts';

/**
 * What the earlier event takes over from a later booking of the same user. Its own place in the order and its due-by stay. A comment too long
 * for both is cut, and the history says so: the later event, closed as joined, keeps its own whole.
 */
export function joinedEvent(
  earlier: CallbackEvent,
  later: Pick<CallbackEvent, 'user' | 'topic' | 'comment' | 'criticality' | 'convenient'>,
  { at, by }: { at: Instant; by: string },
): CallbackEvent {
  const asksUrgently = earlier.criticality === 'none' && later.criticality !== 'none';
  const comment = [earlier.comment, later.comment].filter((text) => text !== '').join('\n');
  const isCut = comment.length > LONG_TEXT_LIMIT;
  return appendLine(
    {
      ...earlier,
      user: {
        ...earlier.user,
        registrationNumber: earlier.user.registrationNumber || later.user.registrationNumber,
        organisation: earlier.user.organisation || later.user.organisation,
        city: earlier.user.city || later.user.city,
      },
      topic: earlier.topic ?? later.topic,
      convenient: later.convenient ?? earlier.convenient,
      comment: comment.slice(0, LONG_TEXT_LIMIT),
      criticality: asksUrgently ? later.criticality : earlier.criticality,
    },
    historyLine({
      at,
      by,
      what: 'joined',
      to: later.user.name === '' ? null : later.user.name,
      reason: isCut ? COMMENT_CUT : null,
    }),
  );
}

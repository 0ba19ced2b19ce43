/** «Мини-окно»: what is not said with the console's own words. */
export const mini = {
  title: 'Mini window',
  talking: 'Conversation',
  held: 'On hold',
  muted: 'The microphone is off',
  away: 'The connection is away',
  endAgain: 'End: press once more',
  endHint: 'Press once more to end the call',
  noCall: 'The conversation is over',
};

/** «События». */
export const events = {
  title: 'Events',
};

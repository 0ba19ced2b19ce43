/** «События». */
export const events = {
  title: 'События',
};

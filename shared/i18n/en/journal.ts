/** «Журнал». */
export const journal = {
  title: 'Journal',
};

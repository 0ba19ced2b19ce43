/** «Журнал». */
export const journal = {
  title: 'Журнал',
};

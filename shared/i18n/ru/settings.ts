/** «Настройки». */
export const settings = {
  title: 'Настройки',
};

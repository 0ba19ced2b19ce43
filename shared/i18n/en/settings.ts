/** «Настройки». */
export const settings = {
  title: 'Settings',
};

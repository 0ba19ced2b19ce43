/** «Монитор линии». */
export const monitor = {
  title: 'Line monitor',
};

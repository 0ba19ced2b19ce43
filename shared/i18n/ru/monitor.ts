/** «Монитор линии». */
export const monitor = {
  title: 'Монитор линии',
};

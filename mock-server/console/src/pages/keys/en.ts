/** The key screens, in English. */
export const keys = {
  title: 'Keys',
};

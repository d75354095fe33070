/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  // Jest erases types by itself, as Node does, where nothing else transforms the files.
  transform: {},
};

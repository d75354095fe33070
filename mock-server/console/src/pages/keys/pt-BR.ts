/** As telas de chaves, em português. */
import type { Messages } from '../../i18n/en.ts';

export const keys: Messages['keys'] = {
  title: 'Chaves',
};

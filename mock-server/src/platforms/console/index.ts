/** Console: what the dashboards of the three platforms do with accounts and keys, each under its platform's policy. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { accounts } from './accounts.ts';
import { apiKeys } from './api-keys.ts';
import { apiLogs } from './api-logs.ts';
import { invalidRequest } from './invalid-request.ts';
import { keyRules } from './key-rules.ts';

export const consoleModule: PlatformModule = {
  behaviours: { ...accounts, ...apiKeys, ...apiLogs, ...keyRules },
  invalidRequest,
};

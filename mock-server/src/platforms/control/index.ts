/** Mock control (`/__mock/`): what the in-process API can do, over HTTP. No platform has these paths. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { invalidRequest } from '../console/invalid-request.ts';
import { accounts } from './accounts.ts';
import { arrivals } from './arrivals.ts';
import { clock } from './clock.ts';
import { customFields } from './custom-fields.ts';
import { events } from './events.ts';
import { faults } from './faults.ts';
import { instances } from './instances.ts';
import { keys } from './keys.ts';
import { requests } from './requests.ts';
import { scenarios } from './scenarios.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { snapshots } from './snapshots.ts';
import { state } from './state.ts';
import { webhooks } from './webhooks.ts';

export const controlModule: PlatformModule = {
  behaviours: {
    ...state,
    ...sessions,
    ...accounts,
    ...keys,
    ...arrivals,
    ...customFields,
    ...requests,
    ...events,
    ...clock,
    ...faults,
    ...settings,
    ...snapshots,
    ...scenarios,
    ...webhooks,
    ...instances,
  },
  invalidRequest,
};

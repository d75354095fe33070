/** Mock control (`/__mock/`): state, reset, journal, decisions, clock, zero-setup keys. No platform has these paths. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { invalidRequest } from '../console/invalid-request.ts';
import { clock } from './clock.ts';
import { requests } from './requests.ts';
import { state } from './state.ts';

export const controlModule: PlatformModule = {
  behaviours: { ...state, ...requests, ...clock },
  invalidRequest,
};

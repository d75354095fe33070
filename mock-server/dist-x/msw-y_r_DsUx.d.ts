import { HttpHandler } from 'msw';
import { M as Mock } from './mock-C3YniEEL.js';

/** The MSW handler for the platforms' real hosts: one for all of them, since MSW asks every handler about every request. */

/** Handlers to spread into an MSW set-up of your own, next to your other handlers. */
declare function mockHandlers(mock: Pick<Mock, 'fetch' | 'servers'>): HttpHandler[];

export { mockHandlers as m };

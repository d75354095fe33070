/** One MSW handler written by hand: looks at the key and at two fields, and answers. */
import { http, HttpResponse } from 'msw';

export const handlers = [
  http.post('https://api.rd.services/platform/conversions', async ({ request }) => {
    if (new URL(request.url).searchParams.get('api_key') !== 'chaveiro-rdstation-active') {
      return HttpResponse.json({ errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] }, { status: 401 });
    }
    const { event_type, payload } = await request.json();
    if (event_type !== 'CONVERSION' || typeof payload?.email !== 'string') {
      return HttpResponse.json({ errors: [{ error_type: 'INVALID' }] }, { status: 400 });
    }
    return HttpResponse.json({ event_uuid: crypto.randomUUID() });
  }),
];

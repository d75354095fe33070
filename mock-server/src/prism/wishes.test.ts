/** `Prefer` asks for what the document does not have: the wish is refused with a 4xx, and the mock has not failed. */
import { describe, expect, test } from 'vitest';
import { readRequest } from '../exchange/request.ts';
import { createMock } from '../mock.ts';
import { setUp } from '../own-document/set-up.ts';
import { createStaticMock } from './static.ts';

const json = { 'application/json': { example: ['francês'] } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Padaria', version: '1' },
  paths: {
    '/paes': {
      get: { responses: { 200: { description: 'Pães', content: json }, default: { description: 'Outra', content: json } } },
    },
  },
};

const alone = createStaticMock(setUp({ document, responder: 'none' }).document);
const mocks = {
  '--static': async (request: Request) => alone.answer(await readRequest(request)),
  '--spec': async (request: Request) => {
    const answer = await createMock({ document }).fetch(request);
    return { status: answer.status, body: await answer.text() };
  },
};

describe.each(Object.entries(mocks))('%s', (_, ask) => {
  const asked = async (headers: Record<string, string>) => {
    const { status, body = '' } = await ask(new Request('http://localhost/paes', { headers }));
    return { status, told: (JSON.parse(body) as { detail?: string }).detail };
  };

  test.each([
    [{ prefer: 'example=nope' }, 404, /exampleKey: nope does not exist/],
    [{ prefer: 'code=200, example=nope' }, 404, /exampleKey: nope does not exist/],
    [{ prefer: 'code=418, example=nope' }, 404, /exampleKey: nope does not exist/],
    [{ prefer: 'dynamic=true' }, 404, /schema is not defined/],
    [{ prefer: 'code=200, dynamic=true' }, 404, /schema is not defined/],
    [{ prefer: 'code=200', accept: 'text/csv' }, 406, /text\/csv/],
    [{ prefer: 'code=100' }, 400, /code=100/],
  ])('%j: %i', async (headers, status, told) => {
    expect(await asked(headers)).toEqual({ status, told: expect.stringMatching(told) as string });
  });

  test('a wish that the document has is fulfilled', async () => {
    expect(await asked({ prefer: 'code=200' })).toMatchObject({ status: 200 });
    expect(await asked({ prefer: 'code=418' })).toMatchObject({ status: 418 });
  });
});

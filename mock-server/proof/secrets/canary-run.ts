/** Everything a mock does with keys, and all that it says meanwhile: answers, logs, journal, events, command line. */
import { createServer } from 'node:http';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chaveiro, finished } from '../../conformance/run-chaveiro.ts';
import type { Server } from '../wire/servers.ts';
import { Wire, type Got, type Sent } from '../wire/wire.ts';
import type { Heard } from './traces.ts';

export interface CanaryRun {
  /** Secrets of keys that are kept as a hash, and of those that can be shown again, by key. */
  readonly hashed: Readonly<Record<string, string>>;
  readonly revealable: Readonly<Record<string, string>>;
  /** All that was said, but for the answers whose purpose it is to show a secret. */
  readonly heard: readonly Heard[];
  /** Answers that did show one, by what was asked: to see that there was something to be found. */
  readonly shown: readonly string[];
}

const OWNER = { authorization: 'Bearer chaveiro-console-owner' };
const ACCOUNTS = ['acc_pingback_ultra', 'acc_rdstation_basic', 'acc_zenvio_demo'];
const WISHES: Record<string, object> = {
  acc_pingback_ultra: { name: 'Canário' },
  acc_rdstation_basic: { name: 'Canário' },
  acc_zenvio_demo: { name: 'Canário', scopes: ['whatsapp:send', 'whatsapp:manage', 'logs:read'] },
};

export async function canaryRun(server: Server): Promise<CanaryRun> {
  using wire = new Wire(server.url);
  await using hooks = await receiver();
  const events = listen(`${server.url}/__mock/events`);
  const follow = chaveiro(['logs', '--follow', '--steps', '--json', '--url', server.url]);
  const plain = chaveiro(['logs', '--follow', '--steps', '--url', server.url]);
  const heard: Heard[] = [];
  const shown: string[] = [];
  const hashed: Record<string, string> = {};
  const revealable: Record<string, string> = {};

  const hear = (sent: Sent, got: Got) =>
    heard.push({
      from: `${sent.method} ${sent.path.replace(/api_key=.*/, 'api_key=…')}`,
      text: JSON.stringify(got.headers) + got.text,
    });
  const send = async (sent: Sent): Promise<Got> => {
    const got = await wire.send(sent);
    hear(sent, got);
    return got;
  };
  const keep = (accountId: string, { id, secret }: { id: string; secret: string }) => {
    (accountId === 'acc_zenvio_demo' ? hashed : revealable)[id] = secret;
    return { id, secret };
  };
  const reveals = async (sent: Sent): Promise<Got> => {
    const got = await wire.send(sent);
    shown.push(`${sent.method} ${sent.path} ${got.status}`);
    return got;
  };

  await send({ method: 'POST', path: '/__mock/webhooks', body: { platform: 'zenvio', url: hooks.url } });
  await send({ method: 'POST', path: '/__mock/webhooks', body: { platform: 'rdstation', url: hooks.url } });
  await send({ method: 'DELETE', path: '/accounts/acc_pingback_ultra/api-keys/key_pingback_limit_reached', headers: OWNER });
  for (const accountId of ACCOUNTS) {
    const keys = `/accounts/${accountId}/api-keys`;
    const created = await reveals({ method: 'POST', path: keys, headers: OWNER, body: WISHES[accountId] });
    const { id, secret } = keep(accountId, created.json as { id: string; secret: string });
    const key = `${keys}/${id}`;
    for (const call of calls(accountId, secret)) await send(call);
    for (const fault of FAULTS) {
      await send({ method: 'POST', path: '/__mock/faults', body: { effect: fault, times: 2 } });
      for (const call of calls(accountId, secret).slice(0, 2)) await send(call).catch(() => undefined);
    }
    await send({ method: 'DELETE', path: '/__mock/faults' });
    await send({ method: 'PATCH', path: key, headers: OWNER, body: { name: 'Canário amarelo' } });
    await send({ method: 'POST', path: keys, headers: OWNER, body: { name: '', segredo: 'x' } });
    const reveal = { method: 'POST', path: `${key}/reveal`, headers: OWNER };
    const control = { method: 'POST', path: `/__mock/accounts/${accountId}/keys/${id}/reveal` };
    await (accountId === 'acc_zenvio_demo' ? send(reveal) : reveals(reveal));
    await (accountId === 'acc_zenvio_demo' ? send(control) : reveals(control));
    const { json } = await send({ method: 'POST', path: '/__mock/snapshots' });
    await send({ method: 'PATCH', path: key, headers: OWNER, body: { status: 'disabled' } });
    await send({ method: 'DELETE', path: key, headers: OWNER });
    for (const call of calls(accountId, secret)) await send(call);
    await send({ method: 'POST', path: `/__mock/snapshots/${(json as { id: string }).id}/restore` });
    for (const read of [keys, key, `/accounts/${accountId}`, `/accounts/${accountId}/api-logs?limit=100`])
      await send({ method: 'GET', path: read, headers: OWNER });
    for (const read of ['', '/keys', `/keys/${id}`]) await send({ method: 'GET', path: `/__mock/accounts/${accountId}${read}` });
  }
  const [zenvio] = Object.values(hashed);
  await send({ method: 'GET', path: '/logs?limit=100', headers: { authorization: `Bearer ${zenvio!}` } });

  // Without a terminal: the same through commands.
  const made = await finished([
    'keys',
    'create',
    'acc_zenvio_demo',
    '--name',
    'Terminal',
    '--scope',
    'logs:read',
    '--json',
    '--url',
    server.url,
  ]);
  const terminal = keep('acc_zenvio_demo', JSON.parse(made.stdout) as { id: string; secret: string });
  shown.push('chaveiro keys create');
  for (const call of calls('acc_zenvio_demo', terminal.secret)) await send(call);
  heard.push({ from: 'chaveiro keys create, its errors', text: made.stderr });
  const commands = [
    ['keys', 'list'],
    ['keys', 'list', '--json'],
    ['keys', 'reveal', terminal.id],
    ['logs', '--steps'],
    ['logs', '--steps', '--json'],
  ];
  for (const words of commands) {
    const { stdout, stderr } = await finished([...words, '--url', server.url]);
    heard.push({ from: `chaveiro ${words.join(' ')}`, text: stdout + stderr });
  }

  for (const path of READS) await send({ method: 'GET', path });
  const last = await send({ method: 'GET', path: '/contacts' });
  await send({ method: 'GET', path: `/__mock/decisions/${last.requestId}` });
  // Both have heard of the last request when they have heard of all.
  await Promise.all([events.says(last.requestId), follow.says(new RegExp(last.requestId)), plain.says(/missing_key/)]);
  for (const run of [follow, plain]) {
    run.child.kill('SIGINT');
    await run.ended;
    heard.push({ from: 'chaveiro logs --follow', text: run.stdout() + run.stderr() });
  }
  heard.push({ from: 'the event stream', text: events.end() });
  heard.push({ from: 'webhooks', text: hooks.received.join('\n') });
  heard.push({ from: 'chaveiro mock', text: server.output!() });
  return { hashed, revealable, heard, shown };
}

const FAULTS = [{ kind: 'status', status: 503 }, { kind: 'html' }, { kind: 'rate_limited' }, { kind: 'drop' }];

const READS = [
  '/__mock/state',
  '/__mock/accounts',
  '/__mock/sessions',
  '/__mock/requests?limit=100&details=true',
  '/__mock/requests?limit=100&details=true&page=2',
  '/__mock/webhooks',
  '/__mock/webhook-deliveries',
  '/__mock/snapshots',
  '/__mock/faults',
  '/__mock/settings',
  '/__mock/clock',
  '/__mock/scenarios',
  '/__mock/zero-setup-keys',
  '/__mock/arrivals/zenvio/messages?limit=100',
  '/__mock/arrivals/rdstation/conversions?limit=100',
  '/__mock/arrivals/pingback/contacts?limit=100',
];

/** A key in its place, rightly and wrongly used, and in the places of other platforms' keys. */
export function calls(accountId: string, secret: string): Sent[] {
  const bearer = { authorization: `Bearer ${secret}` };
  const header = { 'x-api-key': secret };
  const query = `?api_key=${secret}`;
  const payload = { conversion_identifier: 'canario', email: 'ana@exemplo.com.br' };
  const conversion = { event_type: 'CONVERSION', event_family: 'CDP', payload };
  const message = { instance_id: 'inst_farmacia_maria', to: ['5511988887777'], type: 'text', payload: { message: 'Olá' } };
  const own: Record<string, Sent[]> = {
    acc_pingback_ultra: [
      { method: 'GET', path: '/contacts', headers: header },
      { method: 'POST', path: '/contacts', headers: header, body: { email: 'sem arroba', note: `it is ${secret}` } },
      { method: 'GET', path: '/contacts/a%zz', headers: header },
    ],
    acc_rdstation_basic: [
      { method: 'POST', path: `/platform/conversions${query}`, body: conversion },
      { method: 'POST', path: `/platform/conversions${query}`, body: { event_type: 'x', [secret]: [secret] } },
      { method: 'POST', path: `/platform/conversions${query}&api_key=${secret}%zz`, body: conversion },
    ],
    acc_zenvio_demo: [
      { method: 'POST', path: '/whatsapp/messages', headers: { ...bearer, 'idempotency-key': 'canario' }, body: message },
      { method: 'GET', path: '/whatsapp/instances', headers: bearer },
      { method: 'POST', path: '/whatsapp/messages', headers: bearer, body: { to: 'x', note: secret } },
      { method: 'GET', path: '/logs', headers: bearer },
    ],
  };
  return [
    ...own[accountId]!,
    { method: 'GET', path: `/contacts${query}`, headers: header },
    { method: 'GET', path: `/whatsapp/instances${query}`, headers: bearer },
    { method: 'POST', path: `/platform/events${query}`, headers: bearer, body: conversion },
    { method: 'GET', path: `/nada${query}&token=${secret}`, headers: { ...bearer, ...header } },
    { method: 'GET', path: `/accounts/${accountId}/api-keys`, headers: bearer },
    { method: 'PATCH', path: `/contacts${query}`, headers: header },
  ];
}

/** Collects what a stream of events says. */
function listen(url: string) {
  let text = '';
  const waiting: { readonly word: string; readonly done: () => void }[] = [];
  const request = get(url, (response) => {
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const { word, done } of waiting) if (text.includes(word)) done();
    });
  });
  request.on('error', () => undefined);
  return {
    says: (word: string) =>
      new Promise<void>((done) => {
        waiting.push({ word, done });
        if (text.includes(word)) done();
      }),
    end: () => {
      request.destroy();
      return text;
    },
  };
}

/** Where webhooks arrive. */
async function receiver() {
  const received: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => received.push(chunk));
    request.on('end', () => {
      received.push(JSON.stringify(request.headers));
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

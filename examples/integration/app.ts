/** The page of the import: one lead a line, `e-mail, name`. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Pingback } from '@chaveiro/sdk/pingback';
import { importLeads, ImportStoppedError, type Lead, type Report } from './import-leads.ts';

export function createApp(pingback: Pingback): Server {
  return createServer((request, response) => {
    answer(request, pingback).then(
      (html) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
}

async function answer(request: IncomingMessage, pingback: Pingback): Promise<string> {
  if (request.method !== 'POST') return page('');
  const form = new URLSearchParams(await text(request));
  try {
    return page(summary(await importLeads(readLeads(form.get('leads') ?? ''), pingback)));
  } catch (error) {
    if (!(error instanceof ImportStoppedError)) throw error;
    return page(`<p role="alert">${escape(error.message)}</p>`);
  }
}

function readLeads(lines: string): Lead[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [email = '', name = ''] = line.split(',').map((cell) => cell.trim());
      return { email, name };
    });
}

function summary({ created, updated, refused, postponed }: Report): string {
  const reasons = refused.map(({ email, reason }) => `<li>${escape(`${email}: ${reason}`)}</li>`).join('');
  return `
    <p role="status">
      ${created.length} criados, ${updated.length} atualizados, ${refused.length} recusados, ${postponed.length} adiados
    </p>
    <ul aria-label="Recusados">${reasons}</ul>`;
}

function page(result: string): string {
  return `<!doctype html>
<html lang="pt-BR">
  <meta charset="utf-8" />
  <title>Importar leads</title>
  <body>
    <form method="post">
      <label>Leads <textarea name="leads" rows="5" cols="40" placeholder="ana@exemplo.com.br, Ana Souza"></textarea></label>
      <button>Importar</button>
    </form>
    ${result}
  </body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

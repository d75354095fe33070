/** Where in a browser a secret can be found. */
import type { BrowserContext, Page } from 'playwright-core';

/** What pages said and sent from now on. */
export interface Trail {
  /** Messages of the browser's console, and requests by method and path, that have it in them. */
  having(secret: string): string[];
}

/** Of all pages of a profile, also those that they open. */
export function follow(context: BrowserContext): Trail {
  const heard: { readonly from: string; readonly text: string }[] = [];
  context.on('console', (message) => heard.push({ from: `console.${message.type()}`, text: message.text() }));
  context.on('weberror', (error) => heard.push({ from: 'an error', text: error.error().stack ?? '' }));
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const text = JSON.stringify([request.url(), request.headers(), request.postData()]);
    heard.push({ from: `${request.method()} ${pathname}`, text });
  });
  return {
    having: (secret) => heard.filter(({ text }) => hasIt(text, secret)).map(({ from }) => from),
  };
}

/** The places of the page as it is, and of what its profile keeps, that have it in them. */
export async function tracesIn(page: Page, secret: string): Promise<string[]> {
  const inPage = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const fields = all.filter((each) => 'value' in each).map(({ value }) => String(value));
    const shadows = all.flatMap(({ shadowRoot }) => shadowRoot?.innerHTML ?? []);
    return {
      document: document.documentElement.outerHTML + shadows.join(''),
      fields: fields.join('\n'),
      title: document.title,
      address: location.href,
      history: JSON.stringify(history.state),
      'local storage': JSON.stringify({ ...localStorage }),
      'session storage': JSON.stringify({ ...sessionStorage }),
      cookies: document.cookie,
      'name of the window': window.name,
      'what was loaded': performance
        .getEntries()
        .map(({ name }) => name)
        .join('\n'),
    };
  });
  const places = {
    ...inPage,
    'what is read out': await page.locator('html').ariaSnapshot(),
    'what the browser keeps': JSON.stringify(await page.context().storageState({ indexedDB: true })),
  };
  return Object.entries(places)
    .filter(([, text]) => hasIt(text, secret))
    .map(([place]) => place);
}

/** Its middle, which no abbreviation shows, or all of it in the form that authorization headers have. */
function hasIt(text: string, secret: string): boolean {
  const middle = secret.slice(12, -4);
  if (middle.length < 8) throw new Error('Too short to be told from anything else.');
  return text.includes(middle) || text.includes(btoa(secret));
}

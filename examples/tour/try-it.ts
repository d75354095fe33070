/** What to paste into another terminal while the mock runs. */

export interface Suggestion {
  readonly what: string;
  /** Works as it stands in any POSIX shell. */
  readonly command: string;
}

/** @param requestId a refused request of the tour, where there is one */
export function suggestions(url: string, requestId: string | undefined): Suggestion[] {
  return [
    { what: 'a key that works', command: `curl -H 'x-api-key: chaveiro-pingback-active' ${url}/contacts` },
    {
      what: 'the same with a disabled key: look at x-mock-decision',
      command: `curl -i -H 'x-api-key: chaveiro-pingback-disabled' ${url}/contacts`,
    },
    {
      what: 'the steps that led to a refusal, by its x-mock-request-id (this one is of the tour)',
      command: `curl ${url}/__mock/decisions/${requestId ?? 'THE-REQUEST-ID'}`,
    },
    {
      what: 'a conversion, with the key in the query',
      command: [
        `curl '${url}/platform/conversions?api_key=chaveiro-rdstation-active' -H 'content-type: application/json' \\`,
        `  -d '{"event_type":"CONVERSION","event_family":"CDP","payload":{"conversion_identifier":"curl","email":"eu@exemplo.com.br"}}'`,
      ].join('\n'),
    },
    { what: 'every key that a fresh mock has, and what each is for', command: `curl ${url}/__mock/zero-setup-keys` },
  ];
}

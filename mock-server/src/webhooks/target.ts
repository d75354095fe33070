/** Which URLs the mock may call by itself: never anything but a receiver of the person who runs it. */

/**
 * The URL, when it may be called: http or https, on loopback or on an allowed host, without credentials in it.
 * @throws {Error} that says what to do
 */
export function checkedTarget(text: string, allowedHosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('A webhook needs a URL that begins with http:// or https://.');
  if (url.username || url.password)
    throw new Error('The URL of a webhook cannot carry a user name or password. Put a token into its path or query.');
  if (!isLoopback(url.hostname) && !allowedHosts.includes(url.hostname)) {
    throw new Error(
      `The mock calls nothing but this machine, and the webhook is at "${url.hostname}". ` +
        `Allow the host with createMock({ webhooks: { allowHosts: ['${url.hostname}'] } }) if it is yours.`,
    );
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

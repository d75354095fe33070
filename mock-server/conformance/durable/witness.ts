/** A client that changes things, remembers what was acknowledged, and can later say what of it is gone. */

const PINGBACK = { 'x-api-key': 'chaveiro-pingback-active' };
const OWNER = { authorization: 'Bearer chaveiro-console-owner' };
const KEYS = '/accounts/acc_zenvio_demo/api-keys';

/** Something that is there or not. `unsure`: the answer to a change never came. */
interface Fact {
  readonly path: string;
  readonly headers: Record<string, string>;
  state: 'there' | 'gone' | 'unsure';
  /** For a key: what a request with it must be told. */
  readonly secret?: string;
}

export class Witness {
  readonly #name: string;
  readonly #inSession: boolean;
  readonly #contacts: Fact[] = [];
  readonly #keys: Fact[] = [];
  /** A number that only goes up: the last one acknowledged, and the last one sent. */
  readonly #register = { acknowledged: -1, sent: -1 };
  #clock = 0;
  #steps = 0;
  #url = '';
  /** Changes that were answered. */
  acknowledged = 0;

  /** @param inSession whether it works in a session of its own, or in the default one. */
  constructor(name: string, inSession: boolean) {
    this.#name = name;
    this.#inSession = inSession;
  }

  /** Changes one thing after the other until the server is gone. */
  async work(url: string): Promise<void> {
    this.#url = url;
    try {
      for (; ; this.acknowledged += 1) await this.#step();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async #step(): Promise<void> {
    const count = this.#steps++;
    if (this.#register.acknowledged < 0 || count % 3 === 1) return this.#write();
    if (count % 9 === 2) return this.#createKey();
    if (count % 9 === 5) return this.#remove(this.#keys);
    if (count % 9 === 8) return this.#remove(this.#contacts);
    if (count % 15 === 0) return this.#advance();
    return this.#createContact();
  }

  async #createContact(): Promise<void> {
    const email = `${this.#steps}@${this.#name}.example`;
    const fact: Fact = { path: `/contacts/${email}`, headers: PINGBACK, state: 'unsure' };
    this.#contacts.push(fact);
    await this.#send('POST', '/contacts', PINGBACK, 201, { email });
    fact.state = 'there';
  }

  async #createKey(): Promise<void> {
    const body = { name: `${this.#name} ${this.#steps}`, scopes: ['whatsapp:manage'] };
    const { id, secret } = (await this.#send('POST', KEYS, OWNER, 201, body)) as { id: string; secret: string };
    this.#keys.push({ path: `${KEYS}/${id}`, headers: OWNER, state: 'there', secret });
  }

  async #remove(facts: readonly Fact[]): Promise<void> {
    const fact = facts.findLast(({ state }) => state === 'there');
    if (!fact) return;
    fact.state = 'unsure';
    await this.#send('DELETE', fact.path, fact.headers, fact.secret === undefined ? 200 : 204);
    fact.state = 'gone';
  }

  async #write(): Promise<void> {
    const email = `register@${this.#name}.example`;
    const value = ++this.#register.sent;
    // Until the first write was acknowledged it may not be there, or be there already.
    if (this.#register.acknowledged < 0) await this.#send('POST', '/contacts', PINGBACK, undefined, { email });
    await this.#send('PUT', `/contacts/${email}`, PINGBACK, 200, { value });
    this.#register.acknowledged = value;
  }

  async #advance(): Promise<void> {
    const { now } = (await this.#send('POST', '/__mock/clock/advance', {}, 200, { by: '1h' })) as { now: string };
    this.#clock = Date.parse(now);
  }

  async #send(method: string, path: string, headers: Record<string, string>, expected?: number, body?: object): Promise<unknown> {
    const base = this.#inSession ? `${this.#url}/~${this.#name}` : this.#url;
    const response = await fetch(base + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (expected !== undefined && response.status !== expected)
      throw new Error(`${method} ${path} was answered ${response.status}, not ${expected}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** What was acknowledged and is not so. Looks at the newest facts, or at all. */
  async missing(url: string, newest = Infinity): Promise<string[]> {
    this.#url = url;
    const wrong: string[] = [];
    for (const facts of [this.#contacts, this.#keys]) {
      for (const fact of facts.slice(Math.max(0, facts.length - newest))) wrong.push(...(await this.#check(fact)));
    }
    wrong.push(...(await this.#checkRegister()));
    const { now } = (await this.#send('GET', '/__mock/clock', {}, 200)) as { now: string };
    if (Date.parse(now) < this.#clock) wrong.push(`${this.#name}: the clock went back to ${now}`);
    return wrong;
  }

  async #check(fact: Fact): Promise<string[]> {
    const there = await this.#answers(fact.path, fact.headers);
    if (fact.state === 'unsure') fact.state = there ? 'there' : 'gone';
    if (there !== (fact.state === 'there')) return [`${this.#name}: ${fact.path} should be ${fact.state}`];
    if (fact.secret === undefined) return [];
    const opens = await this.#answers('/whatsapp/instances', { authorization: `Bearer ${fact.secret}` });
    return opens === there ? [] : [`${this.#name}: the secret of ${fact.path} should ${there ? '' : 'not '}open`];
  }

  async #checkRegister(): Promise<string[]> {
    const path = `/contacts/register@${this.#name}.example`;
    const { acknowledged, sent } = this.#register;
    if (acknowledged < 0) return [];
    const { data } = (await this.#send('GET', path, PINGBACK, 200)) as { data: { attributes: { value: number } } };
    const { value } = data.attributes;
    return value >= acknowledged && value <= sent ? [] : [`${path} is ${value}, and ${acknowledged} was acknowledged`];
  }

  async #answers(path: string, headers: Record<string, string>): Promise<boolean> {
    const base = this.#inSession ? `${this.#url}/~${this.#name}` : this.#url;
    const response = await fetch(base + path, { headers });
    await response.arrayBuffer();
    return response.status === 200;
  }
}

import { beforeAll, describe, expect, test } from 'vitest';
import { changed, drop, put, rename, type Change } from '../scripts/fixture/change.ts';
import { bundledFixture } from '../scripts/fixture/load.ts';
import { DocumentError, parseDocument, type OpenApiDocument } from './index.ts';

let fixture: OpenApiDocument;

beforeAll(async () => {
  fixture = await bundledFixture();
});

const key = ['components', 'securitySchemes', 'padariaKey'];
const policy = [...key, 'x-key-policy'];
const failures = [...key, 'x-auth-failures'];
const breads = ['paths', '/breads', 'get'];
const orders = ['paths', '/orders', 'post'];
const hook = ['paths', '/hook', 'post'];
const examplesOf = (response: string) => ['components', 'responses', response, 'content', 'application/json', 'examples'];

const atPolicy = policy.join('.');
const atFailures = failures.join('.');

/** The problems of the fixture after these changes. */
function problemsAfter(...changes: Change[]): readonly string[] {
  try {
    parseDocument(changed(fixture, ...changes));
    return [];
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
}

test('a document that agrees with itself is accepted and returned', () => {
  expect(parseDocument(fixture)).toBe(fixture);
});

test('all problems are reported at once', () => {
  expect(
    problemsAfter(
      drop([...policy, 'secret']),
      drop([...failures, 'unknown_key', 'evidence']),
      put([...hook, 'tags'], ['Padria']),
    ),
  ).toEqual([
    `${atPolicy}.secret: missing line`,
    `${atFailures}.unknown_key.evidence: missing line`,
    'paths./hook.post.tags.0: no platform in x-platforms has the tag Padria; did you mean Padaria?',
  ]);
});

test('a slip in the policy does not hide one in the failures', () => {
  const withoutTerse = drop([...examplesOf('PadariaUnauthorized'), 'terse']);
  expect(problemsAfter(drop([...policy, 'secret']), withoutTerse)).toEqual(
    expect.arrayContaining([
      `${atPolicy}.secret: missing line`,
      'paths./breads.get.responses.401: missing example terse: x-auth-failures.missing_key.alternatives.terse of padariaKey needs it',
    ]),
  );
});

test.each([[null], ['openapi'], [{}]])('%j is refused with what it lacks', (value) => {
  expect(() => parseDocument(value)).toThrow(DocumentError);
});

test('a locator puts file and line before the place', () => {
  const document = changed(fixture, drop([...policy, 'secret']));
  const locate = (path: readonly (string | number)[]) => `security.yaml:${path.length}`;
  expect(() => parseDocument(document, { locate })).toThrow('security.yaml:5 x-key-policy.secret: missing line');
});

test('a slip in a part that several operations share is told once', () => {
  const document = changed(fixture, drop([...examplesOf('PadariaUnauthorized'), 'terse']));
  expect(() => parseDocument(document, { locate: () => 'parts.yaml:9' })).toThrow(
    /^The document has 1 problem:\nparts\.yaml:9 paths\.\/breads\.get.* \(and in 2 more\)$/,
  );
});

describe('x-key-policy', () => {
  test('a misspelt line is reported once, with the line that was meant', () => {
    expect(problemsAfter(rename([...policy, 'keysPerAccount'], 'keysPerAcount'))).toEqual([
      `${atPolicy}.keysPerAcount: unknown line; did you mean keysPerAccount?`,
    ]);
  });

  test('a missing line is reported, also inside a line', () => {
    expect(problemsAfter(drop([...policy, 'storage']))).toEqual([`${atPolicy}.storage: missing line`]);
    expect(problemsAfter(drop([...policy, 'actions', 'disable']))).toEqual([`${atPolicy}.actions.disable: missing line`]);
  });

  test('a value outside the vocabulary is reported with the values that there are', () => {
    expect(problemsAfter(put([...policy, 'secret'], 'shown-onse'))).toEqual([
      `${atPolicy}.secret: "shown-onse" is not one of revealable, shown-once; did you mean shown-once?`,
    ]);
  });

  test('a value of the wrong type is shown', () => {
    expect(problemsAfter(put([...policy, 'names', 'unique'], 'yes'))).toEqual([
      `${atPolicy}.names.unique: expected boolean, not "yes"`,
    ]);
  });

  test('a time that is no duration is refused', () => {
    expect(problemsAfter(put([...policy, 'expires'], 'soon'))).toEqual([
      `${atPolicy}.expires: must be never, or a duration such as 24h`,
    ]);
  });

  test('every line has its evidence', () => {
    expect(problemsAfter(drop([...policy, 'evidence', 'lockTo']))).toEqual([
      `${atPolicy}.evidence.lockTo: missing line: every policy line has its evidence`,
    ]);
  });

  test('evidence of a line that does not exist is reported', () => {
    expect(
      problemsAfter(
        rename([...policy, 'evidence', 'actions.disable'], 'actions.disabel'),
        rename([...policy, 'evidence', 'managedBy'], 'manageBy'),
      ),
    ).toEqual([
      `${atPolicy}.evidence.actions.disabel: unknown line; did you mean actions.disable?`,
      `${atPolicy}.evidence.manageBy: unknown line; did you mean managedBy?`,
    ]);
  });

  test('plans, products and platforms are those that exist', () => {
    expect(
      problemsAfter(
        put([...policy, 'plans', 'default'], 'prro'),
        put([...policy, 'products', 'default'], 'grocer'),
        put([...policy, 'rateLimits', 0, 'plans'], ['ultra']),
        put([...policy, 'platform'], 'padoca'),
      ),
    ).toEqual(
      expect.arrayContaining([
        `${atPolicy}.plans.default: prro is not in plans.all; did you mean pro?`,
        `${atPolicy}.products.default: grocer is not in products.all`,
        `${atPolicy}.rateLimits.0.plans.0: ultra is not in plans.all`,
        `${atPolicy}.platform: padoca is not in x-platforms`,
      ]),
    );
  });

  test('a limit per lead says where the lead stands', () => {
    expect(problemsAfter(drop([...policy, 'rateLimits', 1, 'subject']))).toContain(
      `${atPolicy}.rateLimits.1.subject: per: lead needs a subject, and only per: lead has one`,
    );
  });

  test('a policy without failures, or failures without a policy, is reported', () => {
    const both = 'missing line: a key scheme has both x-key-policy and x-auth-failures';
    expect(problemsAfter(drop(failures))).toContain(`${atFailures}: ${both}`);
    expect(problemsAfter(drop(policy))).toContain(`${atPolicy}: ${both}`);
  });
});

describe('x-auth-failures', () => {
  test.each([
    ['missing_key', 'a request can come without a key'],
    ['unknown_key', 'a request can come with any key'],
    ['deleted_key', 'actions.delete is true'],
    ['disabled_key', 'actions.disable is true'],
    ['expired_key', 'expires is 24h'],
    ['plan_not_allowed', 'plans.withApiAccess has not all plans'],
    ['wrong_product', 'products is not null'],
    ['wrong_endpoint', 'the platform has more than one key scheme'],
    ['scope_missing', 'scopes is not empty'],
    ['instance_not_allowed', 'lockTo is instance'],
    ['rate_limited', 'rateLimits has account'],
    ['rate_limited_lead', 'rateLimits has lead'],
  ])('%s needs an answer because %s', (state, because) => {
    expect(problemsAfter(drop([...failures, state]))).toEqual([`${atFailures}.${state}: missing line: ${because}`]);
  });

  test('losing plan access can disable a key that nobody can disable by hand', () => {
    expect(
      problemsAfter(
        put([...policy, 'actions', 'disable'], false),
        put([...policy, 'plans', 'onLosingAccess'], 'disable'),
        drop([...failures, 'disabled_key']),
      ),
    ).toEqual([`${atFailures}.disabled_key: missing line: plans.onLosingAccess is disable`]);
  });

  test('an answer for a state that cannot be is reported', () => {
    expect(problemsAfter(put([...policy, 'actions', 'delete'], false))).toEqual([
      `${atFailures}.deleted_key: no line of x-key-policy makes this state possible`,
    ]);
  });

  test('a limit can be used up although the platform publishes none', () => {
    expect(problemsAfter(put([...policy, 'rateLimits'], []), drop([...failures, 'rate_limited_lead']))).toEqual([]);
  });

  test('a misspelt state is reported', () => {
    expect(problemsAfter(rename([...failures, 'expired_key'], 'expird_key'))).toEqual([
      `${atFailures}.expird_key: unknown line; did you mean expired_key?`,
    ]);
  });

  test('an answer without evidence is reported', () => {
    expect(problemsAfter(drop([...failures, 'missing_key', 'alternatives', 'terse', 'evidence']))).toEqual([
      `${atFailures}.missing_key.alternatives.terse.evidence: missing line`,
    ]);
  });

  test('its example stands in that status of every operation that takes the key', () => {
    expect(problemsAfter(rename([...examplesOf('PadariaUnauthorized'), 'expired_key'], 'expird_key'))).toEqual(
      ['/breads.get', '/orders.post', '/orders/{orderId}.delete'].map(
        (place) =>
          `paths.${place}.responses.401: missing example expired_key: x-auth-failures.expired_key of padariaKey needs it; did you mean expird_key?`,
      ),
    );
  });

  test('the example of an alternative stands there too', () => {
    expect(problemsAfter(drop([...examplesOf('PadariaUnauthorized'), 'terse']))).toContain(
      'paths./breads.get.responses.401: missing example terse: x-auth-failures.missing_key.alternatives.terse of padariaKey needs it',
    );
  });

  test('its status stands on every operation', () => {
    expect(problemsAfter(drop([...breads, 'responses', '429']))).toEqual([
      'paths./breads.get.responses.429: missing response: x-auth-failures.rate_limited of padariaKey needs it with the example rate_limited',
    ]);
  });

  test('states of scopes, instances and leads are asked for only where they can happen', () => {
    // listBreads has no 403 and passes: it asks for no scope and only lists.
    expect(fixture.paths['/breads']?.get?.responses).not.toHaveProperty('403');
    expect(
      problemsAfter(
        drop([...examplesOf('PadariaTooMany'), 'rate_limited_lead']),
        put([...breads, 'security'], [{ padariaKey: ['orders:read'] }]),
      ),
    ).toEqual([
      'paths./breads.get.responses.403: missing response: x-auth-failures.scope_missing of padariaKey needs it with the example scope_missing',
      'paths./orders.post.responses.429: missing example rate_limited_lead: x-auth-failures.rate_limited_lead of padariaKey needs it; did you mean rate_limited?',
    ]);
  });
});

describe('evidence', () => {
  const taken = [...hook, 'responses', '204'];

  test('every response says how sure it is', () => {
    expect(problemsAfter(drop([...taken, 'x-evidence']), drop([...taken, 'x-source']))).toEqual([
      'paths./hook.post.responses.204.x-evidence: missing line: every response says x-evidence and x-source',
    ]);
  });

  test('every operation says how sure it is', () => {
    expect(problemsAfter(drop([...hook, 'x-evidence']), drop([...hook, 'x-source']))).toEqual([
      'paths./hook.post.x-evidence: missing line: every operation says x-evidence and x-source',
    ]);
  });

  test('a limit of a real platform says how sure it is', () => {
    const name = ['components', 'schemas', 'PadariaBread', 'properties', 'name'];
    const untagged = [drop([...name, 'x-evidence']), drop([...name, 'x-source'])];
    expect(problemsAfter(...untagged)).toEqual([
      `${name.join('.')}.maxLength: a limit of a platform needs x-evidence and x-source beside it`,
    ]);
    expect(problemsAfter(...untagged, drop(['x-platforms', 'padaria', 'server']))).toEqual([]);
  });

  test('evidence of a schema covers the limits of its properties', () => {
    const bread = ['components', 'schemas', 'PadariaBread'];
    const name = [...bread, 'properties', 'name'];
    expect(
      problemsAfter(
        drop([...name, 'x-evidence']),
        drop([...name, 'x-source']),
        put([...bread, 'x-evidence'], 'documented'),
        put([...bread, 'x-source'], 'https://padaria.example/breads'),
      ),
    ).toEqual([]);
  });

  test('level and source stand together, in schemas too', () => {
    const name = ['components', 'schemas', 'PadariaBread', 'properties', 'name'];
    expect(problemsAfter(drop([...name, 'x-source']))).toEqual([
      `${name.join('.')}.x-source: missing line: x-evidence and x-source stand together`,
    ]);
  });

  test('a source is a URL', () => {
    expect(problemsAfter(put([...taken, 'x-source'], 'the forum'))).toEqual([
      'paths./hook.post.responses.204.x-source: must be one http or https URL',
    ]);
  });
});

describe('extensions', () => {
  test('an unknown extension is reported', () => {
    expect(problemsAfter(put([...hook, 'x-evidense'], 'sdk'))).toEqual([
      'paths./hook.post.x-evidense: unknown extension; did you mean x-evidence?',
    ]);
  });

  test('headers, properties and example bodies may have names that begin with x-', () => {
    expect(
      problemsAfter(
        put(['components', 'schemas', 'PadariaBread', 'properties', 'x-crust'], { type: 'string' }),
        put([...breads, 'responses', '200', 'headers'], { 'x-request-id': { schema: { type: 'string' } } }),
        put(['components', 'examples', 'PadariaNoKey', 'value', 'x-anything'], 1),
      ),
    ).toEqual([]);
  });

  test('a reference that leads nowhere is reported', () => {
    expect(problemsAfter(drop(['components', 'schemas', 'PadariaOrder']))).toContain(
      'paths./orders.post.responses.200.content.application/json.schema.$ref: #/components/schemas/PadariaOrder leads nowhere',
    );
  });
});

describe('x-fill', () => {
  const example = [...examplesOf('PadariaForbidden'), 'scope_missing'];
  const scope = [...example, 'x-fill', 'body', '/scope'];

  test('a variable that nobody fills is reported', () => {
    expect(problemsAfter(put(scope, '{scop}'))).toEqual([`${scope.join('.')}: unknown variable {scop}; did you mean scope?`]);
  });

  test('a template without a variable is reported', () => {
    expect(problemsAfter(put(scope, 'orders'))).toEqual([
      `${scope.join('.')}: names no {variable}: a fixed value belongs in the example itself`,
    ]);
  });

  test('a header may be fixed', () => {
    expect(problemsAfter(put([...example, 'x-fill', 'headers'], { 'www-authenticate': 'Bearer' }))).toEqual([]);
  });

  test('a field that the example does not have is reported', () => {
    expect(problemsAfter(drop([...example, 'value', 'scope']))).toEqual([`${scope.join('.')}: the example has no such field`]);
  });
});

describe('x-instance', () => {
  test('a form that does not exist is reported', () => {
    expect(problemsAfter(put([...breads, 'x-instance'], { in: 'list', name: 'oven' }))).toEqual([
      'paths./breads.get.x-instance.name: unknown line',
    ]);
  });

  test('the parameter and the field that it names exist', () => {
    expect(
      problemsAfter(
        put(['paths', '/orders/{orderId}', 'delete', 'x-instance', 'by'], 'orderID'),
        put([...orders, 'x-instance', 'pointer'], '/ovens'),
      ),
    ).toEqual([
      'paths./orders.post.x-instance.pointer: the first request example has nothing at /ovens',
      'paths./orders/{orderId}.delete.x-instance.by: orderID is not in the path parameters; did you mean orderId?',
    ]);
  });
});

describe('x-platforms', () => {
  const requestFailures = ['x-platforms', 'padaria', 'requestFailures'];
  const accounts = ['x-platforms', 'padaria', 'zeroSetup', 'accounts'];

  test('a request failure names a response and an example that exist', () => {
    const failure = fixture['x-platforms']['padaria']?.requestFailures.server_error;
    expect(
      problemsAfter(
        put([...requestFailures, 'server_error'], { ...failure, response: 'PadariaBad' }),
        put([...requestFailures, 'missing_body'], { ...failure, example: 'bad_reqest' }),
      ),
    ).toEqual([
      'x-platforms.padaria.requestFailures.missing_body.example: bad_reqest is not in the examples of PadariaBadRequest; did you mean bad_request?',
      'x-platforms.padaria.requestFailures.server_error.response: PadariaBad is not in components.responses',
    ]);
  });

  test('a kind of request failure that is left out is reported', () => {
    expect(problemsAfter(drop([...requestFailures, 'bad_encoding']))).toEqual([
      'x-platforms.padaria.requestFailures.bad_encoding: missing line',
    ]);
  });

  test('zero-setup keys name schemes, plans, products, scopes and instances that exist', () => {
    const account = [...accounts, 0];
    const at = account.join('.');
    expect(
      problemsAfter(
        put([...account, 'plan'], 'gold'),
        put([...account, 'product'], 'bakry'),
        put([...account, 'keys', 0, 'scheme'], 'padariaKeys'),
        put([...account, 'keys', 4, 'scopes'], ['orders:wirte']),
        put([...account, 'keys', 6, 'instances'], ['oven_9']),
      ),
    ).toEqual([
      `${at}.plan: gold is not in plans.all of padariaKey`,
      `${at}.plan: gold is not in plans.all of padariaToken`,
      `${at}.product: bakry is not in products.all of its key schemes; did you mean bakery?`,
      `${at}.keys.0.scheme: padariaKeys is not in the platform's key schemes; did you mean padariaKey?`,
      `${at}.keys.4.scopes.0: orders:wirte is not in scopes of padariaKey; did you mean orders:write?`,
      `${at}.keys.6.instances.0: oven_9 is not in resources.instances of acc_padaria; did you mean oven_1?`,
    ]);
  });

  test('no two zero-setup keys share a secret or an id', () => {
    const first = [...accounts, 1, 'keys', 0];
    expect(problemsAfter(put([...first, 'id'], 'key_active'), put([...first, 'secret'], 'chaveiro-padaria-active'))).toEqual([
      'x-platforms.padaria.zeroSetup.accounts.1.keys.0.id: the key id key_active is already taken',
      'x-platforms.padaria.zeroSetup.accounts.1.keys.0.secret: the secret chaveiro-padaria-active is already taken',
    ]);
  });
});

describe('operations', () => {
  test('schemes and scopes of a requirement exist', () => {
    expect(
      problemsAfter(
        put(['paths', '/tickets', 'get', 'security'], [{ padariaTokn: [] }]),
        put([...orders, 'security'], [{ padariaKey: ['orders:wride'] }]),
      ),
    ).toEqual([
      'paths./orders.post.security.0.padariaKey.0: orders:wride is not in scopes of padariaKey; did you mean orders:write?',
      'paths./tickets.get.security.0.padariaTokn: padariaTokn is not in components.securitySchemes; did you mean padariaToken?',
    ]);
  });

  test('an operation says which key it takes, even if none', () => {
    expect(problemsAfter(drop([...hook, 'security']))).toEqual([
      'paths./hook.post.security: missing line: say which scheme, or [] for none',
    ]);
  });

  test('no two operations share an id', () => {
    expect(problemsAfter(put([...hook, 'operationId'], 'listBreads'))).toEqual([
      "paths./hook.post.operationId: listBreads is already another operation's",
    ]);
  });
});

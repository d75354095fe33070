// Generated from openapi.yaml by npm run generate. Do not edit.
import * as s from '../../schemas/build.ts';
/** `ConsolePlan` of the document. */
export const consolePlan = /* @__PURE__ */ s.object({ name: /* @__PURE__ */ s.string(), apiAccess: /* @__PURE__ */ s.boolean() });
/** owner (`Dono`), manager (`Gestor`) or member (`Membro`). */
export const consoleRole = /* @__PURE__ */ s.enumOf(['owner', 'manager', 'member']);
/** `ConsoleUser` of the document. */
export const consoleUser = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  name: /* @__PURE__ */ s.string(),
  role: consoleRole,
});
/** A customer's account (`Conta`), or a workspace on Zenvio. */
export const consoleAccount = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  platform: /* @__PURE__ */ s.string(),
  name: /* @__PURE__ */ s.string(),
  plan: /* @__PURE__ */ s.string(),
  product: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  plans: /* @__PURE__ */ s.array(consolePlan),
  keyLimit: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1))),
  keysInUse: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
  users: /* @__PURE__ */ s.array(consoleUser),
  createdAt: /* @__PURE__ */ s.dateTime(),
});
/** `ConsoleAccountList` of the document. */
export const consoleAccountList = /* @__PURE__ */ s.object({
  items: /* @__PURE__ */ s.array(consoleAccount),
  total: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
});
/** Stable code of a problem; the list is closed. */
export const problemCode = /* @__PURE__ */ s.enumOf([
  'key_limit_reached',
  'key_name_taken',
  'plan_required',
  'role_required',
  'action_not_allowed',
  'secret_not_recoverable',
  'key_not_found',
  'account_not_found',
  'invalid_request',
  'session_required',
  'unknown_path',
  'method_not_allowed',
  'unsupported_media_type',
  'malformed_json',
  'missing_body',
  'payload_too_large',
  'uri_too_long',
  'bad_encoding',
  'request_not_found',
  'control_token_required',
  'control_forbidden',
  'session_name_invalid',
  'session_not_found',
  'session_exists',
  'session_ambiguous',
  'session_expired',
  'session_limit_reached',
  'id_taken',
  'table_not_found',
  'fault_not_found',
  'snapshot_not_found',
  'webhook_not_found',
  'instance_not_found',
  'instance_ambiguous',
  'server_error',
]);
/** `ProblemIssue` of the document. */
export const problemIssue = /* @__PURE__ */ s.object({ field: /* @__PURE__ */ s.string(), message: /* @__PURE__ */ s.string() });
/** Problem details (RFC 9457). Decide on `code`; it never changes its meaning. */
export const problem = /* @__PURE__ */ s.object({
  type: /* @__PURE__ */ s.string(),
  title: /* @__PURE__ */ s.string(),
  status: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(400), /* @__PURE__ */ s.maximum(599)),
  detail: /* @__PURE__ */ s.string(),
  instance: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  code: problemCode,
  limit: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
  wayOut: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['delete_a_key', 'reuse_a_key'])),
  action: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['rename', 'disable', 'enable', 'delete'])),
  requiredRole: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['owner', 'manager', 'member'])),
  plan: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  facts: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.record(/* @__PURE__ */ s.unknown())),
  issues: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.array(problemIssue)),
});
/** What to change; at least one of the two. */
export const consoleAccountChange = /* @__PURE__ */ s.closedObject(
  {
    plan: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1))),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1), /* @__PURE__ */ s.maxLength(200))),
  },
  /* @__PURE__ */ s.minProperties(1),
);
/** `ConsoleInstance` of the document. */
export const consoleInstance = /* @__PURE__ */ s.object({ id: /* @__PURE__ */ s.string(), name: /* @__PURE__ */ s.string() });
/** How a key of this account is replaced, as it is now and as the rules allow. */
export const consoleKeyRotation = /* @__PURE__ */ s.object({
  afterMonths: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1)),
  gap: /* @__PURE__ */ s.boolean(),
  steps: /* @__PURE__ */ s.array(
    /* @__PURE__ */ s.enumOf(['delete_key', 'create_key', 'reuse_key', 'update_integrations', 'test', 'disable_key']),
  ),
});
/** The key policy of the account's platform, as far as its key screen goes by it. */
export const consoleKeyRules = /* @__PURE__ */ s.object({
  scheme: /* @__PURE__ */ s.string(),
  travelsIn: /* @__PURE__ */ s.object({
    in: /* @__PURE__ */ s.enumOf(['header', 'query', 'cookie', 'bearer', 'basic']),
    name: /* @__PURE__ */ s.string(),
  }),
  secret: /* @__PURE__ */ s.enumOf(['revealable', 'shown-once']),
  keyLimit: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1))),
  names: /* @__PURE__ */ s.object({ required: /* @__PURE__ */ s.boolean(), unique: /* @__PURE__ */ s.boolean() }),
  actions: /* @__PURE__ */ s.object({
    rename: /* @__PURE__ */ s.boolean(),
    disable: /* @__PURE__ */ s.boolean(),
    delete: /* @__PURE__ */ s.boolean(),
  }),
  managedBy: /* @__PURE__ */ s.array(consoleRole),
  onLosingAccess: /* @__PURE__ */ s.enumOf(['disable', 'refuse']),
  scopes: /* @__PURE__ */ s.array(/* @__PURE__ */ s.string()),
  lockTo: /* @__PURE__ */ s.literal(['instance', null]),
  instances: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.array(consoleInstance)),
  rotation: consoleKeyRotation,
  now: /* @__PURE__ */ s.dateTime(),
});
/** active (`Ativo`) or disabled (`Desativado`). Deleted keys are not shown. */
export const consoleKeyStatus = /* @__PURE__ */ s.enumOf(['active', 'disabled']);
/** An API key (`Chave de API`) without its secret. */
export const consoleApiKey = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  accountId: /* @__PURE__ */ s.string(),
  platform: /* @__PURE__ */ s.string(),
  scheme: /* @__PURE__ */ s.string(),
  name: /* @__PURE__ */ s.string(),
  status: consoleKeyStatus,
  disabledReason: /* @__PURE__ */ s.literal(['by_user', 'plan_downgraded', null]),
  masked: /* @__PURE__ */ s.string(),
  scopes: /* @__PURE__ */ s.array(/* @__PURE__ */ s.string()),
  instances: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.array(/* @__PURE__ */ s.string())),
  createdAt: /* @__PURE__ */ s.dateTime(),
  lastUsedAt: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.dateTime()),
  requestCount: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
  expiresAt: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.dateTime()),
});
/** `ConsoleApiKeyList` of the document. */
export const consoleApiKeyList = /* @__PURE__ */ s.object({
  items: /* @__PURE__ */ s.array(consoleApiKey),
  total: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
});
/** What is asked for depends on the platform's key policy. */
export const consoleNewApiKey = /* @__PURE__ */ s.closedObject({
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1), /* @__PURE__ */ s.maxLength(100))),
  scopes: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.array(/* @__PURE__ */ s.string(), /* @__PURE__ */ s.uniqueItems())),
  instances: /* @__PURE__ */ s.optional(
    /* @__PURE__ */ s.nullable(
      /* @__PURE__ */ s.array(/* @__PURE__ */ s.string(), /* @__PURE__ */ s.minLength(1), /* @__PURE__ */ s.uniqueItems()),
    ),
  ),
});
/** `ConsoleSecret` of the document. */
export const consoleSecret = /* @__PURE__ */ s.object({ secret: /* @__PURE__ */ s.string() });
/** The key with its secret. On Zenvio this is the only time that the secret is shown. */
export const consoleCreatedApiKey = /* @__PURE__ */ s.intersection(consoleApiKey, consoleSecret);
/** What to change; at least one of the two. */
export const consoleApiKeyChange = /* @__PURE__ */ s.closedObject(
  {
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1), /* @__PURE__ */ s.maxLength(100))),
    status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['active', 'disabled'])),
  },
  /* @__PURE__ */ s.minProperties(1),
);
/** `ConsoleRevealedSecret` of the document. */
export const consoleRevealedSecret = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  secret: /* @__PURE__ */ s.string(),
});
/** One request that named this account's key, and what became of it. */
export const consoleApiLog = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  at: /* @__PURE__ */ s.dateTime(),
  keyId: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  keyName: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  method: /* @__PURE__ */ s.string(),
  path: /* @__PURE__ */ s.string(),
  status: /* @__PURE__ */ s.integer(),
  decision: /* @__PURE__ */ s.string(),
  durationMs: /* @__PURE__ */ s.number(/* @__PURE__ */ s.minimum(0)),
});
/** `ConsoleApiLogList` of the document. */
export const consoleApiLogList = /* @__PURE__ */ s.object({
  items: /* @__PURE__ */ s.array(consoleApiLog),
  page: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1)),
  limit: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1)),
  total: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
  totalPages: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
});
/** What `listAccounts` answers when it succeeds. */
export const listAccountsResponse: typeof consoleAccountList = consoleAccountList;
/** What `listAccounts` answers, by status. */
export const listAccountsResponses: {
  readonly 200: typeof consoleAccountList;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleAccountList, 400: problem, 401: problem, 413: problem, 414: problem, 500: problem };
/** What `getAccount` answers when it succeeds. */
export const getAccountResponse: typeof consoleAccount = consoleAccount;
/** What `getAccount` answers, by status. */
export const getAccountResponses: {
  readonly 200: typeof consoleAccount;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleAccount, 400: problem, 401: problem, 404: problem, 413: problem, 414: problem, 500: problem };
/** The body that `updateAccount` takes. */
export const updateAccountRequest: typeof consoleAccountChange = consoleAccountChange;
/** What `updateAccount` answers when it succeeds. */
export const updateAccountResponse: typeof consoleAccount = consoleAccount;
/** What `updateAccount` answers, by status. */
export const updateAccountResponses: {
  readonly 200: typeof consoleAccount;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 415: typeof problem;
  readonly 500: typeof problem;
} = {
  200: consoleAccount,
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  413: problem,
  414: problem,
  415: problem,
  500: problem,
};
/** What `getKeyRules` answers when it succeeds. */
export const getKeyRulesResponse: typeof consoleKeyRules = consoleKeyRules;
/** What `getKeyRules` answers, by status. */
export const getKeyRulesResponses: {
  readonly 200: typeof consoleKeyRules;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleKeyRules, 400: problem, 401: problem, 404: problem, 413: problem, 414: problem, 500: problem };
/** What `listApiKeys` answers when it succeeds. */
export const listApiKeysResponse: typeof consoleApiKeyList = consoleApiKeyList;
/** What `listApiKeys` answers, by status. */
export const listApiKeysResponses: {
  readonly 200: typeof consoleApiKeyList;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleApiKeyList, 400: problem, 401: problem, 403: problem, 404: problem, 413: problem, 414: problem, 500: problem };
/** The body that `createApiKey` takes. */
export const createApiKeyRequest: typeof consoleNewApiKey = consoleNewApiKey;
/** What `createApiKey` answers when it succeeds. */
export const createApiKeyResponse: typeof consoleCreatedApiKey = consoleCreatedApiKey;
/** What `createApiKey` answers, by status. */
export const createApiKeyResponses: {
  readonly 201: typeof consoleCreatedApiKey;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 409: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 415: typeof problem;
  readonly 500: typeof problem;
} = {
  201: consoleCreatedApiKey,
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  413: problem,
  414: problem,
  415: problem,
  500: problem,
};
/** What `getApiKey` answers when it succeeds. */
export const getApiKeyResponse: typeof consoleApiKey = consoleApiKey;
/** What `getApiKey` answers, by status. */
export const getApiKeyResponses: {
  readonly 200: typeof consoleApiKey;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleApiKey, 400: problem, 401: problem, 403: problem, 404: problem, 413: problem, 414: problem, 500: problem };
/** What `deleteApiKey` answers, by status. */
export const deleteApiKeyResponses: {
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 409: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 400: problem, 401: problem, 403: problem, 404: problem, 409: problem, 413: problem, 414: problem, 500: problem };
/** The body that `updateApiKey` takes. */
export const updateApiKeyRequest: typeof consoleApiKeyChange = consoleApiKeyChange;
/** What `updateApiKey` answers when it succeeds. */
export const updateApiKeyResponse: typeof consoleApiKey = consoleApiKey;
/** What `updateApiKey` answers, by status. */
export const updateApiKeyResponses: {
  readonly 200: typeof consoleApiKey;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 409: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 415: typeof problem;
  readonly 500: typeof problem;
} = {
  200: consoleApiKey,
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  413: problem,
  414: problem,
  415: problem,
  500: problem,
};
/** What `revealApiKey` answers when it succeeds. */
export const revealApiKeyResponse: typeof consoleRevealedSecret = consoleRevealedSecret;
/** What `revealApiKey` answers, by status. */
export const revealApiKeyResponses: {
  readonly 200: typeof consoleRevealedSecret;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 409: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = {
  200: consoleRevealedSecret,
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  413: problem,
  414: problem,
  500: problem,
};
/** What `listApiLogs` answers when it succeeds. */
export const listApiLogsResponse: typeof consoleApiLogList = consoleApiLogList;
/** What `listApiLogs` answers, by status. */
export const listApiLogsResponses: {
  readonly 200: typeof consoleApiLogList;
  readonly 400: typeof problem;
  readonly 401: typeof problem;
  readonly 403: typeof problem;
  readonly 404: typeof problem;
  readonly 413: typeof problem;
  readonly 414: typeof problem;
  readonly 500: typeof problem;
} = { 200: consoleApiLogList, 400: problem, 401: problem, 403: problem, 404: problem, 413: problem, 414: problem, 500: problem };

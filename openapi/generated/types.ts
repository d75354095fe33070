// Generated from openapi.yaml by npm run generate. Do not edit.
export interface paths {
    "/platform/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a conversion
         * @description Creates or updates the contact and records a conversion (conversão) each time it is called; there is no idempotency key. Processing is asynchronous. This is the one operation of the API that browsers may call, and the one that an API key (Chave de API) is good for. TLS 1.3 only.
         */
        post: operations["createConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an event
         * @description Records an event (evento) of any type. From back-ends only. Events other than conversions need a contact that exists; the provider advises to wait some minutes after creating it, and is silent about what happens otherwise.
         */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record events in a batch
         * @description Records a list of events (lote de eventos) of any types. From back-ends only, 0.2 MB at most. Whether one bad event spoils the batch, and what the answer then looks like, is not documented; here it is refused as a whole, or answered event by event where a session chose `per_item` for `invalid_batch_item`.
         */
        post: operations["createEventBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description All contacts of the account, page by page. (Contatos da conta, por página.)
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Create a contact
         * @description Adds a contact under an e-mail address that is not in the account yet. There is no field for segments; add the contact to them afterwards. (Cria um contato.)
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact
         * @description Looks a contact up by its e-mail address. (Busca um contato pelo e-mail.)
         */
        get: operations["getContact"];
        /**
         * Update a contact's attributes
         * @description Sets attributes of a contact. The body is flat: attributes are not nested as they are at creation. Whether attributes that are not sent survive is not documented; here they do. (Atualiza atributos do contato.)
         */
        put: operations["updateContact"];
        post?: never;
        /**
         * Delete a contact
         * @description Removes a contact for good. The provider names the operation without showing its path and answer; both are inferred. (Exclui o contato.)
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments
         * @description The account's segments, ten a page. (Segmentações da conta.)
         */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/add-contact/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact to segments
         * @description Adds one contact to one or more segments. (Adiciona o contato a segmentações.)
         */
        post: operations["addContactToSegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a deal
         * @description Opens a deal for a contact that has none yet. (Cria um negócio.)
         */
        post: operations["createDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{dealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update a deal
         * @description Moves a deal to another stage of its pipeline, gives it to another contact or sets attributes. (Atualiza o negócio.)
         */
        put: operations["updateDeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-verification/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address
         * @description Tells whether mail to an address can be delivered; a bad address is a result, not an error. It need not belong to a contact. (Verifica um endereço de e-mail.)
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/{webhookId}/c/{channelUid}/w/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trigger an automation
         * @description Starts the automation (Automação) that the URL belongs to, and stores the custom fields with the contact. No key is needed: the URL, copied from the trigger "Webhook" in the dashboard, is the secret.
         */
        post: operations["triggerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a WhatsApp message
         * @description Queues one message per recipient and answers 202; delivery follows later, paced by Zenvio (`Smart Delay`).
         *     A request repeated with the same `Idempotency-Key` within 24 hours sends nothing and answers 200.
         *     The instance is named in the body, so a key that is locked to other instances is refused only once the body is read.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a WhatsApp message
         * @description How far the message came, as a bare object. Which scope this needs is not documented.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        /**
         * Delete a WhatsApp message for everyone
         * @description Revokes a message that was sent (`Apagar para todos`).
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/messages/{messageId}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit a WhatsApp message
         * @description Changes the text of a text message that was sent. The field is `text` here, `message` when sending.
         */
        patch: operations["editMessage"];
        trace?: never;
    };
    "/whatsapp/messages/{messageId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a WhatsApp message
         * @description Stops a message that is still queued or scheduled. Without a body.
         */
        post: operations["cancelMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the instances
         * @description A key that is locked to instances sees its own only (inferred). The query parameters are strings.
         */
        get: operations["listInstances"];
        put?: never;
        /**
         * Create an instance
         * @description Adds a WhatsApp number, which stays `PENDING` until its phone scans the QR code of the answer.
         *     Whether a key that is locked to instances may create one is not documented; it is not refused here.
         */
        post: operations["createInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/instances/{instanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instance
         * @description One WhatsApp number and whether it is connected.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        /**
         * Delete an instance
         * @description Removes a WhatsApp number that is not `ACTIVE`; disconnect it first.
         */
        delete: operations["deleteInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp/instances/{instanceId}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect an instance
         * @description Closes the WhatsApp session of the number (`Desconectar`). Without a body.
         */
        post: operations["disconnectInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests that keys made
         * @description The audit trail of the workspace (`api_logs`), newest first (inferred). Zenvio documents it as a page of the
         *     dashboard; this endpoint, its scope and its shape are the successor's. A key that is locked to instances sees the
         *     requests about its own only (inferred).
         */
        get: operations["listLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts that one may see
         * @description Oldest first. A session that is of one account sees that account alone. For every role.
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        /**
         * Get an account
         * @description Plan, users, and how many of its API keys are in use. For every role.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the plan or name of an account
         * @description Losing API access applies the key policy at once: on Pingback the keys are disabled (`plan_downgraded`) and stay so
         *     after an upgrade, on Zenvio they stay active and each request is refused.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/accounts/{accountId}/key-rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        /**
         * Get the rules of the API keys of an account
         * @description What may be done with them, by whom, and how to replace one. For every role.
         */
        get: operations["getKeyRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        /**
         * List the API keys of an account
         * @description All keys but the deleted ones, oldest first and masked. For owners and managers (`Dono`, `Gestor`).
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The answer has the secret; Zenvio shows it this once. Pingback allows one key per account, RD Station five, and
         *     disabled keys count. For owners and managers.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description One key, masked. For owners and managers.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description Deletes for good (`Excluir` on Pingback, `Revogar` on Zenvio): the very next request with the key is refused.
         *     RD Station knows no deletion. For owners and managers.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Rename, disable or enable an API key
         * @description Rename (`Renomear`), disable (`Desativar`) or enable (`Ativar`). The secret stays, and the change holds for the very
         *     next request. Zenvio knows no disabled state. For owners and managers.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/accounts/{accountId}/api-keys/{keyId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal the secret of an API key
         * @description What the eye button does (`Revelar`), on Pingback and RD Station at any time. Zenvio keeps a hash only and cannot.
         *     For owners and managers.
         */
        post: operations["revealApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/api-logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        /**
         * List the requests made with the account's keys
         * @description Newest first. Zenvio's dashboard has this page (`api_logs`); here every platform does. For owners and managers, like
         *     the keys themselves.
         */
        get: operations["listApiLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/state": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of the mock
         * @description Which platforms it serves, how much it holds, and the time of its clock.
         */
        get: operations["getMockState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/reset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the mock
         * @description Back to the zero-setup accounts, with an empty journal, the first ids and the first time of the clock. Without a body.
         */
        post: operations["resetMock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/sessions": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions
         * @description The default session first. One that has been idle for too long is gone.
         */
        get: operations["listMockSessions"];
        put?: never;
        /**
         * Create a session
         * @description It starts as a fresh mock does. A name that is in use answers with that session as it is; options are for a new one. Naming a session in `x-mock-session` or in the path, `/~name/…`, creates it too.
         */
        post: operations["createMockSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/sessions/{name}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop a session
         * @description With all that it holds. The default session cannot be dropped, only reset.
         */
        delete: operations["dropMockSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts
         * @description Oldest first, zero-setup accounts among them.
         */
        get: operations["listMockAccounts"];
        put?: never;
        /**
         * Create an account
         * @description What is left out is as the platform has it by default.
         */
        post: operations["createMockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get an account
         * @description Its plan, and how many keys it has.
         */
        get: operations["getMockAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description A downgrade does to the keys what the key policy says; `rateLimits` says whether limits count for this account alone.
         */
        patch: operations["updateMockAccount"];
        trace?: never;
    };
    "/__mock/accounts/{accountId}/sign-in": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in to an account
         * @description A session of the dashboard for a person with a role; the token opens the operations of the console for this account.
         */
        post: operations["signInToMock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts/{accountId}/keys": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys of an account
         * @description Oldest first; also disabled and deleted ones, and those of every scheme.
         */
        get: operations["listMockKeys"];
        put?: never;
        /**
         * Create a key
         * @description As the dashboard would. The answer is the only one that shows the secret, unless the platform can reveal it.
         */
        post: operations["createMockKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts/{accountId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get a key
         * @description Deleted ones too.
         */
        get: operations["getMockKey"];
        put?: never;
        post?: never;
        /**
         * Delete a key
         * @description For ever; on some platforms it is called revoking.
         */
        delete: operations["deleteMockKey"];
        options?: never;
        head?: never;
        /**
         * Rename, disable or enable a key
         * @description Everything that was asked for, or nothing; effective for the very next request unless the session has a propagation delay.
         */
        patch: operations["updateMockKey"];
        trace?: never;
    };
    "/__mock/accounts/{accountId}/keys/{keyId}/reveal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal a key
         * @description Only where the platform can show a secret again.
         */
        post: operations["revealMockKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts/{accountId}/keys/{keyId}/expire": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a key expire
         * @description As if its time were over; only where keys of its kind have one.
         */
        post: operations["expireMockKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/accounts/{accountId}/custom-fields": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Define a custom field
         * @description From then on the conversions of this RD Station account keep no other `cf_…`, and values of another type are refused. `GET /__mock/arrivals/rdstation/customFields` lists them.
         */
        post: operations["defineMockCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/instances/{instanceId}/connect": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect an instance
         * @description As if somebody read its QR code; what was queued is sent. Without a body.
         */
        post: operations["connectMockInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/instances/{instanceId}/disconnect": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect an instance
         * @description As if its phone went offline; messages queue up. Without a body.
         */
        post: operations["disconnectMockInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/instances/{instanceId}/messages": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a message
         * @description As if somebody wrote to the instance; only webhooks see it.
         */
        post: operations["receiveMockMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/arrivals/{platform}/{table}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List what reached a platform
         * @description Rows of one table over all accounts of a platform: `pingback` has contacts, segments, deals and webhookRuns; `rdstation` conversions, leads, events and customFields; `zenvio` messages and instances.
         */
        get: operations["listMockArrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/zero-setup-keys": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the zero-setup keys
         * @description The keys that every fresh mock has, by platform, with their secrets: one for each state that a key can be in. They
         *     are listed as they are at the start, whatever has happened to them since.
         */
        get: operations["listZeroSetupKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/requests": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests in the journal
         * @description Newest first. Filters add up; secrets are cut out.
         */
        get: operations["listMockRequests"];
        put?: never;
        post?: never;
        /**
         * Clear the journal
         * @description Everything else stays as it is.
         */
        delete: operations["clearMockRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/decisions/{requestId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Explain the answer to a request
         * @description The request with every step of the decision about its key, each with its rule, and how sure that rule is.
         */
        get: operations["getMockDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/clock": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the time of the mock
         * @description The virtual clock; rate limits, schedules, idempotency and expiry go by it.
         */
        get: operations["getMockClock"];
        /**
         * Set the time of the mock
         * @description Jumps to an instant, also back; what falls due on the way does so with the next request.
         */
        put: operations["setMockClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/clock/advance": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance the time of the mock
         * @description Moves the virtual clock forward at once, so that a limit of a minute or a window of a day need no waiting.
         */
        post: operations["advanceMockClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/clock/reset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the time of the mock
         * @description Forgets every advance. Without a body; nothing else changes.
         */
        post: operations["resetMockClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/events": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the journal
         * @description Server-sent events, until the client goes: `request` for each entry of the journal, with its id, secrets cut out; `cleared` when the journal was emptied. After `Last-Event-ID` come the entries since, and then new ones; `gap` says that the journal no longer has that one, and what follows is all it has. A comment every 15 seconds keeps the connection.
         */
        get: operations["streamMockEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/faults": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the faults
         * @description In the order in which they are tried, with how often each has hit.
         */
        get: operations["listMockFaults"];
        put?: never;
        /**
         * Add a fault
         * @description From the next request on. The controls of the mock are never faulty. A reset clears faults.
         */
        post: operations["addMockFault"];
        /**
         * Remove every fault
         * @description From the next request on nothing goes wrong.
         */
        delete: operations["clearMockFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/faults/{faultId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a fault
         * @description Before it is used up.
         */
        delete: operations["removeMockFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/settings": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the settings
         * @description Of this session.
         */
        get: operations["getMockSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the settings
         * @description What is left out stays. A reset brings the settings of the start back.
         */
        patch: operations["updateMockSettings"];
        trace?: never;
    };
    "/__mock/snapshots": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots
         * @description Of this session, oldest first.
         */
        get: operations["listMockSnapshots"];
        put?: never;
        /**
         * Take a snapshot
         * @description Of everything but the journal and the clock, without a body. A session keeps the 100 that were used last; they are not written to a file.
         */
        post: operations["takeMockSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/snapshots/{snapshotId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a snapshot
         * @description The state of the session stays as it is.
         */
        delete: operations["deleteMockSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/snapshots/{snapshotId}/restore": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a snapshot
         * @description Everything but the journal and the clock is as it was. Without a body; as often as you like.
         */
        post: operations["restoreMockSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/scenarios": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the scenarios
         * @description By name, with the platforms whose rules let each come about.
         */
        get: operations["listMockScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/scenarios/{name}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play a scenario
         * @description On an account of its own, so that several add up. The answer has every secret and a session of the console for each role.
         */
        post: operations["playMockScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/seed": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a seed
         * @description Accounts, keys, rows, scenarios, settings and faults at once: all of it or nothing. What is wrong is said in full.
         */
        post: operations["applyMockSeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/webhooks": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks
         * @description In the order of registration; without their secrets.
         */
        get: operations["listMockWebhooks"];
        put?: never;
        /**
         * Register a webhook
         * @description Events of the platform are sent there from now on. Only to this machine, or to hosts that the mock was started with. A reset forgets it.
         */
        post: operations["registerMockWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a webhook
         * @description What was still to be delivered is given up.
         */
        delete: operations["removeMockWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries
         * @description Everything that was sent or is to be sent, oldest first, with each attempt; credentials are cut out.
         */
        get: operations["listMockDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/webhook-deliveries/settle": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for the deliveries
         * @description Answers when nothing is on its way and nothing is due; move the clock on to see retries. Without a body.
         */
        post: operations["settleMockDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "WEBHOOK.CONVERTED": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A contact converted
         * @description A contact (Lead) converted: through a form, a landing page or the API. Imports and edits by hand are not told.
         *     Nothing is signed, so the URL is all that a receiver can know the sender by: put a token into it. The receiver
         *     needs HTTPS and has five seconds; anything but a 2xx is tried again three times, and what was slow comes twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RdStationConvertedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["RdStationWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "WEBHOOK.MARKED_OPPORTUNITY": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A contact was marked as an opportunity
         * @description A contact (Lead) was marked as an opportunity (oportunidade).
         *     Nothing is signed, so the URL is all that a receiver can know the sender by: put a token into it. The receiver
         *     needs HTTPS and has five seconds; anything but a 2xx is tried again three times, and what was slow comes twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RdStationMarkedOpportunityEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["RdStationWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was sent
         * @description Left the queue and was accepted by WhatsApp: one grey tick.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageSentEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was delivered
         * @description Reached the recipient's phone: two grey ticks.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageDeliveredEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was read
         * @description Was opened, or its audio played: two blue ticks.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageReadEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message has failed
         * @description Will never be sent: every attempt has failed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageFailedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message came in
         * @description Somebody wrote to an instance: a text, an audio or other media.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageReceivedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.responded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was answered
         * @description The recipient used "reply" on a message that was sent.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageRespondedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was deleted
         * @description Was deleted for everyone, by its sender or through the API.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageDeletedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was edited
         * @description Its text was changed after sending.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioMessageEditedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "instance.connected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An instance was connected
         * @description A phone is connected: its QR code was read, or its session restored.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceConnectedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "instance.disconnected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An instance was disconnected
         * @description The phone went offline, or its session was closed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceDisconnectedEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "instance.qrcode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A QR code is to be scanned
         * @description There is a new QR code to scan.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
                     *     details, how sure they are, and an example that can be verified.
                     * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
                     */
                    "X-Zenvio-Signature": components["parameters"]["ZenvioWebhookSignature"];
                    /**
                     * @description When the event happened, as a Unix timestamp. In seconds (inferred).
                     * @example 1772024520
                     */
                    "X-Zenvio-Timestamp": components["parameters"]["ZenvioWebhookMoment"];
                    /**
                     * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
                     * @example ws_agencia_ipe
                     */
                    "X-Workspace-Id": components["parameters"]["ZenvioWebhookWorkspace"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceQrCodeEvent"];
                };
            };
            responses: {
                "2XX": components["responses"]["ZenvioWebhookTaken"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A customer's account (`Conta`), or a workspace on Zenvio. */
        ConsoleAccount: {
            /** @example acc_zenvio_demo */
            id: string;
            /**
             * @description Key in `x-platforms`.
             * @example zenvio
             */
            platform: string;
            /** @example Agência Ipê */
            name: string;
            /**
             * @description One of `plans`.
             * @example active
             */
            plan: string;
            /**
             * @description Which of the platform's products the account is of, on platforms that have several.
             * @example null
             */
            product: string | null;
            /** @description The plans of the platform. */
            plans: components["schemas"]["ConsolePlan"][];
            /**
             * @description How many keys the account may have; null for no limit.
             * @example null
             */
            keyLimit: number | null;
            /**
             * @description How many it has, disabled ones included.
             * @example 5
             */
            keysInUse: number;
            /** @description Who may log in. */
            users: components["schemas"]["ConsoleUser"][];
            /**
             * Format: date-time
             * @example 2026-01-12T09:00:00.000Z
             */
            createdAt: string;
        };
        /** @description What to change; at least one of the two. */
        ConsoleAccountChange: {
            /**
             * @description One of the account's `plans`. Losing API access does to the keys what the key policy says.
             * @example blocked
             */
            plan?: string;
            /** @example Agência Ipê Amarelo */
            name?: string;
        };
        ConsoleAccountList: {
            items: components["schemas"]["ConsoleAccount"][];
            /** @example 1 */
            total: number;
        };
        /** @description An API key (`Chave de API`) without its secret. */
        ConsoleApiKey: {
            /** @example key_zenvio_active */
            id: string;
            /** @example acc_zenvio_demo */
            accountId: string;
            /** @example zenvio */
            platform: string;
            /**
             * @description Security scheme of this document that the key is of.
             * @example zenvioKey
             */
            scheme: string;
            /**
             * @description Where names are optional and none was given, the mock makes one up, such as Chave 2.
             * @example Back end
             */
            name: string;
            status: components["schemas"]["ConsoleKeyStatus"];
            /**
             * @description Why it is disabled; null while active. An upgrade does not enable it again.
             * @enum {string|null}
             */
            disabledReason: "by_user" | "plan_downgraded" | null;
            /**
             * @description Prefix and last characters (`••••`). Where only a hash is kept, prefix and first characters.
             * @example sk_live_chav••••
             */
            masked: string;
            /**
             * @description What it may do; empty on platforms without scopes.
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes: string[];
            /**
             * @description The instances that it is locked to; null for all.
             * @example null
             */
            instances: string[] | null;
            /**
             * Format: date-time
             * @example 2026-01-12T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null until first used.
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description How many requests came with it.
             * @example 0
             */
            requestCount: number;
            /**
             * Format: date-time
             * @description Null for never.
             * @example null
             */
            expiresAt: string | null;
        };
        /** @description What to change; at least one of the two. */
        ConsoleApiKeyChange: {
            /**
             * @description The new name (`Renomear`). The secret stays.
             * @example Disparo de lembretes
             */
            name?: string;
            /**
             * @description `disabled` to disable (`Desativar`), `active` to enable (`Ativar`).
             * @enum {string}
             */
            status?: "active" | "disabled";
        };
        ConsoleApiKeyList: {
            items: components["schemas"]["ConsoleApiKey"][];
            /** @example 1 */
            total: number;
        };
        /** @description One request that named this account's key, and what became of it. */
        ConsoleApiLog: {
            /**
             * @description Request id.
             * @example req_01j9q8z3
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            at: string;
            /** @example key_zenvio_active */
            keyId: string | null;
            /** @example Back end */
            keyName: string | null;
            /** @example POST */
            method: string;
            /**
             * @description Without secrets.
             * @example /whatsapp/messages
             */
            path: string;
            /** @example 202 */
            status: number;
            /**
             * @description `allowed`, or the auth state that refused it.
             * @example allowed
             */
            decision: string;
            /** @example 1 */
            durationMs: number;
        };
        ConsoleApiLogList: {
            items: components["schemas"]["ConsoleApiLog"][];
            /** @example 1 */
            page: number;
            /** @example 20 */
            limit: number;
            /** @example 2 */
            total: number;
            /** @example 1 */
            totalPages: number;
        };
        /** @description The key with its secret. On Zenvio this is the only time that the secret is shown. */
        ConsoleCreatedApiKey: components["schemas"]["ConsoleApiKey"] & components["schemas"]["ConsoleSecret"];
        ConsoleInstance: {
            /** @example inst_farmacia_maria */
            id: string;
            /** @example Farmácia da Maria */
            name: string;
        };
        /** @description How a key of this account is replaced, as it is now and as the rules allow. */
        ConsoleKeyRotation: {
            /**
             * @description The age from which on it is advised. Pingback says 6 to 12 months; the others give no number, and have Pingback's here (inferred).
             * @example 6
             */
            afterMonths: number;
            /**
             * @description Whether integrations stand still meanwhile.
             * @example false
             */
            gap: boolean;
            /**
             * @description What to do, in this order. Where there is no room for another key, `delete_key` comes first, or `reuse_key` takes
             *     the place of creating one. Empty where the rules leave no way.
             * @example [
             *       "create_key",
             *       "update_integrations",
             *       "test",
             *       "delete_key"
             *     ]
             */
            steps: ("delete_key" | "create_key" | "reuse_key" | "update_integrations" | "test" | "disable_key")[];
        };
        /** @description The key policy of the account's platform, as far as its key screen goes by it. */
        ConsoleKeyRules: {
            /**
             * @description Security scheme of this document that the keys are of.
             * @example zenvioKey
             */
            scheme: string;
            /** @description Where a request carries the key. */
            travelsIn: {
                /**
                 * @description `bearer` and `basic`: in the Authorization header.
                 * @enum {string}
                 */
                in: "header" | "query" | "cookie" | "bearer" | "basic";
                /**
                 * @description Of the header, parameter or cookie.
                 * @example authorization
                 */
                name: string;
            };
            /**
             * @description Whether the secret can be seen again after the key was created.
             * @enum {string}
             */
            secret: "revealable" | "shown-once";
            /**
             * @description How many keys the account may have; null for no limit.
             * @example null
             */
            keyLimit: number | null;
            names: {
                /** @example true */
                required: boolean;
                /** @example false */
                unique: boolean;
            };
            /** @description What can be done with a key. */
            actions: {
                /** @example true */
                rename: boolean;
                /**
                 * @description And enable it again.
                 * @example false
                 */
                disable: boolean;
                /** @example true */
                delete: boolean;
            };
            /**
             * @description Roles that may see and manage keys.
             * @example [
             *       "owner",
             *       "manager"
             *     ]
             */
            managedBy: components["schemas"]["ConsoleRole"][];
            /**
             * @description What a plan without API access does to the keys. `refuse` leaves them active, and requests are refused.
             * @enum {string}
             */
            onLosingAccess: "disable" | "refuse";
            /**
             * @description The scopes that there are; empty on platforms without scopes.
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes: string[];
            /**
             * @description What keys can be locked to; null for nothing.
             * @enum {string|null}
             */
            lockTo: "instance" | null;
            /** @description The instances that keys of this account can be locked to; null where keys cannot be locked. */
            instances: components["schemas"]["ConsoleInstance"][] | null;
            rotation: components["schemas"]["ConsoleKeyRotation"];
            /**
             * Format: date-time
             * @description Time of the mock's clock.
             * @example 2026-02-25T13:00:00.000Z
             */
            now: string;
        };
        /**
         * @description active (`Ativo`) or disabled (`Desativado`). Deleted keys are not shown.
         * @enum {string}
         */
        ConsoleKeyStatus: "active" | "disabled";
        /** @description What is asked for depends on the platform's key policy. */
        ConsoleNewApiKey: {
            /**
             * @description Required on Pingback and Zenvio, unique within the account on RD Station.
             * @example Integração ERP
             */
            name?: string;
            /**
             * @description What it may do; on Zenvio at least one. Not for platforms without scopes.
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes?: string[];
            /**
             * @description The instances to lock it to; absent or null for all. Only where keys can be locked.
             * @example [
             *       "inst_farmacia_maria"
             *     ]
             */
            instances?: string[] | null;
        };
        ConsolePlan: {
            /** @example active */
            name: string;
            /**
             * @description Whether its accounts may have and use API keys.
             * @example true
             */
            apiAccess: boolean;
        };
        ConsoleRevealedSecret: {
            /** @example key_pingback_active */
            id: string;
            /** @example chaveiro-pingback-active */
            secret: string;
        };
        /**
         * @description owner (`Dono`), manager (`Gestor`) or member (`Membro`).
         * @enum {string}
         */
        ConsoleRole: "owner" | "manager" | "member";
        ConsoleSecret: {
            /**
             * @description The key itself.
             * @example chaveiro-pingback-active
             */
            secret: string;
        };
        ConsoleUser: {
            /** @example user_owner */
            id: string;
            /** @example Olga Prado */
            name: string;
            role: components["schemas"]["ConsoleRole"];
        };
        MockAccount: {
            /** @example acc_pingback_pro */
            id: string;
            /**
             * @description Key in `x-platforms`.
             * @example pingback
             */
            platform: string;
            /** @example Loja Exemplo */
            name: string;
            /** @example pro */
            plan: string;
            /**
             * @description Null where the platform has but one.
             * @example marketing
             */
            product: string | null;
            rateLimits: components["schemas"]["MockRateLimiting"];
            /**
             * @description How many keys it has, deleted ones excluded.
             * @example 1
             */
            keys: number;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            createdAt: string;
        };
        MockAccountChange: {
            /** @example free */
            plan?: string;
            rateLimits?: components["schemas"]["MockRateLimiting"];
        };
        MockAccountList: {
            items: components["schemas"]["MockAccount"][];
            /** @example 1 */
            total: number;
        };
        MockAppliedSeed: {
            accounts: components["schemas"]["MockSeededAccount"][];
            scenarios: components["schemas"]["MockPlayedScenario"][];
            faults: components["schemas"]["MockFault"][];
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            now: string;
        };
        /** @description A row as the platform keeps it, and whose it is; its other members depend on the table. */
        MockArrival: {
            /**
             * @description Of its own in its account.
             * @example 0c8f4a1e-6f7b-4a35-9d1f-3b8f6a2f1c01
             */
            id: string;
            /** @example acc_pingback_pro */
            accountId: string;
        } & {
            [key: string]: unknown;
        };
        MockArrivalList: {
            items: components["schemas"]["MockArrival"][];
            /** @example 1 */
            page: number;
            /** @example 50 */
            limit: number;
            /** @example 1 */
            total: number;
            /** @example 1 */
            totalPages: number;
        };
        /**
         * @description How many bytes of the body still come through; default: half of it.
         * @example 10
         */
        MockBytes: number;
        MockClock: {
            /**
             * Format: date-time
             * @description Time of the virtual clock.
             * @example 2026-02-25T13:01:01.000Z
             */
            now: string;
        };
        MockClockAdvance: {
            /**
             * @description A number with ms, s, m, h or d.
             * @example 61s
             */
            by: string;
        };
        /** @description A key, and its secret. */
        MockCreatedKey: components["schemas"]["MockKey"] & components["schemas"]["MockSecretOnce"];
        MockCustomField: {
            /** @example 5c1f0f6e-3a55-4f0a-9f3c-1f6f5a0f2b11 */
            id: string;
            /** @example cf_porte */
            api_identifier: string;
            data_type: components["schemas"]["MockCustomFieldType"];
            valid_options?: components["schemas"]["MockCustomFieldOptions"];
        };
        /**
         * @description Of a choice, what may be chosen.
         * @example [
         *       "Básico",
         *       "Pro"
         *     ]
         */
        MockCustomFieldOptions: string[];
        /** @enum {string} */
        MockCustomFieldType: "STRING" | "INTEGER" | "BOOLEAN" | "STRING[]";
        /** @description A request, and every step of the decision about its key. */
        MockDecision: components["schemas"]["MockRequest"] & components["schemas"]["MockSteps"];
        MockDelivery: {
            /** @example dlv_4fJ0aQm2Zx81 */
            id: string;
            /** @example wh_4fJ0aQm2Zx81 */
            webhookId: string;
            /** @example zenvio */
            platform: string;
            /** @example acc_zenvio_demo */
            accountId: string;
            /** @example message.sent */
            event: string;
            /** @example http://localhost:9000/hooks */
            url: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-02-25T13:00:00.000Z
             */
            eventAt: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: components["schemas"]["MockDeliveryAttempt"][];
            /**
             * Format: date-time
             * @description Null when none will follow.
             * @example 2026-02-25T13:00:10.000Z
             */
            nextAttemptAt: string | null;
            /**
             * @description What is sent.
             * @example {
             *       "event": "message.sent"
             *     }
             */
            body: unknown;
        };
        MockDeliveryAttempt: {
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            at: string;
            /**
             * @description Null when there was no answer.
             * @example 200
             */
            status: number | null;
            /**
             * @description Why there was no answer.
             * @example ECONNREFUSED
             */
            error: string | null;
            /** @example 3.2 */
            durationMs: number;
        };
        MockDeliveryList: {
            items: components["schemas"]["MockDelivery"][];
            /** @example 1 */
            total: number;
        };
        /**
         * @description Milliseconds, or a number with ms, s, m, h or d.
         * @example 61s
         * @example 250
         */
        MockDuration: string | number;
        /**
         * @description How sure it is that the platform answers so; null where that is no question.
         * @enum {string|null}
         */
        MockEvidence: "documented" | "sdk" | "observed" | "inferred" | null;
        /**
         * @description Which documented alternative answers a state, by platform and state; the names stand in `x-auth-failures`.
         * @example {
         *       "pingback": {
         *         "missing_key": "gateway_401"
         *       }
         *     }
         */
        MockFailureChoices: {
            [key: string]: {
                [key: string]: string;
            };
        };
        MockFault: {
            /** @example fault_4fJ0aQm2Zx81 */
            id: string;
            effect: components["schemas"]["MockFaultEffect"];
            on: components["schemas"]["MockFaultTarget"];
            /**
             * @description Hits that are left; null for no end.
             * @example 2
             */
            left: number | null;
            /** @example 1 */
            probability: number;
            /** @example 7 */
            seed: number;
            /**
             * @description Matching requests, hit or not.
             * @example 0
             */
            seen: number;
            /** @example 0 */
            hits: number;
        };
        /** @description The right body under another content type. */
        MockFaultContentType: {
            /** @constant */
            kind: "content_type";
            /** @example text/plain */
            contentType: string;
        };
        /** @description The connection ends without an answer. `after` lets the request take effect first. */
        MockFaultDrop: {
            /** @constant */
            kind: "drop";
            /**
             * @default before
             * @enum {string}
             */
            when?: "before" | "after";
        };
        /** @description What goes wrong; `kind` tells. */
        MockFaultEffect: components["schemas"]["MockFaultStatus"] | components["schemas"]["MockFaultLatency"] | components["schemas"]["MockFaultDrop"] | components["schemas"]["MockFaultStall"] | components["schemas"]["MockFaultTruncate"] | components["schemas"]["MockFaultMalformed"] | components["schemas"]["MockFaultHtml"] | components["schemas"]["MockFaultContentType"] | components["schemas"]["MockFaultRateLimited"];
        /** @description The HTML page of a gateway. A status that never has a body (204, 205, 304) comes without it. */
        MockFaultHtml: {
            /** @constant */
            kind: "html";
            /** @default 502 */
            status?: number;
        };
        /** @description The right answer, later, by the clock of the session. `jitter` adds up to that much. */
        MockFaultLatency: {
            /** @constant */
            kind: "latency";
            delay: components["schemas"]["MockDuration"];
            jitter?: components["schemas"]["MockDuration"];
        };
        MockFaultList: {
            items: components["schemas"]["MockFault"][];
            /** @example 1 */
            total: number;
        };
        /** @description A complete answer whose body is no JSON. */
        MockFaultMalformed: {
            /** @constant */
            kind: "malformed";
        };
        /** @description 429 in the words of the platform. */
        MockFaultRateLimited: {
            /** @constant */
            kind: "rate_limited";
            /**
             * @description Another of its 429 answers, by its name in the document.
             * @example rate_limited_lead
             */
            example?: string;
        };
        /** @description The body stops coming, and the connection stays open. */
        MockFaultStall: {
            /** @constant */
            kind: "stall";
            after?: components["schemas"]["MockBytes"];
        };
        /** @description An answer of this status; without a body it is the document's own, where it has one. */
        MockFaultStatus: {
            /** @constant */
            kind: "status";
            /** @example 503 */
            status: number;
            /**
             * @description Any JSON.
             * @example {
             *       "message": "down"
             *     }
             */
            body?: unknown;
            /**
             * @example {
             *       "retry-after": "2"
             *     }
             */
            headers?: {
                [key: string]: string;
            };
        };
        /** @description Which requests it hits; what is left out matches everything. */
        MockFaultTarget: {
            /** @example rdstation */
            platform?: string;
            /** @example createContact */
            operationId?: string;
            /** @example POST */
            method?: string;
            /** @example key_pingback_active */
            keyId?: string;
            /** @example acc_pingback_pro */
            accountId?: string;
        };
        /** @description The body ends too early, and so does the connection. */
        MockFaultTruncate: {
            /** @constant */
            kind: "truncate";
            after?: components["schemas"]["MockBytes"];
        };
        MockInboundMessage: {
            /**
             * @description Digits with country code.
             * @example 5511999998888
             */
            from: string;
            /** @example Olá! */
            text: string;
        };
        MockKey: {
            /** @example key_pingback_active */
            id: string;
            /** @example acc_pingback_pro */
            accountId: string;
            /** @example pingback */
            platform: string;
            /**
             * @description The security scheme that it belongs to.
             * @example pingbackKey
             */
            scheme: string;
            /** @example Integração CRM */
            name: string;
            /** @enum {string} */
            status: "active" | "disabled" | "deleted";
            /** @enum {string|null} */
            disabledReason: "by_user" | "plan_downgraded" | null;
            /**
             * @description As lists show it.
             * @example chav••••tive
             */
            masked: string;
            /**
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes: string[];
            /**
             * @description The instances that it is locked to; null for all.
             * @example [
             *       "inst_farmacia_maria"
             *     ]
             */
            instances: string[] | null;
            /**
             * @description How many requests came with it.
             * @example 3
             */
            requests: number;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-26T13:00:00.000Z
             */
            expiresAt: string | null;
        };
        MockKeyChange: {
            /** @example CRM novo */
            name?: string;
            /** @enum {string} */
            status?: "active" | "disabled";
        };
        MockKeyList: {
            items: components["schemas"]["MockKey"][];
            /** @example 1 */
            total: number;
        };
        MockMadeAccount: {
            /** @example acc_4fJ0aQm2Zx81 */
            id: string;
            /** @example Escola de Música */
            name: string;
            /** @example pro */
            plan: string;
        };
        MockMadeKey: {
            /** @example key_4fJ0aQm2Zx81 */
            id: string;
            /** @example pingbackKey */
            scheme: string;
            /** @example Test key */
            name: string;
            /** @enum {string} */
            status: "active" | "disabled" | "deleted";
            /** @example 4f0a••••2b81 */
            masked: string;
            /**
             * @description Shown here and nowhere else.
             * @example 4f0aa2c81b4f0aa2c81b4f0aa2c82b81
             */
            secret: string;
        };
        MockNewAccount: {
            /**
             * @description Key in `x-platforms`.
             * @example pingback
             */
            platform: string;
            /**
             * @description Default: a generated one.
             * @example acc_escola
             */
            id?: string;
            /** @example Escola de Música */
            name?: string;
            /**
             * @description Default: that of the key policy.
             * @example pro
             */
            plan?: string;
            /**
             * @description For platforms with several products.
             * @example marketing
             */
            product?: string;
            rateLimits?: components["schemas"]["MockRateLimiting"];
        };
        MockNewCustomField: {
            /**
             * @description With its prefix.
             * @example cf_porte
             */
            api_identifier: string;
            data_type: components["schemas"]["MockCustomFieldType"];
            valid_options?: components["schemas"]["MockCustomFieldOptions"];
        };
        MockNewFault: {
            effect: components["schemas"]["MockFaultEffect"];
            on?: components["schemas"]["MockFaultTarget"];
            /**
             * @description How many requests it hits; default: all.
             * @example 2
             */
            times?: number;
            /**
             * @description Of matching requests the share that it hits, by the seed.
             * @default 1
             */
            probability?: number;
            /**
             * @description Which requests it hits, and jitter, follow from it; default: from the seed of the session.
             * @example 7
             */
            seed?: number;
        };
        MockNewKey: {
            /**
             * @description A scheme of the platform other than its key screen's; `rdstationOAuth` for an access token.
             * @example zenvioKey
             */
            scheme?: string;
            /** @example CRM */
            name?: string;
            /**
             * @description Default: every scope.
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes?: string[];
            /**
             * @description Instances to lock the key to; default: none.
             * @example [
             *       "inst_farmacia_maria"
             *     ]
             */
            instances?: string[] | null;
            /**
             * @description A secret of your own, for fixtures; default: a generated one in the format of the platform.
             * @example chaveiro-my-fixture
             */
            secret?: string;
            /**
             * @description Default: a generated one.
             * @example key_crm
             */
            id?: string;
        };
        MockNewSession: {
            /**
             * @description 1 to 100 letters, digits, dots, dashes and underscores.
             * @example checkout-test
             */
            name: string;
            /**
             * @description Ids and generated secrets follow from it; default: from the seed of the mock and the name.
             * @example 42
             */
            seed?: number;
            /**
             * Format: date-time
             * @description Freezes its clock at this instant.
             * @example 2026-01-31T12:00:00Z
             */
            now?: string;
            /** @enum {string} */
            rateLimits?: "off" | "on";
            propagationDelay?: components["schemas"]["MockDuration"];
            failures?: components["schemas"]["MockFailureChoices"];
        };
        MockNewWebhook: {
            /**
             * @description Key in `x-platforms`.
             * @example zenvio
             */
            platform: string;
            /**
             * @description Default: every account.
             * @example acc_zenvio_demo
             */
            accountId?: string;
            /** @example http://localhost:9000/hooks */
            url: string;
            /**
             * @description Default: every event.
             * @example [
             *       "message.sent"
             *     ]
             */
            events?: string[];
            /**
             * @description Only events about these, such as identifiers of conversions.
             * @example [
             *       "ebook"
             *     ]
             */
            identifiers?: string[];
            /**
             * @description Parts of the payload that the platform sends where they are asked for alone. Default: none.
             * @example [
             *       "COMPANY",
             *       "CONTACT_FUNNEL"
             *     ]
             */
            include?: string[];
            /**
             * @description Signs deliveries; default: a new one.
             * @example my-webhook-secret
             */
            secret?: string;
        };
        MockPlatform: {
            /**
             * @description Key in `x-platforms`.
             * @example zenvio
             */
            id: string;
            /** @example Zenvio */
            title: string;
            /**
             * @description Tag of its operations.
             * @example Zenvio
             */
            tag: string;
            /**
             * @description The real base URL; null for what only the mock has.
             * @example https://api.zenvio.com/v1
             */
            server: string | null;
            /** @example 3 */
            accounts: number;
            /** @example 7 */
            keys: number;
        };
        MockPlayedScenario: {
            /** @example disabled */
            scenario: string;
            /** @example pingback */
            platform: string;
            account: components["schemas"]["MockMadeAccount"];
            /** @description By what they are to the scenario. */
            keys: {
                [key: string]: components["schemas"]["MockMadeKey"];
            };
            /**
             * @description Tokens for the console, one for each role.
             * @example {
             *       "owner": "session-8sKq0aQm2Zx81fJ0aQm2Zx81"
             *     }
             */
            users: {
                [key: string]: string;
            };
            faults: components["schemas"]["MockFault"][];
        };
        /**
         * @description Whether the rate limits count for this account; `exhausted` finds its quota used up for ever, null is as the session says.
         * @enum {string|null}
         */
        MockRateLimiting: "off" | "on" | "exhausted" | null;
        /** @description A webhook, and the secret that signs its deliveries. */
        MockRegisteredWebhook: components["schemas"]["MockWebhook"] & components["schemas"]["MockWebhookSecret"];
        /** @description One request of the journal. Secrets are cut out. */
        MockRequest: {
            /**
             * @description As in `x-mock-request-id`.
             * @example req_01j9q8z3
             */
            requestId: string;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            at: string;
            /** @example POST */
            method: string;
            /**
             * @description With its query, keys shown as `••••`.
             * @example /platform/conversions?api_key=••••
             */
            path: string;
            /**
             * @description Null when no operation has this method and path.
             * @example sendMessage
             */
            operationId: string | null;
            /** @example zenvio */
            platform: string | null;
            /** @example 403 */
            status: number;
            /**
             * @description As in `x-mock-decision`; `allowed`, an auth state such as `disabled_key`, or what was wrong with the request.
             * @example instance_not_allowed
             */
            decision: string;
            evidence: components["schemas"]["MockEvidence"];
            /**
             * @description Where that stands.
             * @example https://docs.zenvio.dev/chaves-de-api
             */
            source: string | null;
            /**
             * @description The security scheme that the key came in.
             * @example zenvioKey
             */
            scheme: string | null;
            /**
             * @description Null when the key is missing or unknown.
             * @example key_zenvio_locked
             */
            keyId: string | null;
            /** @example acc_zenvio_demo */
            accountId: string | null;
            /**
             * @description Null when the request is about no single instance.
             * @example inst_farmacia_maria
             */
            instanceId: string | null;
            /** @example chaveiro-sdk/0.1.0 */
            userAgent: string | null;
            /**
             * @description Ids of the faults that hit it.
             * @example [
             *       "fault_4fJ0aQm2Zx81"
             *     ]
             */
            faults: string[];
            /**
             * @description Milliseconds of real time that the answer took.
             * @example 0.4
             */
            durationMs: number;
            /** @description What does not fit the document; only where answers are inspected, and something was found. */
            violations?: components["schemas"]["MockViolation"][];
            /**
             * @description As it was parsed; with `details` and in decisions.
             * @example {
             *       "name": "Ana"
             *     }
             */
            requestBody?: unknown;
            /**
             * @description As it was sent; with `details` and in decisions.
             * @example {
             *       "message": "Forbidden"
             *     }
             */
            responseBody?: unknown;
            /** @description The steps of the decision; with `details`, and in decisions. */
            steps?: components["schemas"]["MockStep"][];
        };
        MockRequestList: {
            items: components["schemas"]["MockRequest"][];
            /** @example 1 */
            page: number;
            /** @example 50 */
            limit: number;
            /** @example 2 */
            total: number;
            /** @example 1 */
            totalPages: number;
        };
        MockScenario: {
            /** @example disabled */
            name: string;
            summary: components["schemas"]["MockScenarioSummary"];
            /**
             * @description Those whose rules let it come about.
             * @example [
             *       "pingback",
             *       "rdstation"
             *     ]
             */
            platforms: string[];
            /**
             * @description The names under which it returns its keys.
             * @example [
             *       "key"
             *     ]
             */
            keys: string[];
        };
        /** @description What the account is to be like; the scenario decides on what is left out. */
        MockScenarioAccount: {
            /** @example acc_escola */
            id?: string;
            /** @example Escola de Música */
            name?: string;
            /** @example pro */
            plan?: string;
            /** @example marketing */
            product?: string;
            /** @enum {string} */
            rateLimits?: "off" | "on" | "exhausted";
        };
        MockScenarioList: {
            items: components["schemas"]["MockScenario"][];
            /** @example 1 */
            total: number;
        };
        MockScenarioOptions: {
            /**
             * @description May be left out where only one platform has the scenario.
             * @example pingback
             */
            platform?: string;
            /**
             * @description A key scheme; default: the first that the scenario fits.
             * @example pingbackKey
             */
            scheme?: string;
            account?: components["schemas"]["MockScenarioAccount"];
            /**
             * @description Secrets of your own, by the name of the key in the scenario.
             * @example {
             *       "key": "chaveiro-my-fixture"
             *     }
             */
            secrets?: {
                [key: string]: string;
            };
            /**
             * @description `none`: an account without contacts, instances and the like.
             * @enum {string}
             */
            rows?: "example" | "none";
        };
        MockScenarioSummary: {
            /** @example A key that is switched off. */
            en: string;
            /** @example Uma chave desativada. */
            pt: string;
        };
        MockSecret: {
            /** @example key_pingback_active */
            id: string;
            /** @example chaveiro-pingback-active */
            secret: string;
        };
        MockSecretOnce: {
            /**
             * @description Shown here and nowhere else.
             * @example sk_live_4fJ0aQm2Zx814fJ0aQm2Zx81
             */
            secret: string;
        };
        /** @description As in a seed file: clock, settings, accounts, scenarios, faults. What it may say is in the README of the mock server. */
        MockSeed: {
            accounts?: {
                [key: string]: unknown;
            }[];
            scenarios?: unknown[];
            faults?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        MockSeededAccount: {
            /** @example acc_escola */
            id: string;
            /** @example pingback */
            platform: string;
            /** @example Escola de Música */
            name: string;
            /** @example pro */
            plan: string;
            keys: components["schemas"]["MockMadeKey"][];
            users: components["schemas"]["MockSignedIn"][];
        };
        MockSession: {
            /** @example checkout-test */
            name: string;
            /**
             * Format: date-time
             * @description Time of its clock.
             * @example 2026-02-25T13:00:00.000Z
             */
            now: string;
            /**
             * @description How many requests its journal holds.
             * @example 0
             */
            requests: number;
        };
        MockSessionLimits: {
            /**
             * @description How many there may be besides the default one.
             * @example 1000
             */
            count: number;
            /**
             * @description Milliseconds without a request, of real time, after which one is dropped.
             * @example 1800000
             */
            idle: number;
        };
        MockSessionList: {
            items: components["schemas"]["MockSession"][];
            limits: components["schemas"]["MockSessionLimits"];
        };
        MockSettings: {
            /**
             * @description Whether the rate limits of the key policies count.
             * @enum {string}
             */
            rateLimits: "off" | "on" | "exhausted";
            /**
             * @description Milliseconds until a change of a key reaches the API.
             * @example 0
             */
            propagationDelay: number;
            failures: components["schemas"]["MockFailureChoices"];
        };
        MockSettingsChange: {
            /** @enum {string} */
            rateLimits?: "off" | "on";
            propagationDelay?: components["schemas"]["MockDuration"];
            failures?: components["schemas"]["MockFailureChoices"];
        };
        MockSignIn: {
            /**
             * @description Dono, Gestor or Membro.
             * @enum {string}
             */
            role: "owner" | "manager" | "member";
            /**
             * @description Default: the role.
             * @example Marcos Reis
             */
            name?: string;
        };
        MockSignedIn: {
            /**
             * @description For the Authorization header (Bearer) of the console.
             * @example session-8sKq0aQm2Zx81fJ0aQm2Zx81
             */
            token: string;
            /** @enum {string} */
            role: "owner" | "manager" | "member";
            /** @example Marcos Reis */
            name: string;
        };
        MockSnapshot: {
            /** @example snapshot_1 */
            id: string;
            /**
             * Format: date-time
             * @description When it was taken.
             * @example 2026-02-25T13:00:00.000Z
             */
            at: string;
        };
        MockSnapshotList: {
            items: components["schemas"]["MockSnapshot"][];
            /** @example 1 */
            total: number;
        };
        /** @description What the mock holds right now. */
        MockState: {
            /** @example chaveiro */
            name: string;
            /**
             * @description Version of the mock server.
             * @example 0.1.0
             */
            version: string;
            /** @description The platforms of the document that it serves. */
            platforms: components["schemas"]["MockPlatform"][];
            /**
             * @description How many accounts there are.
             * @example 12
             */
            accounts: number;
            /**
             * @description How many keys there are, deleted ones excluded.
             * @example 17
             */
            keys: number;
            /**
             * @description How many requests the journal holds.
             * @example 0
             */
            requests: number;
            /**
             * Format: date-time
             * @description Time of the virtual clock.
             * @example 2026-02-25T13:00:00.000Z
             */
            now: string;
            /**
             * @description What ids and secrets are derived from; the same seed gives the same ones.
             * @example 1
             */
            seed: string | number;
        };
        MockStep: {
            /**
             * @description locate, identify, deleted, disabled, plan, endpoint, scope, rate limit, validation, instance …
             * @example instance
             */
            step: string;
            /**
             * @description `skipped`: the rule does not apply here, or the request was refused before.
             * @enum {string}
             */
            outcome: "passed" | "refused" | "skipped";
            /**
             * @description The line of the key policy or document that decided.
             * @example x-key-policy.lockTo: instance
             */
            rule: string | null;
            /**
             * @description What was found, in words.
             * @example The key is locked to inst_farmacia_maria; the request is about inst_restaurante_joao.
             */
            detail: string | null;
            evidence: components["schemas"]["MockEvidence"];
            /** @example https://docs.zenvio.dev/chaves-de-api */
            source: string | null;
        };
        MockSteps: {
            /** @description In the order in which they were taken. */
            steps: components["schemas"]["MockStep"][];
        };
        MockViolation: {
            /** @enum {string} */
            side: "request" | "response";
            /**
             * @description Where in it.
             * @example body.email
             */
            place: string;
            /** @example must be string */
            message: string;
        };
        MockWebhook: {
            /** @example wh_4fJ0aQm2Zx81 */
            id: string;
            /** @example zenvio */
            platform: string;
            /**
             * @description Null for every account.
             * @example acc_zenvio_demo
             */
            accountId: string | null;
            /** @example http://localhost:9000/hooks */
            url: string;
            /**
             * @example [
             *       "message.sent"
             *     ]
             */
            events: string[];
            /**
             * @description Only events about these; null for any.
             * @example [
             *       "ebook"
             *     ]
             */
            identifiers: string[] | null;
            /**
             * @description Parts of the payload that were asked for.
             * @example [
             *       "COMPANY"
             *     ]
             */
            include: string[];
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            createdAt: string;
        };
        MockWebhookList: {
            items: components["schemas"]["MockWebhook"][];
            /** @example 1 */
            total: number;
        };
        MockWebhookSecret: {
            /**
             * @description Null where the platform signs nothing.
             * @example whsec_4fJ0aQm2Zx81
             */
            secret: string | null;
        };
        /** @description A key that every fresh mock has, like a test card number. */
        MockZeroSetupKey: {
            /** @example zenvio */
            platform: string;
            /**
             * @description Name of the platform.
             * @example Zenvio
             */
            title: string;
            /** @example acc_zenvio_demo */
            accountId: string;
            /** @example Agência Ipê */
            accountName: string;
            /** @example active */
            plan: string;
            /** @example key_zenvio_locked */
            keyId: string;
            /** @example zenvioKey */
            scheme: string;
            /**
             * @description What the key is for.
             * @example locked_to_instance
             */
            state: string;
            /**
             * @description Fake and fixed.
             * @example sk_live_chaveiro_locked
             */
            secret: string;
            /**
             * @description Empty on platforms without scopes.
             * @example [
             *       "whatsapp:send"
             *     ]
             */
            scopes: string[];
            /**
             * @description The instances that it is locked to; null for all.
             * @example [
             *       "inst_farmacia_maria"
             *     ]
             */
            instances: string[] | null;
            /** @example Locked to inst_farmacia_maria; whatever is of another instance answers 403. */
            summary: string;
        };
        MockZeroSetupKeyList: {
            keys: components["schemas"]["MockZeroSetupKey"][];
        };
        /** @description A flat object, one key an attribute (custom field). */
        PingbackAttributes: {
            name?: string;
            /** @description International format in the provider's examples. */
            phone?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A contact (Contato) as lists and look-ups return it. */
        PingbackContact: {
            /**
             * Format: uuid
             * @description The contact's id; deals refer to it.
             */
            id: string;
            /**
             * Format: email
             * @description The contact's identity in every path.
             */
            email: string;
            /** @description Only `active` is shown by the provider; other values are not documented. */
            status: string;
            /** @description How the contact came in; `PublicApi` for this API. */
            source: string;
            /** @description Where the contact came from; null when it was not given. */
            origin: components["schemas"]["PingbackOrigin"] | null;
            /** @description The segments (Segmentações) that the contact is in. */
            segmentedListsIds: string[];
            /** Format: date-time */
            createdAt: string;
            attributes: components["schemas"]["PingbackAttributes"];
        };
        PingbackContactCreate: {
            /**
             * Format: email
             * @description Must not belong to a contact yet.
             */
            email: string;
            origin?: components["schemas"]["PingbackOrigin"];
            attributes?: components["schemas"]["PingbackAttributes"];
        };
        PingbackContactFound: {
            message: string;
            data: components["schemas"]["PingbackContact"];
        };
        PingbackContactPage: {
            message: string;
            data: {
                /** @description Zero-based. */
                page: number;
                /** @description Contacts in all pages, not pages. */
                total: number;
                /** @description Ten contacts at most; that number is documented for segments and inferred here. */
                data: components["schemas"]["PingbackContact"][];
            };
        };
        PingbackContactReference: {
            message: string;
            data: {
                /** Format: uuid */
                id: string;
                /** Format: email */
                email: string;
            };
        };
        /** @description The attributes themselves, flat. Unlike creation, nothing is nested under `attributes`. */
        PingbackContactUpdate: {
            name?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A flat object; the attributes that Pingback brings carry the prefix `pb_`. */
        PingbackDealAttributes: {
            /** @description The deal's name. */
            pb_name?: string;
            /** @description The amount as a string. Unit and decimals are not documented. */
            pb_amount?: string;
            /**
             * Format: date-time
             * @description Shown by the provider for updates.
             */
            pb_closingDate?: string;
        } & {
            [key: string]: unknown;
        };
        PingbackDealCreate: {
            /**
             * Format: uuid
             * @description The contact by id, not by e-mail address.
             */
            contactId: string;
            /**
             * Format: uuid
             * @description The pipeline (funil).
             */
            pipelineId: string;
            /**
             * Format: uuid
             * @description A stage (etapa) of that pipeline.
             */
            stageId: string;
            attributes?: components["schemas"]["PingbackDealAttributes"];
        };
        PingbackDealCreated: {
            message: string;
            data: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                contactId: string;
                /**
                 * Format: email
                 * @description The contact's.
                 */
                email: string;
            };
        };
        /** @description Whatever is to change. The pipeline cannot be changed. */
        PingbackDealUpdate: {
            /** Format: uuid */
            contactId?: string;
            /** Format: uuid */
            stageId?: string;
            attributes?: components["schemas"]["PingbackDealAttributes"];
        };
        PingbackDealUpdated: {
            message: string;
            data: {
                /** Format: uuid */
                id: string;
            };
        };
        /** @description How the address is probed. Only `port` is shown by the provider; the rest are the options of its open-source library, which the operation probably wraps. */
        PingbackEmailVerification: {
            /**
             * @description SMTP port to probe.
             * @default 25
             */
            port?: number;
            /** @description Host name to greet the mail server with. */
            fqdn?: string;
            /**
             * Format: email
             * @description Sender address to probe with.
             */
            sender?: string;
            /** @description Milliseconds. */
            timeout?: number;
            attempts?: number;
            /** @description Check syntax and DNS only. */
            ignoreSMTPVerify?: boolean;
            debug?: boolean;
        };
        PingbackEmailVerified: {
            message: string;
            data: {
                email: string;
                /** @description Whether mail can be delivered to the address. */
                valid: boolean;
                /** @description Whether the check itself came to an end. */
                success: boolean;
                /** @description For example `Valid email`, `Invalid email syntax`, `No MX records found`. */
                message: string;
            };
        };
        /** @description An error of the application, in the envelope of the previous API version. */
        PingbackError: {
            /** @description A sentence; match on `errorCode` instead. */
            error: string;
            errorCode: string;
            /** @description Name it to the provider's support. A UUID in its example, an id of the mock here. */
            requestId: string;
        };
        /** @description The same with `message` in place of `error`; an alternative that tests can choose. */
        PingbackErrorMessage: {
            message: string;
            errorCode: string;
            requestId: string;
        };
        /** @description The gateway's denial; its only field starts with a capital letter. */
        PingbackGatewayDenial: {
            Message: string;
        };
        /** @description An answer of the gateway in front of the API; it has no code and no request id. */
        PingbackGatewayMessage: {
            message: string;
        };
        /** @description Where a contact came from. Two keys are shown by the provider; more may exist. */
        PingbackOrigin: {
            /** @description The page. */
            url?: string;
            utmSource?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A segment (Segmentação). Its fields are not shown by the provider; these are inferred. */
        PingbackSegment: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt?: string;
        };
        PingbackSegmentAdd: {
            /** @description The segments to add the contact to. */
            segmentedListsIds: string[];
        };
        PingbackSegmentAdded: {
            message: string;
            data: {
                /** Format: uuid */
                id: string;
                /** Format: email */
                email: string;
                segmentedListsIds: string[];
            };
        };
        PingbackSegmentPage: {
            message: string;
            data: {
                /** @description Zero-based. */
                page: number;
                /** @description Segments in all pages, not pages. */
                total: number;
                /** @description Ten segments at most. */
                data: components["schemas"]["PingbackSegment"][];
            };
        };
        PingbackWebhookReceived: {
            message: string;
        };
        PingbackWebhookTrigger: {
            /**
             * Format: email
             * @description The contact to run the automation for.
             */
            email: string;
            /** @description Custom fields (campos personalizados) to store; each must exist in the account already. */
            customFields?: {
                /** @description Must match the field's name exactly. */
                fieldName: string;
                /** @description Strings in the provider's examples. */
                fieldValue: string | number | boolean;
            }[];
        };
        /** @description Problem details (RFC 9457). Decide on `code`; it never changes its meaning. */
        Problem: {
            /**
             * @description `urn:chaveiro:problem:` and the code.
             * @example urn:chaveiro:problem:key_limit_reached
             */
            type: string;
            /**
             * @description The code in words; the same every time.
             * @example Key limit reached
             */
            title: string;
            /** @example 409 */
            status: number;
            /**
             * @description What happened this time, and what to do next.
             * @example This account may have 1 API key(s), disabled ones included, and has them. Delete one first.
             */
            detail: string;
            /**
             * @description Where the mock explains this refusal step by step; absent where no request was taken down.
             * @example /__mock/decisions/req_01j9q8z3
             */
            instance?: string;
            code: components["schemas"]["ProblemCode"];
            /**
             * @description With key_limit_reached, how many keys the account may have; with payload_too_large and uri_too_long, how many bytes.
             * @example 1
             */
            limit?: number;
            /**
             * @description With key_limit_reached, what the key policy allows. Where keys cannot be deleted, one has to be renamed and used again.
             * @enum {string}
             */
            wayOut?: "delete_a_key" | "reuse_a_key";
            /**
             * @description With action_not_allowed, what was asked for.
             * @enum {string}
             */
            action?: "rename" | "disable" | "enable" | "delete";
            /**
             * @description With role_required, the least role that may do this.
             * @enum {string}
             */
            requiredRole?: "owner" | "manager" | "member";
            /**
             * @description With plan_required, the plan that the account has.
             * @example free
             */
            plan?: string;
            /**
             * @description What the detail speaks of; only from the controls of the mock.
             * @example {
             *       "keyLimit": 1
             *     }
             */
            facts?: Record<string, unknown>;
            /** @description With invalid_request, what is wrong, field by field. */
            issues?: components["schemas"]["ProblemIssue"][];
        };
        /**
         * @description Stable code of a problem; the list is closed.
         * @enum {string}
         */
        ProblemCode: "key_limit_reached" | "key_name_taken" | "plan_required" | "role_required" | "action_not_allowed" | "secret_not_recoverable" | "key_not_found" | "account_not_found" | "invalid_request" | "session_required" | "unknown_path" | "method_not_allowed" | "unsupported_media_type" | "malformed_json" | "missing_body" | "payload_too_large" | "uri_too_long" | "bad_encoding" | "request_not_found" | "control_token_required" | "control_forbidden" | "session_name_invalid" | "session_not_found" | "session_exists" | "session_ambiguous" | "session_expired" | "session_limit_reached" | "id_taken" | "table_not_found" | "fault_not_found" | "snapshot_not_found" | "webhook_not_found" | "instance_not_found" | "instance_ambiguous" | "server_error";
        ProblemIssue: {
            /**
             * @description JSON pointer into the body, or the name of a parameter.
             * @example /name
             */
            field: string;
            /** @example A name is required. */
            message: string;
        };
        /** @description Accepted; the contact is processed later, within minutes. */
        RdStationAccepted: {
            /** Format: uuid */
            event_uuid: string;
        };
        /** @description The list without anything around it. */
        RdStationBareErrors: components["schemas"]["RdStationError"][];
        RdStationBatchAccepted: {
            /** Format: uuid */
            event_batch_uuid: string;
            /** @description One for each event, in the order of the request. */
            events: components["schemas"]["RdStationAccepted"][];
        };
        RdStationBatchPartlyAccepted: {
            /** Format: uuid */
            event_batch_uuid: string;
            /** @description For each event, in the order of the request, its id or what is wrong with it; paths begin at the event. */
            events: (components["schemas"]["RdStationAccepted"] | components["schemas"]["RdStationErrorList"])[];
        };
        RdStationCallFinished: {
            /** @enum {string} */
            event_type: "CALL_FINISHED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                call_from_number: string;
                call_status: string;
                name?: string;
                company_name?: string;
                company_site?: string;
                job_title?: string;
                personal_phone?: string;
                /** @description Who called or was called on the company's side. */
                call_user_email?: string;
                /** Format: date-time */
                call_started_at?: string;
                /** @description Seconds. */
                call_duration?: string;
                /** @description Inbound or Outbound. */
                call_type?: string;
                call_status_description?: string;
                call_phone_type?: string;
                call_carrier?: string;
                /** @description URL of the recording. */
                call_record?: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        RdStationChatFinished: {
            /** @enum {string} */
            event_type: "CHAT_FINISHED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                chat_subject: string;
                cf_chat_status: string;
                /** @description What was said. */
                cf_chat_transcript_message?: string;
                /** Format: email */
                email: string;
                cf_chat_type?: string;
                cf_birthdate?: string;
                cf_gender?: string;
                name?: string;
                job_title?: string;
                personal_phone?: string;
                mobile_phone?: string;
                twitter?: string;
                facebook?: string;
                linkedin?: string;
                website?: string;
                company_name?: string;
                company_site?: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        RdStationChatStarted: {
            /** @enum {string} */
            event_type: "CHAT_STARTED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                chat_subject: string;
                cf_chat_status: string;
                /** Format: email */
                email: string;
                cf_chat_type?: string;
                cf_birthdate?: string;
                cf_gender?: string;
                name?: string;
                job_title?: string;
                personal_phone?: string;
                mobile_phone?: string;
                twitter?: string;
                facebook?: string;
                linkedin?: string;
                website?: string;
                company_name?: string;
                company_site?: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        RdStationConversion: {
            /** @enum {string} */
            event_type: "CONVERSION";
            /** @enum {string} */
            event_family: "CDP";
            payload: components["schemas"]["RdStationConversionPayload"];
        };
        /** @description The contact and the conversion. Custom fields (campos personalizados) come under their `cf_…` identifier, a string or, for multiple choice, an array. Attributes that are neither standard nor a custom field of the account are ignored, not refused. */
        RdStationConversionPayload: {
            /** @description Name of the conversion; free text. */
            conversion_identifier: string;
            /**
             * Format: email
             * @description The contact's key. Accounts that identify contacts by `phone` too are not covered.
             */
            email: string;
            name?: string;
            job_title?: string;
            /** @description Full name or two letters, as in `SC`. */
            state?: string;
            city?: string;
            country?: string;
            /** @description No format is asked for. */
            personal_phone?: string;
            /** @description No format is asked for. */
            mobile_phone?: string;
            /** @description Handle or URL. */
            twitter?: string;
            /** @description URL. */
            facebook?: string;
            /** @description URL. */
            linkedin?: string;
            website?: string;
            /** @description May create the company. */
            company_name?: string;
            company_site?: string;
            company_address?: string;
            /** @description Value of the cookie `_rdtrk`, a UUID. */
            client_tracking_id?: string;
            /** @description Value of the cookie `__trf.src`, or the `utm_source`. With the cookie, the other three `traffic_…` fields must be empty. */
            traffic_source?: string;
            /** @description The `utm_medium`. */
            traffic_medium?: string;
            /** @description The `utm_campaign`. */
            traffic_campaign?: string;
            /** @description The `utm_term`. */
            traffic_value?: string;
            /** @description Lower case. A comma-separated string is refused. */
            tags?: string[];
            /** @description Whether the contact takes e-mail. */
            available_for_mailing?: boolean;
            legal_bases?: components["schemas"]["RdStationLegalBases"];
        } & {
            [key: string]: unknown;
        };
        /** @description A contact converted. */
        RdStationConvertedEvent: {
            /** @constant */
            event_type: "WEBHOOK.CONVERTED";
            /** @example CONTACT */
            entity_type: string;
            /**
             * @description The `conversion_identifier`.
             * @example ebook-marketing-2026
             */
            event_identifier: string;
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-05-14T16:40:02.000Z
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-05-14T16:40:00.000Z
             */
            event_timestamp: string;
            contact: components["schemas"]["RdStationWebhookContact"];
        };
        /** @enum {string} */
        RdStationCurrency: "ARS" | "BRL" | "CAD" | "CLP" | "COP" | "EUR" | "MXN" | "PEN" | "USD" | "UYU";
        /** @description A checkout was started, or its cart abandoned (carrinho abandonado). */
        RdStationEcommerceCart: {
            /** @enum {string} */
            event_type: "ECOMMERCE_CHECKOUT_STARTED" | "ECOMMERCE_CART_ABANDONED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the checkout or cart. */
                identifier: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                /** Format: uri */
                checkout_url: string;
                currency: components["schemas"]["RdStationCurrency"];
                price: number;
                total_items: number;
                line_items?: components["schemas"]["RdStationLineItems"];
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description An order was placed (pedido realizado) or refunded (reembolsado). Only the types are documented. */
        RdStationEcommerceOrder: {
            /** @enum {string} */
            event_type: "ECOMMERCE_ORDER_PLACED" | "ECOMMERCE_ORDER_REFUNDED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the order. */
                identifier?: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                currency?: components["schemas"]["RdStationCurrency"];
                price?: number;
                total_items?: number;
                line_items?: components["schemas"]["RdStationLineItems"];
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description An order was cancelled (pedido cancelado). */
        RdStationEcommerceOrderCancelled: {
            /** @enum {string} */
            event_type: "ECOMMERCE_ORDER_CANCELLED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the order. */
                identifier: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                /** @enum {string} */
                cancel_reason?: "customer" | "declined" | "fraud" | "inventory" | "other";
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description An order was sent off (pedido enviado). */
        RdStationEcommerceOrderFulfilled: {
            /** @enum {string} */
            event_type: "ECOMMERCE_ORDER_FULFILLED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the shipment. */
                identifier: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                order_identifier?: string;
                tracking_company?: string;
                tracking_code?: string;
                /** Format: uri */
                tracking_url?: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description An order was paid (pedido pago). */
        RdStationEcommerceOrderPaid: {
            /** @enum {string} */
            event_type: "ECOMMERCE_ORDER_PAID";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the order. */
                identifier: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                currency: components["schemas"]["RdStationCurrency"];
                price: number;
                total_items: number;
                shipping_price?: number;
                shipping_city?: string;
                shipping_state?: string;
                shipping_country?: string;
                /** Format: uri */
                order_url?: string;
                payment_methods?: string[];
                line_items?: components["schemas"]["RdStationLineItems"];
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description A shipment arrived (entrega realizada). */
        RdStationEcommerceShipmentDelivered: {
            /** @enum {string} */
            event_type: "ECOMMERCE_SHIPMENT_DELIVERED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Id of the shipment. */
                identifier: string;
                name?: string;
                mobile_phone?: string;
                personal_phone?: string;
                order_identifier: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        RdStationError: {
            /** @description Match on this, literally: some are misspelt at the source. */
            error_type: string;
            error_message: string;
            /** @description What would have been right, as in `valid_options` or `data_type`. */
            validation_rules?: {
                [key: string]: unknown;
            };
            /** @description JSONPath of the field, as in `$.payload.email`. */
            path?: string;
        };
        /** @description List form, usual for events and conversions. */
        RdStationErrorList: {
            errors: components["schemas"]["RdStationError"][];
        };
        /** @description Object form, usual elsewhere in the API. */
        RdStationErrorObject: {
            errors: components["schemas"]["RdStationError"];
        };
        /** @description Object form, with a list of errors under each field's name. */
        RdStationErrorsByField: {
            errors: {
                [key: string]: components["schemas"]["RdStationError"][];
            };
        };
        /** @description One event; `event_type` says which payload it has. */
        RdStationEvent: components["schemas"]["RdStationConversion"] | components["schemas"]["RdStationOpportunity"] | components["schemas"]["RdStationSale"] | components["schemas"]["RdStationOpportunityLost"] | components["schemas"]["RdStationChatStarted"] | components["schemas"]["RdStationChatFinished"] | components["schemas"]["RdStationCallFinished"] | components["schemas"]["RdStationMediaPlayback"] | components["schemas"]["RdStationEcommerceCart"] | components["schemas"]["RdStationEcommerceOrder"] | components["schemas"]["RdStationEcommerceOrderPaid"] | components["schemas"]["RdStationEcommerceOrderFulfilled"] | components["schemas"]["RdStationEcommerceShipmentDelivered"] | components["schemas"]["RdStationEcommerceOrderCancelled"];
        /** @description An answer of the gateway in front of the API. */
        RdStationGatewayMessage: {
            message: string;
        };
        /** @description Legal bases (bases legais) for communicating with the contact, under the LGPD. */
        RdStationLegalBases: components["schemas"]["RdStationLegalBasis"][];
        RdStationLegalBasis: {
            /** @enum {string} */
            category: "communications";
            /**
             * @description `judicial_process` also covers legal obligation and credit protection, `vital_interest` health, `public_interest` public policy.
             * @enum {string}
             */
            type: "pre_existent_contract" | "consent" | "legitimate_interest" | "judicial_process" | "vital_interest" | "public_interest";
            /** @enum {string} */
            status: "granted" | "declined";
        };
        /** @description The three shapes in which the API is known to say that a limit is exceeded. */
        RdStationLimitFailure: components["schemas"]["RdStationGatewayMessage"] | components["schemas"]["RdStationLimiterError"] | components["schemas"]["RdStationErrorObject"];
        /** @description The answer of a limiter, with its count. */
        RdStationLimiterError: {
            /** @description Names the limiter and the lead. */
            error: string;
            /** @description The limit. */
            max: number;
            /** @description Requests counted. */
            usage: number;
            /** @description Seconds to wait; the provider says milliseconds. */
            remaining_time: number;
        };
        RdStationLineItem: {
            product_id: string;
            product_title: string;
            price: number;
            quantity: number;
            /** Format: uri */
            product_url?: string;
            variant_id?: string;
            variant_title?: string;
            sku?: string;
            /** Format: uri */
            image_url?: string;
            categories?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description The products; they are not checked against the catalogue. */
        RdStationLineItems: components["schemas"]["RdStationLineItem"][];
        /** @description A contact was marked as an opportunity. */
        RdStationMarkedOpportunityEvent: {
            /** @constant */
            event_type: "WEBHOOK.MARKED_OPPORTUNITY";
            /** @example CONTACT */
            entity_type: string;
            /**
             * @description Always `default`.
             * @example default
             */
            event_identifier: string;
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-05-14T16:40:02.000Z
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-05-14T16:40:00.000Z
             */
            event_timestamp: string;
            contact: components["schemas"]["RdStationWebhookContact"];
        };
        RdStationMediaPlayback: {
            /** @enum {string} */
            event_type: "MEDIA_PLAYBACK_STARTED" | "MEDIA_PLAYBACK_STOPPED";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @description Video or audio. */
                media_type: string;
                media_identifier: string;
                name?: string;
                company_name?: string;
                company_site?: string;
                job_title?: string;
                personal_phone?: string;
                mobile_phone?: string;
                twitter?: string;
                facebook?: string;
                linkedin?: string;
                website?: string;
                /** @description URL. */
                media_metadata?: string;
                media_recorded_content?: boolean;
                media_category?: string;
                /** @description Seconds. */
                media_duration?: number;
                /** Format: date-time */
                media_published_date_timestamp?: string;
                legal_bases?: components["schemas"]["RdStationLegalBases"];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description The gateway's answer about an access token. */
        RdStationOAuthError: {
            error: string;
            error_description: string;
        };
        /** @description Marks a contact as an opportunity (oportunidade). The contact must exist already. */
        RdStationOpportunity: {
            /** @enum {string} */
            event_type: "OPPORTUNITY";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                funnel_name: "default";
            } & {
                [key: string]: unknown;
            };
        };
        /** @description Marks a contact's opportunity as lost (perdida). The contact must exist already. */
        RdStationOpportunityLost: {
            /** @enum {string} */
            event_type: "OPPORTUNITY_LOST";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                funnel_name: "default";
                /** @description Why it was lost (motivo da perda). */
                reason?: string;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description Marks a contact's opportunity as won (ganha). The contact must exist already. */
        RdStationSale: {
            /** @enum {string} */
            event_type: "SALE";
            /** @enum {string} */
            event_family: "CDP";
            payload: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                funnel_name: "default";
                /** @description Value of the sale. */
                value?: number;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description Every shape in which the API is known to say that a request does not fit. */
        RdStationValidationFailure: components["schemas"]["RdStationErrorList"] | components["schemas"]["RdStationErrorObject"] | components["schemas"]["RdStationErrorsByField"] | components["schemas"]["RdStationBareErrors"] | components["schemas"]["RdStationGatewayMessage"];
        /** @description Only when the webhook asks for it (`include_relations` with `COMPANY`). */
        RdStationWebhookCompany: {
            /** @example Padaria da Ana */
            name?: string | null;
        };
        /** @description The contact (Lead). Custom fields (campos personalizados) come under their `cf_…` identifier; empty ones are left out. That the other fields are null when empty is inferred. */
        RdStationWebhookContact: {
            /** @example 6261fcf5-7a02-48c5-a438-0838c27d21ea */
            uuid: string;
            /** @example ana.souza@exemplo.com.br */
            email: string;
            /** @example Ana Souza */
            name: string | null;
            /** @example Diretora de Marketing */
            job_title: string | null;
            /** @example null */
            bio: string | null;
            /** @example null */
            website: string | null;
            /** @example +55 48 98888-0001 */
            personal_phone: string | null;
            /** @example null */
            mobile_phone: string | null;
            /** @example Florianópolis */
            city: string | null;
            /** @example null */
            facebook: string | null;
            /** @example null */
            linkedin: string | null;
            /** @example null */
            twitter: string | null;
            tags: string[];
            legal_bases: components["schemas"]["RdStationLegalBases"];
            company?: components["schemas"]["RdStationWebhookCompany"];
            funnel?: components["schemas"]["RdStationWebhookFunnel"];
        } & {
            [key: string]: unknown;
        };
        /** @description Where the contact is in the sales funnel (funil de vendas). Only when the webhook asks for it (`include_relations` with `CONTACT_FUNNEL`). */
        RdStationWebhookFunnel: {
            /** @example default */
            name?: string;
            /**
             * @description Lead, Qualified Lead or Client.
             * @example Qualified Lead
             */
            lifecycle_stage?: string;
            /** @example true */
            opportunity?: boolean;
            /** @example null */
            contact_owner_email?: string | null;
            /**
             * @description From 0.
             * @example 0
             */
            interest?: number;
            /**
             * @description Profile, `a` is the best.
             * @example d
             */
            fit?: string;
            /**
             * @description Where the contact came from.
             * @example Desconhecido
             */
            origin?: string;
        };
        /**
         * @description What connects the phone: the QR code to scan (`Escanear QR Code`) or a pairing code. The SDK types it as any object;
         *     these fields are from its tests and from the successor, which calls the object `connection`.
         */
        ZenvioConnection: {
            /**
             * @description The QR code as a data URL of an image.
             * @example data:image/png;base64,iVBORw0KGgo=
             */
            base64?: string;
            /**
             * @description The text inside the QR code.
             * @example 2@mock
             */
            code?: string;
            /**
             * @description To type on the phone, instead of scanning.
             * @example null
             */
            pairingCode?: string | null;
            /**
             * @description How many QR codes were made so far.
             * @example 1
             */
            count?: number;
            /** @example pending_qr */
            status?: string;
        };
        ZenvioContactCardPayload: {
            /** @description The card. One of `wuid` and `phoneNumber` is required. */
            contact: components["schemas"]["ZenvioContactWithWuid"] | components["schemas"]["ZenvioContactWithPhoneNumber"];
        };
        /**
         * @description E-mail address.
         * @example ana.souza@exemplo.com.br
         */
        ZenvioContactEmail: string;
        ZenvioContactIdPayload: {
            /**
             * @description Id of a contact of the workspace.
             * @example contact_ana
             */
            contact_id: string;
        };
        /**
         * @description Full name.
         * @example Ana Souza
         */
        ZenvioContactName: string;
        /**
         * @description Company.
         * @example Farmácia da Maria
         */
        ZenvioContactOrganization: string;
        /** @description A contact card, or the id of a contact that the workspace already has. */
        ZenvioContactPayload: components["schemas"]["ZenvioContactCardPayload"] | components["schemas"]["ZenvioContactIdPayload"];
        /**
         * @description Number as people write it.
         * @example +55 11 98888-7777
         */
        ZenvioContactPhoneNumber: string;
        /**
         * @description Web page.
         * @example https://exemplo.com.br
         */
        ZenvioContactUrl: string;
        ZenvioContactWithPhoneNumber: {
            fullName: components["schemas"]["ZenvioContactName"];
            wuid?: components["schemas"]["ZenvioContactWuid"];
            phoneNumber: components["schemas"]["ZenvioContactPhoneNumber"];
            organization?: components["schemas"]["ZenvioContactOrganization"];
            email?: components["schemas"]["ZenvioContactEmail"];
            url?: components["schemas"]["ZenvioContactUrl"];
        };
        ZenvioContactWithWuid: {
            fullName: components["schemas"]["ZenvioContactName"];
            wuid: components["schemas"]["ZenvioContactWuid"];
            phoneNumber?: components["schemas"]["ZenvioContactPhoneNumber"];
            organization?: components["schemas"]["ZenvioContactOrganization"];
            email?: components["schemas"]["ZenvioContactEmail"];
            url?: components["schemas"]["ZenvioContactUrl"];
        };
        /**
         * @description Number as digits with country code.
         * @example 5511988887777
         */
        ZenvioContactWuid: string;
        ZenvioCreateInstance: {
            /**
             * @description Name of the number in the dashboard.
             * @example Padaria da Ana
             */
            name: string;
        };
        ZenvioCreatedInstance: {
            /** @example true */
            success: boolean;
            data: {
                instance: components["schemas"]["ZenvioNewInstance"];
                evolution: components["schemas"]["ZenvioConnection"];
            };
        };
        ZenvioEditMessage: {
            /**
             * @description The new text. It is `text` here and `payload.message` when sending.
             * @example Olá, Ana! Sua mesa para 2 às 21h está confirmada.
             */
            text: string;
        };
        /**
         * @description No catalogue of errors exists for Zenvio. Its SDKs show `error` or `message` alone; the successor sends `success`,
         *     `error`, `message` and `code` together. Read `code`, else `error`, else `message`, and never match on the texts.
         */
        ZenvioError: {
            /** @example false */
            success?: boolean;
            /**
             * @description Label of the status, or the text itself.
             * @example Bad Request
             */
            error?: string;
            /**
             * @description Text for people.
             * @example Validation failed
             */
            message?: string;
            /**
             * @description Stable code of the successor: BAD_REQUEST, VALIDATION_ERROR, CANNOT_SEND_TO_SELF, CANNOT_CANCEL_PROCESSING,
             *     CANNOT_CANCEL_STATUS, INSTANCE_ACTIVE, UNAUTHORIZED, WORKSPACE_BLOCKED, INSUFFICIENT_CREDITS,
             *     INSUFFICIENT_CREDITS_OR_BALANCE, PLAN_LIMIT_CREDITS, API_KEY_SPEND_LIMIT_EXCEEDED, FORBIDDEN,
             *     INSTANCE_NOT_ALLOWED, PLAN_LIMIT_SCHEDULING, PLAN_LIMIT_INSTANCES, NOT_FOUND, WARMUP_DAILY_LIMIT,
             *     RECONNECT_COOLDOWN, BAD_GATEWAY, SERVICE_UNAVAILABLE.
             * @example VALIDATION_ERROR
             */
            code?: string;
            /** @description What is wrong, field by field. */
            details?: components["schemas"]["ZenvioErrorDetail"][];
            /** @description A further hint. */
            note?: string;
            /**
             * @description Seconds to wait.
             * @example 21600
             */
            retryAfterSec?: number;
        };
        ZenvioErrorDetail: {
            /**
             * @description Dotted path in the body.
             * @example payload.message
             */
            field: string;
            /** @example text type requires payload.message */
            message: string;
        };
        /** @description A WhatsApp number (`instância`) of the workspace. */
        ZenvioInstance: {
            id: components["schemas"]["ZenvioInstanceId"];
            /** @example Restaurante do João */
            name: string;
            /**
             * @description Null until it is connected.
             * @example 5511933334444
             */
            phoneNumber: string | null;
            status: components["schemas"]["ZenvioInstanceStatus"];
            /**
             * Format: date-time
             * @example 2026-01-12T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-25T12:00:00.000Z
             */
            updatedAt: string;
        };
        ZenvioInstanceAction: {
            /** @example true */
            success: boolean;
            data: {
                instance_id: components["schemas"]["ZenvioInstanceId"];
                /**
                 * @description `DISCONNECTED` or `deleted`.
                 * @example DISCONNECTED
                 */
                status: string;
            };
            /** @example Instance removed. */
            message?: string;
        };
        /** @description A phone is connected: its QR code was read, or its session restored. */
        ZenvioInstanceConnectedEvent: {
            /** @constant */
            event: "instance.connected";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookConnectedData"];
        };
        ZenvioInstanceDetail: {
            /** @example true */
            success: boolean;
            data: components["schemas"]["ZenvioInstance"];
        };
        /** @description The phone went offline, or its session was closed. */
        ZenvioInstanceDisconnectedEvent: {
            /** @constant */
            event: "instance.disconnected";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookDisconnectedData"];
        };
        /** @example inst_restaurante_joao */
        ZenvioInstanceId: string;
        ZenvioInstanceList: {
            /** @example true */
            success: boolean;
            data: components["schemas"]["ZenvioInstance"][];
            pagination: components["schemas"]["ZenvioPagination"];
        };
        /** @description There is a new QR code to scan. */
        ZenvioInstanceQrCodeEvent: {
            /** @constant */
            event: "instance.qrcode";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookQrCodeData"];
        };
        /**
         * @description PENDING waits for its QR code to be read, ACTIVE is connected.
         * @enum {string}
         */
        ZenvioInstanceStatus: "PENDING" | "ACTIVE" | "DISCONNECTED" | "SUSPENDED" | "CANCELLED";
        /** @description A place. All four fields are required. */
        ZenvioLocationPayload: {
            /**
             * @description Degrees north.
             * @example -23.5614
             */
            latitude: number;
            /**
             * @description Degrees east.
             * @example -46.6559
             */
            longitude: number;
            /**
             * @description Name of the place.
             * @example Restaurante do João
             */
            name: string;
            /**
             * @description Its address.
             * @example Av. Paulista, 1578, São Paulo
             */
            address: string;
        };
        /** @description One request that reached the API, and the key that made it. */
        ZenvioLog: {
            /** @example log_0001 */
            id: string;
            /** @example key_zenvio_active */
            apiKeyId: string | null;
            /** @example inst_restaurante_joao */
            instanceId?: string | null;
            /** @example /v1/whatsapp/messages */
            endpoint: string;
            /** @example POST */
            method: string;
            /** @example 202 */
            status: number;
            /** @example node */
            userAgent?: string | null;
            /** @example 203.0.113.7 */
            ip?: string | null;
            requestQuery?: {
                [key: string]: unknown;
            } | null;
            /** @description Recipients are shown as `[REDACTED]`. */
            requestBody?: {
                [key: string]: unknown;
            } | null;
            responseBody?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Presumably in milliseconds.
             * @example 42
             */
            duration?: number | null;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            createdAt: string;
        };
        ZenvioLogList: {
            /** @example true */
            success: boolean;
            data: components["schemas"]["ZenvioLog"][];
            pagination: components["schemas"]["ZenvioPagination"];
        };
        /** @description A file for image, video, audio or document. All three fields are required; there is no caption. */
        ZenvioMediaPayload: {
            /**
             * Format: uri
             * @description Public URL of the file. Neither a size limit nor the accepted types are known.
             * @example https://exemplo.com.br/cardapio.pdf
             */
            media_url: string;
            /**
             * @description Name that the recipient sees.
             * @example cardapio.pdf
             */
            file_name: string;
            /**
             * @description Media type of the file.
             * @example application/pdf
             */
            mimetype: string;
        };
        /** @description A message and how far it came; a bare object, without `success` and `data`. */
        ZenvioMessage: {
            message_id: components["schemas"]["ZenvioMessageId"];
            /**
             * @description The one recipient of this message.
             * @example 5511999999999
             */
            to: string;
            /**
             * @description text, image, video, audio, document, location or contact.
             * @example text
             */
            type: string;
            /**
             * @description Lower case here, upper case in webhooks. Zenvio's SDKs show queued, scheduled, sent, delivered, deleted, edited
             *     and cancelled; the successor adds processing, read, failed and responded.
             * @example delivered
             */
            status: string;
            scheduled_at: components["schemas"]["ZenvioMoment"];
            sent_at: components["schemas"]["ZenvioMoment"];
            delivered_at: components["schemas"]["ZenvioMoment"];
            read_at: components["schemas"]["ZenvioMoment"];
            failed_at: components["schemas"]["ZenvioMoment"];
            /**
             * @description Why it failed.
             * @example null
             */
            error_message: string | null;
            /**
             * @description The id that WhatsApp gave it, once sent.
             * @example wamid.HBgNNTUxMTk5OTk5OTk5OQ
             */
            external_id: string | null;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            created_at: string;
        };
        ZenvioMessageAction: {
            /** @example true */
            success: boolean;
            message_ids: components["schemas"]["ZenvioMessageId"][];
            /** @enum {string} */
            status: "deleted" | "edited" | "cancelled";
        };
        /** @description Was deleted for everyone, by its sender or through the API. */
        ZenvioMessageDeletedEvent: {
            /** @constant */
            event: "message.deleted";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookStatusData"];
        };
        /** @description Reached the recipient's phone: two grey ticks. */
        ZenvioMessageDeliveredEvent: {
            /** @constant */
            event: "message.delivered";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookStatusData"];
        };
        /** @description Its text was changed after sending. */
        ZenvioMessageEditedEvent: {
            /** @constant */
            event: "message.edited";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookStatusData"];
        };
        /** @description Will never be sent: every attempt has failed. */
        ZenvioMessageFailedEvent: {
            /** @constant */
            event: "message.failed";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookFailureData"];
        };
        /** @example msg_delivered */
        ZenvioMessageId: string;
        /** @description Was opened, or its audio played: two blue ticks. */
        ZenvioMessageReadEvent: {
            /** @constant */
            event: "message.read";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookReadData"];
        };
        /** @description Somebody wrote to an instance: a text, an audio or other media. */
        ZenvioMessageReceivedEvent: {
            /** @constant */
            event: "message.received";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookInboundData"];
        };
        /** @description The recipient used "reply" on a message that was sent. */
        ZenvioMessageRespondedEvent: {
            /** @constant */
            event: "message.responded";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookStatusData"];
        };
        /** @description Left the queue and was accepted by WhatsApp: one grey tick. */
        ZenvioMessageSentEvent: {
            /** @constant */
            event: "message.sent";
            workspace_id: components["schemas"]["ZenvioWebhookWorkspaceId"];
            instance_id: components["schemas"]["ZenvioWebhookInstanceId"];
            message_id: components["schemas"]["ZenvioWebhookMessageId"];
            timestamp: components["schemas"]["ZenvioWebhookTimestamp"];
            data: components["schemas"]["ZenvioWebhookStatusData"];
        };
        /**
         * Format: date-time
         * @description Null until it happens.
         * @example 2026-02-25T13:00:00.000Z
         */
        ZenvioMoment: string | null;
        /** @description An instance without `updatedAt`, as creation answers it. */
        ZenvioNewInstance: {
            id: components["schemas"]["ZenvioInstanceId"];
            /** @example Padaria da Ana */
            name: string;
            status: components["schemas"]["ZenvioInstanceStatus"];
            /** @example null */
            phoneNumber: string | null;
            /**
             * Format: date-time
             * @example 2026-02-25T13:00:00.000Z
             */
            createdAt: string;
        };
        ZenvioPagination: {
            /**
             * @description Rows in all.
             * @example 3
             */
            total: number;
            /**
             * @description This page; the first is 1.
             * @example 1
             */
            page: number;
            /**
             * @description Rows a page.
             * @example 10
             */
            limit: number;
            /** @example 1 */
            totalPages: number;
        };
        /**
         * @description Phone number with country code (DDI), digits only, no `+`.
         * @example 5511999999999
         */
        ZenvioPhone: string;
        /** @description 1 to 100 recipients, one message each; an array even for one. */
        ZenvioRecipients: components["schemas"]["ZenvioPhone"][];
        /** @description When to send. Without it, at once. */
        ZenvioSchedule: {
            /**
             * Format: date-time
             * @description ISO 8601, from 5 minutes to 30 days ahead.
             * @example 2026-12-01T12:00:00-03:00
             */
            sendAt: string;
        };
        ZenvioSendAudio: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "audio";
            payload: components["schemas"]["ZenvioMediaPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        ZenvioSendContact: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "contact";
            payload: components["schemas"]["ZenvioContactPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        ZenvioSendDocument: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "document";
            payload: components["schemas"]["ZenvioMediaPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        ZenvioSendImage: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "image";
            payload: components["schemas"]["ZenvioMediaPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        ZenvioSendLocation: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "location";
            payload: components["schemas"]["ZenvioLocationPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        /** @description What to send, to whom, from which instance. The payload follows the type. */
        ZenvioSendMessage: components["schemas"]["ZenvioSendText"] | components["schemas"]["ZenvioSendImage"] | components["schemas"]["ZenvioSendVideo"] | components["schemas"]["ZenvioSendAudio"] | components["schemas"]["ZenvioSendDocument"] | components["schemas"]["ZenvioSendLocation"] | components["schemas"]["ZenvioSendContact"];
        ZenvioSendOptions: {
            /**
             * @description Place in the queue. Normal when absent (successor).
             * @enum {string}
             */
            priority?: "high" | "normal" | "low";
            /** @description How often a failed delivery is tried again. 3 when absent (successor). */
            maxRetries?: number;
        };
        /** @description A bare object, without `success` and `data`. Accepted is not sent; follow `GET` or the webhooks. */
        ZenvioSendResult: {
            /** @description One id per recipient. That they come in the order of `to` is inferred. */
            message_ids: components["schemas"]["ZenvioMessageId"][];
            /** @enum {string} */
            status: "queued" | "scheduled";
            /**
             * Format: date-time
             * @description Only when scheduled.
             */
            scheduled_at?: string;
        };
        ZenvioSendText: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "text";
            payload: components["schemas"]["ZenvioTextPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        ZenvioSendVideo: {
            instance_id: components["schemas"]["ZenvioSenderInstance"];
            to: components["schemas"]["ZenvioRecipients"];
            /** @constant */
            type: "video";
            payload: components["schemas"]["ZenvioMediaPayload"];
            schedule?: components["schemas"]["ZenvioSchedule"];
            options?: components["schemas"]["ZenvioSendOptions"];
        };
        /**
         * @description The instance (WhatsApp number) that sends. A key that is locked to other instances is refused here.
         * @example inst_restaurante_joao
         */
        ZenvioSenderInstance: string;
        ZenvioTextPayload: {
            /**
             * @description The text. It is `message` here and `text` when editing. No upper limit is known.
             * @example Olá, Ana! Sua mesa para 2 às 20h está confirmada.
             */
            message: string;
        };
        /** @description Its form is not documented (inferred). */
        ZenvioWebhookConnectedData: {
            /** @example ACTIVE */
            status?: string;
            /**
             * @description The number that is connected now.
             * @example 5511933334444
             */
            phoneNumber?: string;
        };
        /** @description Its form is not documented (inferred). */
        ZenvioWebhookDisconnectedData: {
            /** @example DISCONNECTED */
            status?: string;
        };
        /** @description As of message.read, with the reason (inferred). */
        ZenvioWebhookFailureData: {
            /**
             * @description The recipient.
             * @example 5511999990002
             */
            to?: string;
            /**
             * @description In capitals, unlike in the API.
             * @example FAILED
             */
            status?: string;
            /**
             * @description Null when WhatsApp never had it.
             * @example null
             */
            externalId?: string | null;
            /**
             * @description Why it failed.
             * @example The number is not on WhatsApp.
             */
            error?: string;
        };
        /** @description Who wrote what; its form is not documented (inferred). */
        ZenvioWebhookInboundData: {
            /**
             * @description Who wrote.
             * @example 5511988887777
             */
            from?: string;
            /**
             * @description text, audio, image and so on.
             * @example text
             */
            type?: string;
            /**
             * @description Of a text.
             * @example Vocês têm mesa para 2 hoje às 20h?
             */
            message?: string;
            /**
             * @description The id that WhatsApp gave it.
             * @example wamid.HBgNNTUxMTk4ODg4Nzc3NzEy
             */
            externalId?: string;
        };
        /**
         * @description The number (instância) that it is about.
         * @example inst_restaurante_joao
         */
        ZenvioWebhookInstanceId: string;
        /**
         * @description The message that it is about.
         * @example msg_delivered
         */
        ZenvioWebhookMessageId: string;
        /** @description That it carries the image in base64 is documented; the names of the fields are not (inferred). */
        ZenvioWebhookQrCodeData: {
            /** @example PENDING */
            status?: string;
            /**
             * @description The QR code as a data URL of an image.
             * @example data:image/png;base64,iVBORw0KGgo=
             */
            base64?: string;
        };
        ZenvioWebhookReadData: {
            /**
             * @description The recipient.
             * @example 5511999999999
             */
            to: string;
            /**
             * @description In capitals, unlike in the API.
             * @example READ
             */
            status: string;
            /**
             * @description The id that WhatsApp gave it.
             * @example wamid.HBgNNTUxMTk5OTk5OTk5OTEy
             */
            externalId: string;
        };
        /** @description As of message.read, with the status of this event (inferred). */
        ZenvioWebhookStatusData: {
            /**
             * @description The recipient.
             * @example 5511999999999
             */
            to?: string;
            /**
             * @description In capitals, unlike in the API.
             * @example DELIVERED
             */
            status?: string;
            /**
             * @description The id that WhatsApp gave it.
             * @example wamid.HBgNNTUxMTk5OTk5OTk5OTEx
             */
            externalId?: string;
        };
        /**
         * Format: date-time
         * @description When it happened.
         * @example 2026-02-25T13:02:00.000Z
         */
        ZenvioWebhookTimestamp: string;
        /**
         * @description The workspace.
         * @example ws_agencia_ipe
         */
        ZenvioWebhookWorkspaceId: string;
    };
    responses: {
        /** @description The URL is not correctly encoded, or the session has no possible name. */
        MockBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The account has all the keys that it may have, or something has this name or id. */
        MockCannotCreateKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The controls are closed to whoever asks. */
        MockControlForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The control token is missing or wrong. */
        MockControlTokenRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such fault. */
        MockFaultNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The controls are closed to whoever asks, or the plan does not include API keys. */
        MockForbiddenOrPlanRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something else has this id. */
        MockIdTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Several accounts have an instance of this id. */
        MockInstanceAmbiguous: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such instance. */
        MockInstanceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is missing, not JSON, or not as documented. */
        MockInvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A query parameter is not as documented. */
        MockInvalidQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is such a session, and the options are for a new one. */
        MockSessionExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The session was idle for too long. */
        MockSessionExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There are as many sessions as there may be. */
        MockSessionLimitReached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such session. */
        MockSessionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such snapshot. */
        MockSnapshotNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such platform or table. */
        MockTableNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such webhook. */
        MockWebhookNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address of the request cannot be decoded. */
        PingbackBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description The body is absent, or the address of the request cannot be decoded. */
        PingbackBadRequestWithBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackError"] | components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description No contact has this e-mail address. */
        PingbackContactNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackError"];
            };
        };
        /** @description The key is missing, unknown, disabled (Desativado), deleted, or its account is on the Free plan. One and the same body answers them all, so the cause cannot be told from it. */
        PingbackForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayDenial"] | components["schemas"]["PingbackError"] | components["schemas"]["PingbackErrorMessage"];
            };
        };
        /** @description A path or query parameter does not fit. */
        PingbackInvalidParams: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackError"];
            };
        };
        /** @description The body is larger than the gateway takes. */
        PingbackPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description More than 5 requests in a second, or more than 2 at a time. No Retry-After header is documented. */
        PingbackRateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description Pingback's servers failed. */
        PingbackServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackError"];
            };
        };
        /** @description No key was sent. Only in the alternative `gateway_401`; by default a missing key gets 403. */
        PingbackUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description The gateway knows no such method and path. Nothing to do with the key, whatever the text says. */
        PingbackUnknownPath: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description The body is no JSON or does not fit, or a parameter does not. */
        PingbackUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackError"];
            };
        };
        /** @description The body is not declared as `application/json`. */
        PingbackUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description The address of the request is longer than the gateway takes. */
        PingbackUriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PingbackGatewayMessage"];
            };
        };
        /** @description No such account. */
        ProblemAccountNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL is not correctly encoded. */
        ProblemBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key policy forbids this, or another key has this name. */
        ProblemCannotChangeKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The account has all the keys that it may have, or one of this name. */
        ProblemCannotCreateKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key policy knows no deletion. */
        ProblemCannotDeleteKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The secret was shown once and cannot be recovered. */
        ProblemCannotRevealKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is missing, not JSON, or not as documented. */
        ProblemInvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A query parameter is not as documented. */
        ProblemInvalidQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such account, or no such key in it. */
        ProblemKeyNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The path exists, the method does not. */
        ProblemMethodNotAllowed: {
            headers: {
                /**
                 * @description The methods that this path has.
                 * @example GET, PATCH
                 */
                Allow: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        ProblemPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such request in the journal. */
        ProblemRequestNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role of the session may not do this, or the plan does not include API keys. */
        ProblemRoleOrPlanRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role of the session may not do this. */
        ProblemRoleRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The mock itself failed. */
        ProblemServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The session is missing or unknown. */
        ProblemSessionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such path. */
        ProblemUnknownPath: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not `application/json`. */
        ProblemUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL is too long. */
        ProblemUriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Over the account's limit: 120 requests a minute, 500 on the Advanced plan. How the limit by lead counts in a batch is not documented. */
        RdStationAccountRateLimited: {
            headers: {
                /**
                 * @description The account's limit. Sent by the gateway, so with `rate_limited` only.
                 * @example 120
                 */
                "ratelimit-limit-quotas"?: number;
                /**
                 * @description What is left to wait, in seconds (unit inferred). Sent by the gateway, so with `rate_limited` only.
                 * @example 42
                 */
                "retry-after-quotas"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationLimitFailure"];
            };
        };
        /** @description The body does not fit, cannot be read or is absent, or the key is that of an RD Station CRM account. */
        RdStationConversionBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationValidationFailure"];
            };
        };
        /** @description The body does not fit, cannot be read or is absent. */
        RdStationEventBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationValidationFailure"];
            };
        };
        /** @description The API key is unknown. Only in the alternative `status_403`; by default an unknown key gets 401. */
        RdStationKeyForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorList"];
            };
        };
        /** @description The API key is missing, unknown or inactive (INATIVO). The same body answers all three. */
        RdStationKeyUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorList"] | components["schemas"]["RdStationErrorObject"] | components["schemas"]["RdStationGatewayMessage"];
            };
        };
        /** @description The path takes another method. */
        RdStationMethodNotAllowed: {
            headers: {
                /**
                 * @description The methods that the path takes.
                 * @example POST
                 */
                Allow?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorObject"];
            };
        };
        /** @description The body is larger than 0.2 MB. */
        RdStationPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationGatewayMessage"];
            };
        };
        /** @description Over a limit: 120 requests a minute by account (500 on the Advanced plan), or 120 in 24 hours about one lead. Three shapes of body are known. */
        RdStationRateLimited: {
            headers: {
                /**
                 * @description The account's limit. Sent by the gateway, so with `rate_limited` only.
                 * @example 120
                 */
                "ratelimit-limit-quotas"?: number;
                /**
                 * @description What is left to wait, in seconds (unit inferred). Sent by the gateway, so with `rate_limited` only.
                 * @example 42
                 */
                "retry-after-quotas"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationLimitFailure"];
            };
        };
        /** @description RD Station's servers failed. A gateway in front of them may answer 502 with HTML instead. */
        RdStationServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorObject"];
            };
        };
        /** @description The access token is missing, unknown, expired or revoked. An API key is no access token. */
        RdStationTokenUnauthorized: {
            headers: {
                /**
                 * @description Tells an expired token from the others. Sent with `expired_key` only.
                 * @example Bearer realm="https://api.rd.services/", error="expired_token", error_description="The access token expired"
                 */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationOAuthError"] | components["schemas"]["RdStationErrorList"] | components["schemas"]["RdStationErrorObject"];
            };
        };
        /** @description There is no such path. */
        RdStationUnknownPath: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorObject"];
            };
        };
        /** @description The body is not declared as `application/json`. */
        RdStationUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationErrorObject"];
            };
        };
        /** @description The URL is longer than 8 KB. */
        RdStationUriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RdStationGatewayMessage"];
            };
        };
        /** @description What a receiver answers within five seconds. Anything else is tried again three times. */
        RdStationWebhookTaken: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The connection to WhatsApp failed. */
        ZenvioBadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The URL is not correctly encoded. */
        ZenvioBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The message is neither queued nor scheduled. */
        ZenvioCancelMessageBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The name is missing, too short or too long. */
        ZenvioCreateInstanceBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The key lacks the scope, or the plan does not allow more instances. */
        ZenvioCreateInstanceForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The instance is `ACTIVE`; disconnect it first. */
        ZenvioDeleteInstanceBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The message cannot be deleted. */
        ZenvioDeleteMessageBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The instance has no connection to close. */
        ZenvioDisconnectInstanceBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The text is missing, or the message cannot be edited. */
        ZenvioEditMessageBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The message could not be queued. */
        ZenvioEnqueueFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The key lacks the scope, or is locked to other instances. */
        ZenvioForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description No such instance in this workspace. */
        ZenvioInstanceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description A query parameter is not as documented, or `apiKeyId` is of another workspace. */
        ZenvioLogsBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description No such message in this workspace. */
        ZenvioMessageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The path exists, the method does not. */
        ZenvioMethodNotAllowed: {
            headers: {
                /**
                 * @description The methods that this path has.
                 * @example GET, DELETE
                 */
                Allow: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The body is too large. */
        ZenvioPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The workspace is blocked, or its credits are used up. */
        ZenvioPaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description A query parameter is not as documented. */
        ZenvioQueryBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The key lacks the scope. A key that is locked to instances is not refused, it sees its own instances only. */
        ZenvioScopeForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The message is not as documented, or cannot be sent. The text may stand in `error` or in `message`. */
        ZenvioSendBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The key lacks the scope, is locked to other instances, or the plan does not include scheduling. */
        ZenvioSendForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The platform failed. */
        ZenvioServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description A limit is reached. No number of requests per time is known, and no header tells one. */
        ZenvioTooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The key is missing, unknown or revoked (`Chave inválida ou revogada`). */
        ZenvioUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description No such path. */
        ZenvioUnknownPath: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The body is not `application/json`. */
        ZenvioUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description The URL is too long. */
        ZenvioUriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ZenvioError"];
            };
        };
        /** @description Taken. Which answers Zenvio takes for that, how long it waits and how often it tries again is not documented. */
        ZenvioWebhookTaken: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Rows a page.
         * @example 20
         */
        ConsoleLimit: number;
        /**
         * @description Page, from 1.
         * @example 1
         */
        ConsolePage: number;
        /**
         * @description The account whose instance is meant, where several have one of this id, as after a scenario.
         * @example acc_zenvio_demo
         */
        MockInstanceOwner: string;
        /**
         * @description Only requests of this account's keys.
         * @example acc_zenvio_demo
         */
        MockRequestAccount: string;
        /**
         * @description Only this decision, as in `x-mock-decision`.
         * @example instance_not_allowed
         */
        MockRequestDecision: string;
        /**
         * @description Only answers that are known so well.
         * @example inferred
         */
        MockRequestEvidence: "documented" | "sdk" | "observed" | "inferred";
        /**
         * @description Only requests about this instance.
         * @example inst_farmacia_maria
         */
        MockRequestInstance: string;
        /**
         * @description Only requests of this key.
         * @example key_zenvio_locked
         */
        MockRequestKey: string;
        /**
         * @description Only this HTTP method.
         * @example POST
         */
        MockRequestMethod: string;
        /**
         * @description Only this operation.
         * @example sendMessage
         */
        MockRequestOperation: string;
        /**
         * @description Only this path, with its query as the journal has it.
         * @example /contacts?page=2
         */
        MockRequestPath: string;
        /**
         * @description Only this platform, by its key in `x-platforms`.
         * @example zenvio
         */
        MockRequestPlatform: string;
        /**
         * @description Only keys of this security scheme.
         * @example zenvioKey
         */
        MockRequestScheme: string;
        /**
         * @description Only this HTTP status.
         * @example 403
         */
        MockRequestStatus: number;
        /**
         * @description Only this user agent.
         * @example chaveiro-sdk/0.1.0
         */
        MockRequestUserAgent: string;
        /**
         * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
         * @example checkout-test
         */
        MockSessionName: string;
        /**
         * @description The contact's e-mail address, percent-encoded.
         * @example ana.souza@exemplo.com.br
         */
        PingbackContactEmail: string;
        /**
         * @description The deal's id.
         * @example f749ad7e-d012-4fce-be67-1634385bafda
         */
        PingbackDealId: string;
        /**
         * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
         * @example false
         */
        PingbackDeveloperMode: boolean;
        /**
         * @description Zero-based page number; the first page when absent.
         * @example 0
         */
        PingbackPageNumber: number;
        /**
         * @description Makes a send safe to repeat for 24 hours: a repetition sends nothing and answers 200 with the body of the first
         *     answer. Form, length and scope of the value are not known.
         * @example pedido-8842-confirmacao
         */
        ZenvioIdempotencyKey: string;
        /**
         * @description When the event happened, as a Unix timestamp. In seconds (inferred).
         * @example 1772024520
         */
        ZenvioWebhookMoment: string;
        /**
         * @description `t` is a moment, `v1` an HMAC-SHA256 with the secret of the webhook; `x-platforms.zenvio.webhooks.signature` has the
         *     details, how sure they are, and an example that can be verified.
         * @example t=1772024520,v1=c3baed27f5c60a5b5cab774e313969d9694ce3a232bd73d437d43f44694671cc
         */
        ZenvioWebhookSignature: string;
        /**
         * @description The workspace, to route by. It is not signed; `workspace_id` of the body is.
         * @example ws_agencia_ipe
         */
        ZenvioWebhookWorkspace: string;
        /**
         * @description Another name for `Idempotency-Key`.
         * @example pedido-8842-confirmacao
         */
        ZenvioXIdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createConversion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RdStationConversion"];
            };
        };
        responses: {
            /** @description Accepted. The contact may show minutes later. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RdStationAccepted"];
                };
            };
            400: components["responses"]["RdStationConversionBadRequest"];
            401: components["responses"]["RdStationKeyUnauthorized"];
            403: components["responses"]["RdStationKeyForbidden"];
            413: components["responses"]["RdStationPayloadTooLarge"];
            414: components["responses"]["RdStationUriTooLong"];
            415: components["responses"]["RdStationUnsupportedMediaType"];
            429: components["responses"]["RdStationRateLimited"];
            500: components["responses"]["RdStationServerError"];
        };
    };
    createEvent: {
        parameters: {
            query?: {
                /**
                 * @description The type again, in lower case for the classic events and upper case for `ECOMMERCE_…`. The reference shows it, the provider's own clients leave it out.
                 * @example conversion
                 */
                event_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RdStationEvent"];
            };
        };
        responses: {
            /** @description Accepted, to be processed later. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RdStationAccepted"];
                };
            };
            400: components["responses"]["RdStationEventBadRequest"];
            401: components["responses"]["RdStationTokenUnauthorized"];
            413: components["responses"]["RdStationPayloadTooLarge"];
            414: components["responses"]["RdStationUriTooLong"];
            415: components["responses"]["RdStationUnsupportedMediaType"];
            429: components["responses"]["RdStationRateLimited"];
            500: components["responses"]["RdStationServerError"];
        };
    };
    createEventBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RdStationEvent"][];
            };
        };
        responses: {
            /** @description Accepted, to be processed later. Ids are in the order of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RdStationBatchAccepted"];
                };
            };
            /** @description Some events were taken and some do not fit, in the order of the request. Answered only where a session chose `per_item` for `invalid_batch_item`. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RdStationBatchPartlyAccepted"];
                };
            };
            400: components["responses"]["RdStationEventBadRequest"];
            401: components["responses"]["RdStationTokenUnauthorized"];
            413: components["responses"]["RdStationPayloadTooLarge"];
            414: components["responses"]["RdStationUriTooLong"];
            415: components["responses"]["RdStationUnsupportedMediaType"];
            429: components["responses"]["RdStationAccountRateLimited"];
            500: components["responses"]["RdStationServerError"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /**
                 * @description Zero-based page number; the first page when absent.
                 * @example 0
                 */
                page?: components["parameters"]["PingbackPageNumber"];
            };
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of contacts. A page past the last one is empty (inferred). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackContactPage"];
                };
            };
            400: components["responses"]["PingbackBadRequest"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            414: components["responses"]["PingbackUriTooLong"];
            422: components["responses"]["PingbackInvalidParams"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackContactCreate"];
            };
        };
        responses: {
            /** @description Created. (Contato criado.) */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackContactReference"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            /** @description The e-mail address belongs to a contact already; update that one instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The contact's e-mail address, percent-encoded.
                 * @example ana.souza@exemplo.com.br
                 */
                email: components["parameters"]["PingbackContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackContactFound"];
                };
            };
            400: components["responses"]["PingbackBadRequest"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            404: components["responses"]["PingbackContactNotFound"];
            414: components["responses"]["PingbackUriTooLong"];
            422: components["responses"]["PingbackInvalidParams"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The contact's e-mail address, percent-encoded.
                 * @example ana.souza@exemplo.com.br
                 */
                email: components["parameters"]["PingbackContactEmail"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackContactUpdate"];
            };
        };
        responses: {
            /** @description Updated. (Contato atualizado.) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackContactReference"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            404: components["responses"]["PingbackContactNotFound"];
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The contact's e-mail address, percent-encoded.
                 * @example diego.martins@exemplo.com.br
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. (Contato excluído.) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackContactReference"];
                };
            };
            400: components["responses"]["PingbackBadRequest"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            404: components["responses"]["PingbackContactNotFound"];
            414: components["responses"]["PingbackUriTooLong"];
            422: components["responses"]["PingbackInvalidParams"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    listSegments: {
        parameters: {
            query?: {
                /**
                 * @description Zero-based page number; the first page when absent.
                 * @example 0
                 */
                page?: components["parameters"]["PingbackPageNumber"];
            };
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of segments. A page past the last one is empty (inferred). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackSegmentPage"];
                };
            };
            400: components["responses"]["PingbackBadRequest"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            414: components["responses"]["PingbackUriTooLong"];
            422: components["responses"]["PingbackInvalidParams"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    addContactToSegments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The contact's e-mail address, percent-encoded.
                 * @example ana.souza@exemplo.com.br
                 */
                email: components["parameters"]["PingbackContactEmail"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackSegmentAdd"];
            };
        };
        responses: {
            /** @description Added. Segments that the contact was in already are no error (inferred). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackSegmentAdded"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            /** @description The contact or one of the segments does not exist; then nothing is added (inferred). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    createDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackDealCreate"];
            };
        };
        responses: {
            /** @description Created. (Negócio criado.) */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackDealCreated"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            /** @description The contact, the pipeline or the stage does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            /** @description The contact has a deal already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    updateDeal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The deal's id.
                 * @example f749ad7e-d012-4fce-be67-1634385bafda
                 */
                dealId: components["parameters"]["PingbackDealId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackDealUpdate"];
            };
        };
        responses: {
            /** @description Updated. (Negócio atualizado.) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackDealUpdated"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            /** @description The deal, the stage or the contact does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            /** @description The other contact has a deal already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `true`, the answer is made of fake data and no production data is touched. The introduction of the previous API version describes it; the current one keeps the header and leaves its meaning open.
                 * @example false
                 */
                "x-developer-mode"?: components["parameters"]["PingbackDeveloperMode"];
            };
            path: {
                /**
                 * @description The address to verify, percent-encoded. Its syntax is part of the verdict, so any text is taken (inferred).
                 * @example ana.souza@exemplo.com.br
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PingbackEmailVerification"];
            };
        };
        responses: {
            /** @description The result, good or bad. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackEmailVerified"];
                };
            };
            400: components["responses"]["PingbackBadRequest"];
            401: components["responses"]["PingbackUnauthorized"];
            403: components["responses"]["PingbackForbidden"];
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            422: components["responses"]["PingbackUnprocessable"];
            429: components["responses"]["PingbackRateLimited"];
            500: components["responses"]["PingbackServerError"];
        };
    };
    triggerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description First part of the URL.
                 * @example 781d2841-0742-4340-b1a9-9947440557a5
                 */
                webhookId: string;
                /**
                 * @description Second part of the URL.
                 * @example loja-exemplo
                 */
                channelUid: string;
                /**
                 * @description Third part of the URL; the automation.
                 * @example 66bec69a-b797-4736-ad73-0e7cd80b017b
                 */
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingbackWebhookTrigger"];
            };
        };
        responses: {
            /** @description Taken; the automation starts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackWebhookReceived"];
                };
            };
            400: components["responses"]["PingbackBadRequestWithBody"];
            /** @description The URL belongs to no automation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            413: components["responses"]["PingbackPayloadTooLarge"];
            414: components["responses"]["PingbackUriTooLong"];
            415: components["responses"]["PingbackUnsupportedMediaType"];
            /** @description The body is no JSON, has no e-mail address, or names a custom field that does not exist (inferred). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingbackError"];
                };
            };
            500: components["responses"]["PingbackServerError"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a send safe to repeat for 24 hours: a repetition sends nothing and answers 200 with the body of the first
                 *     answer. Form, length and scope of the value are not known.
                 * @example pedido-8842-confirmacao
                 */
                "Idempotency-Key"?: components["parameters"]["ZenvioIdempotencyKey"];
                /**
                 * @description Another name for `Idempotency-Key`.
                 * @example pedido-8842-confirmacao
                 */
                "X-Idempotency-Key"?: components["parameters"]["ZenvioXIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZenvioSendMessage"];
            };
        };
        responses: {
            /** @description A repetition of an earlier send with the same idempotency key; nothing was sent again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioSendResult"];
                };
            };
            /** @description Accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioSendResult"];
                };
            };
            400: components["responses"]["ZenvioSendBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioSendForbidden"];
            404: components["responses"]["ZenvioInstanceNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            415: components["responses"]["ZenvioUnsupportedMediaType"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
            503: components["responses"]["ZenvioEnqueueFailed"];
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id that the send answered.
                 * @example msg_delivered
                 */
                messageId: components["schemas"]["ZenvioMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioMessage"];
                };
            };
            400: components["responses"]["ZenvioBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioMessageNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id that the send answered.
                 * @example msg_read
                 */
                messageId: components["schemas"]["ZenvioMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioMessageAction"];
                };
            };
            400: components["responses"]["ZenvioDeleteMessageBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioMessageNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id that the send answered.
                 * @example msg_sent
                 */
                messageId: components["schemas"]["ZenvioMessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZenvioEditMessage"];
            };
        };
        responses: {
            /** @description Edited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioMessageAction"];
                };
            };
            400: components["responses"]["ZenvioEditMessageBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioMessageNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            415: components["responses"]["ZenvioUnsupportedMediaType"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    cancelMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id that the send answered.
                 * @example msg_queued
                 */
                messageId: components["schemas"]["ZenvioMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioMessageAction"];
                };
            };
            400: components["responses"]["ZenvioCancelMessageBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioMessageNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    listInstances: {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1.
                 * @example 1
                 */
                page?: string;
                /**
                 * @description Rows a page. 10 when absent (inferred from the SDK's tests); 100 at most (successor).
                 * @example 10
                 */
                limit?: string;
                /**
                 * @description Only instances in this state.
                 * @example ACTIVE
                 */
                status?: components["schemas"]["ZenvioInstanceStatus"];
                /**
                 * @description Part of the name or number (inferred).
                 * @example João
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of instances. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceList"];
                };
            };
            400: components["responses"]["ZenvioQueryBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioScopeForbidden"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    createInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZenvioCreateInstance"];
            };
        };
        responses: {
            /** @description Created, and waiting for its phone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioCreatedInstance"];
                };
            };
            400: components["responses"]["ZenvioCreateInstanceBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioCreateInstanceForbidden"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            415: components["responses"]["ZenvioUnsupportedMediaType"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
            502: components["responses"]["ZenvioBadGateway"];
        };
    };
    getInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_restaurante_joao
                 */
                instanceId: components["schemas"]["ZenvioInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceDetail"];
                };
            };
            400: components["responses"]["ZenvioBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioInstanceNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    deleteInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_antiga
                 */
                instanceId: components["schemas"]["ZenvioInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceAction"];
                };
            };
            400: components["responses"]["ZenvioDeleteInstanceBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioInstanceNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    disconnectInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_restaurante_joao
                 */
                instanceId: components["schemas"]["ZenvioInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstanceAction"];
                };
            };
            400: components["responses"]["ZenvioDisconnectInstanceBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioForbidden"];
            404: components["responses"]["ZenvioInstanceNotFound"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    listLogs: {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows a page; 20 when absent.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Only these statuses, separated by commas.
                 * @example 200,202,403
                 */
                status?: string;
                /**
                 * @description From this moment on.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                startDate?: string;
                /**
                 * @description Until this moment.
                 * @example 2030-01-01T00:00:00.000Z
                 */
                endDate?: string;
                /**
                 * @description Only these methods, separated by commas.
                 * @example GET,POST
                 */
                method?: string;
                /**
                 * @description Only requests of this key, which must be of the workspace.
                 * @example key_zenvio_active
                 */
                apiKeyId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioLogList"];
                };
            };
            400: components["responses"]["ZenvioLogsBadRequest"];
            401: components["responses"]["ZenvioUnauthorized"];
            402: components["responses"]["ZenvioPaymentRequired"];
            403: components["responses"]["ZenvioScopeForbidden"];
            413: components["responses"]["ZenvioPayloadTooLarge"];
            414: components["responses"]["ZenvioUriTooLong"];
            429: components["responses"]["ZenvioTooManyRequests"];
            500: components["responses"]["ZenvioServerError"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /**
                 * @description Only this platform, by its key in `x-platforms`.
                 * @example pingback
                 */
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleAccountList"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleAccount"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsoleAccountChange"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleAccount"];
                };
            };
            400: components["responses"]["ProblemInvalidBody"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getKeyRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleKeyRules"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleApiKeyList"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsoleNewApiKey"];
            };
        };
        responses: {
            /** @description Created; the secret is here. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleCreatedApiKey"];
                };
            };
            400: components["responses"]["ProblemInvalidBody"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleOrPlanRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            409: components["responses"]["ProblemCannotCreateKey"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_zenvio_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleApiKey"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemKeyNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_zenvio_logs_only
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotDeleteKey"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_zenvio_send_only
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsoleApiKeyChange"];
            };
        };
        responses: {
            /** @description The key as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleApiKey"];
                };
            };
            400: components["responses"]["ProblemInvalidBody"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleOrPlanRequired"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotChangeKey"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    revealApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleRevealedSecret"];
                };
            };
            400: components["responses"]["ProblemBadRequest"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotRevealKey"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listApiLogs: {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["ConsolePage"];
                /**
                 * @description Rows a page.
                 * @example 20
                 */
                limit?: components["parameters"]["ConsoleLimit"];
                /**
                 * @description Only requests of this key.
                 * @example key_zenvio_active
                 */
                keyId?: string;
                /**
                 * @description Only this HTTP status.
                 * @example 202
                 */
                status?: number;
                /**
                 * @description From this moment on.
                 * @example 2026-01-01T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description Until this moment.
                 * @example 2030-01-01T00:00:00.000Z
                 */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleApiLogList"];
                };
            };
            400: components["responses"]["ProblemInvalidQuery"];
            401: components["responses"]["ProblemSessionRequired"];
            403: components["responses"]["ProblemRoleRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockState: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockState"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    resetMock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockState"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSessionList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    createMockSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewSession"];
            };
        };
        responses: {
            /** @description There is one of this name already, and it is as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSession"];
                };
            };
            /** @description The session. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSession"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            409: components["responses"]["MockSessionExists"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    dropMockSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Name of the session.
                 * @example checkout-test
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockSessionNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockAccounts: {
        parameters: {
            query?: {
                /**
                 * @description Only this platform, by its key in `x-platforms`.
                 * @example pingback
                 */
                platform?: string;
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAccountList"];
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    createMockAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewAccount"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAccount"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            409: components["responses"]["MockIdTaken"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAccount"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemAccountNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    updateMockAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockAccountChange"];
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAccount"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemAccountNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    signInToMock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockSignIn"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSignedIn"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemAccountNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockKeyList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemAccountNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    createMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_zenvio_demo
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewKey"];
            };
        };
        responses: {
            /** @description The key, with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockCreatedKey"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockForbiddenOrPlanRequired"];
            404: components["responses"]["ProblemAccountNotFound"];
            409: components["responses"]["MockCannotCreateKey"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockKey"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemKeyNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    deleteMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockKey"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotDeleteKey"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    updateMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockKeyChange"];
            };
        };
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockKey"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockForbiddenOrPlanRequired"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotChangeKey"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    revealMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_pingback_pro
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example key_pingback_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSecret"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotRevealKey"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    expireMockKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_rdstation_basic
                 */
                accountId: string;
                /**
                 * @description Id of the key.
                 * @example token_rdstation_active
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockKey"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemKeyNotFound"];
            409: components["responses"]["ProblemCannotDeleteKey"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    defineMockCustomField: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example acc_rdstation_basic
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewCustomField"];
            };
        };
        responses: {
            /** @description The field. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockCustomField"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemAccountNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    connectMockInstance: {
        parameters: {
            query?: {
                /**
                 * @description The account whose instance is meant, where several have one of this id, as after a scenario.
                 * @example acc_zenvio_demo
                 */
                accountId?: components["parameters"]["MockInstanceOwner"];
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_antiga
                 */
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstance"];
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockInstanceNotFound"];
            409: components["responses"]["MockInstanceAmbiguous"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    disconnectMockInstance: {
        parameters: {
            query?: {
                /**
                 * @description The account whose instance is meant, where several have one of this id, as after a scenario.
                 * @example acc_zenvio_demo
                 */
                accountId?: components["parameters"]["MockInstanceOwner"];
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_restaurante_joao
                 */
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZenvioInstance"];
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockInstanceNotFound"];
            409: components["responses"]["MockInstanceAmbiguous"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    receiveMockMessage: {
        parameters: {
            query?: {
                /**
                 * @description The account whose instance is meant, where several have one of this id, as after a scenario.
                 * @example acc_zenvio_demo
                 */
                accountId?: components["parameters"]["MockInstanceOwner"];
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the instance.
                 * @example inst_restaurante_joao
                 */
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockInboundMessage"];
            };
        };
        responses: {
            /** @description It was received. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockInstanceNotFound"];
            409: components["responses"]["MockInstanceAmbiguous"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockArrivals: {
        parameters: {
            query?: {
                /**
                 * @description Only rows of this account.
                 * @example acc_pingback_pro
                 */
                accountId?: string;
                /**
                 * @description Which end comes first.
                 * @example newest
                 */
                order?: "oldest" | "newest";
                /**
                 * @description Page, from 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows a page.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description The platform, by its key in `x-platforms`.
                 * @example pingback
                 */
                platform: string;
                /**
                 * @description The table.
                 * @example contacts
                 */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockArrivalList"];
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockTableNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listZeroSetupKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockZeroSetupKeyList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockRequests: {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows a page.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Whether each request comes with its bodies and the steps of its decision.
                 * @example true
                 */
                details?: boolean;
                /**
                 * @description Only this platform, by its key in `x-platforms`.
                 * @example zenvio
                 */
                platform?: components["parameters"]["MockRequestPlatform"];
                /**
                 * @description Only this operation.
                 * @example sendMessage
                 */
                operationId?: components["parameters"]["MockRequestOperation"];
                /**
                 * @description Only this HTTP method.
                 * @example POST
                 */
                method?: components["parameters"]["MockRequestMethod"];
                /**
                 * @description Only this path, with its query as the journal has it.
                 * @example /contacts?page=2
                 */
                path?: components["parameters"]["MockRequestPath"];
                /**
                 * @description Only this HTTP status.
                 * @example 403
                 */
                status?: components["parameters"]["MockRequestStatus"];
                /**
                 * @description Only this decision, as in `x-mock-decision`.
                 * @example instance_not_allowed
                 */
                decision?: components["parameters"]["MockRequestDecision"];
                /**
                 * @description Only answers that are known so well.
                 * @example inferred
                 */
                evidence?: components["parameters"]["MockRequestEvidence"];
                /**
                 * @description Only keys of this security scheme.
                 * @example zenvioKey
                 */
                scheme?: components["parameters"]["MockRequestScheme"];
                /**
                 * @description Only requests of this key.
                 * @example key_zenvio_locked
                 */
                keyId?: components["parameters"]["MockRequestKey"];
                /**
                 * @description Only requests of this account's keys.
                 * @example acc_zenvio_demo
                 */
                accountId?: components["parameters"]["MockRequestAccount"];
                /**
                 * @description Only requests about this instance.
                 * @example inst_farmacia_maria
                 */
                instanceId?: components["parameters"]["MockRequestInstance"];
                /**
                 * @description Only this user agent.
                 * @example chaveiro-sdk/0.1.0
                 */
                userAgent?: components["parameters"]["MockRequestUserAgent"];
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockRequestList"];
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    clearMockRequests: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal is empty. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockDecision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id that the answer carried as `x-mock-request-id`.
                 * @example req_01j9q8z4
                 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockDecision"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["ProblemRequestNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockClock"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    setMockClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockClock"];
            };
        };
        responses: {
            /** @description The time as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockClock"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    advanceMockClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockClockAdvance"];
            };
        };
        responses: {
            /** @description The time as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockClock"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    resetMockClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockClock"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    streamMockEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only this platform, by its key in `x-platforms`.
                 * @example zenvio
                 */
                platform?: components["parameters"]["MockRequestPlatform"];
                /**
                 * @description Only this operation.
                 * @example sendMessage
                 */
                operationId?: components["parameters"]["MockRequestOperation"];
                /**
                 * @description Only this HTTP method.
                 * @example POST
                 */
                method?: components["parameters"]["MockRequestMethod"];
                /**
                 * @description Only this path, with its query as the journal has it.
                 * @example /contacts?page=2
                 */
                path?: components["parameters"]["MockRequestPath"];
                /**
                 * @description Only this HTTP status.
                 * @example 403
                 */
                status?: components["parameters"]["MockRequestStatus"];
                /**
                 * @description Only this decision, as in `x-mock-decision`.
                 * @example instance_not_allowed
                 */
                decision?: components["parameters"]["MockRequestDecision"];
                /**
                 * @description Only answers that are known so well.
                 * @example inferred
                 */
                evidence?: components["parameters"]["MockRequestEvidence"];
                /**
                 * @description Only keys of this security scheme.
                 * @example zenvioKey
                 */
                scheme?: components["parameters"]["MockRequestScheme"];
                /**
                 * @description Only requests of this key.
                 * @example key_zenvio_locked
                 */
                keyId?: components["parameters"]["MockRequestKey"];
                /**
                 * @description Only requests of this account's keys.
                 * @example acc_zenvio_demo
                 */
                accountId?: components["parameters"]["MockRequestAccount"];
                /**
                 * @description Only requests about this instance.
                 * @example inst_farmacia_maria
                 */
                instanceId?: components["parameters"]["MockRequestInstance"];
                /**
                 * @description Only this user agent.
                 * @example chaveiro-sdk/0.1.0
                 */
                userAgent?: components["parameters"]["MockRequestUserAgent"];
            };
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
                /**
                 * @description Id of the last event that was received; browsers send it when they connect again.
                 * @example req_01j9q8z4
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["MockInvalidQuery"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockFaults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The faults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockFaultList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    addMockFault: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewFault"];
            };
        };
        responses: {
            /** @description The fault. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockFault"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    clearMockFaults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no fault. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    removeMockFault: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the fault.
                 * @example fault_4fJ0aQm2Zx81
                 */
                faultId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockFaultNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    getMockSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSettings"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    updateMockSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockSettingsChange"];
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSettings"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockSnapshots: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSnapshotList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    takeMockSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSnapshot"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    deleteMockSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the snapshot.
                 * @example snapshot_1
                 */
                snapshotId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockSnapshotNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    restoreMockSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the snapshot.
                 * @example snapshot_1
                 */
                snapshotId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockSnapshot"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockSnapshotNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockScenarios: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockScenarioList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    playMockScenario: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Name of the scenario.
                 * @example disabled
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockScenarioOptions"];
            };
        };
        responses: {
            /** @description What the scenario made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockPlayedScenario"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    applyMockSeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockSeed"];
            };
        };
        responses: {
            /** @description What the seed made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAppliedSeed"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockWebhookList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    registerMockWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MockNewWebhook"];
            };
        };
        responses: {
            /** @description The webhook, with the secret that signs deliveries. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockRegisteredWebhook"];
                };
            };
            400: components["responses"]["MockInvalidBody"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            415: components["responses"]["ProblemUnsupportedMediaType"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    removeMockWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example wh_4fJ0aQm2Zx81
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            404: components["responses"]["MockWebhookNotFound"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    listMockDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockDeliveryList"];
                };
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
    settleMockDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The session that this is about, created when it does not exist; `/~name/` before the path says the same. Default: the default session.
                 * @example checkout-test
                 */
                "x-mock-session"?: components["parameters"]["MockSessionName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is on its way. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MockBadRequest"];
            401: components["responses"]["MockControlTokenRequired"];
            403: components["responses"]["MockControlForbidden"];
            410: components["responses"]["MockSessionExpired"];
            413: components["responses"]["ProblemPayloadTooLarge"];
            414: components["responses"]["ProblemUriTooLong"];
            429: components["responses"]["MockSessionLimitReached"];
            500: components["responses"]["ProblemServerError"];
        };
    };
}

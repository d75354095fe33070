// Generated from openapi.yaml by npm run generate. Do not edit.
import * as s from '../../schemas/build.ts';
/** Where a contact came from. Two keys are shown by the provider; more may exist. */
export const pingbackOrigin = /* @__PURE__ */ s.openObject({
  url: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  utmSource: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** A flat object, one key an attribute (custom field). */
export const pingbackAttributes = /* @__PURE__ */ s.openObject({
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** A contact (Contato) as lists and look-ups return it. */
export const pingbackContact = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.uuid(),
  email: /* @__PURE__ */ s.email(),
  status: /* @__PURE__ */ s.string(),
  source: /* @__PURE__ */ s.string(),
  origin: /* @__PURE__ */ s.nullable(pingbackOrigin),
  segmentedListsIds: /* @__PURE__ */ s.array(/* @__PURE__ */ s.uuid()),
  createdAt: /* @__PURE__ */ s.dateTime(),
  attributes: pingbackAttributes,
});
/** `PingbackContactPage` of the document. */
export const pingbackContactPage = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({
    page: /* @__PURE__ */ s.integer(),
    total: /* @__PURE__ */ s.integer(),
    data: /* @__PURE__ */ s.array(pingbackContact),
  }),
});
/** An answer of the gateway in front of the API; it has no code and no request id. */
export const pingbackGatewayMessage = /* @__PURE__ */ s.object({ message: /* @__PURE__ */ s.string() });
/** The gateway's denial; its only field starts with a capital letter. */
export const pingbackGatewayDenial = /* @__PURE__ */ s.object({ Message: /* @__PURE__ */ s.string() });
/** An error of the application, in the envelope of the previous API version. */
export const pingbackError = /* @__PURE__ */ s.object({
  error: /* @__PURE__ */ s.string(),
  errorCode: /* @__PURE__ */ s.string(),
  requestId: /* @__PURE__ */ s.string(),
});
/** The same with `message` in place of `error`; an alternative that tests can choose. */
export const pingbackErrorMessage = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  errorCode: /* @__PURE__ */ s.string(),
  requestId: /* @__PURE__ */ s.string(),
});
/** `PingbackContactCreate` of the document. */
export const pingbackContactCreate = /* @__PURE__ */ s.object({
  email: /* @__PURE__ */ s.email(),
  origin: /* @__PURE__ */ s.optional(pingbackOrigin),
  attributes: /* @__PURE__ */ s.optional(pingbackAttributes),
});
/** `PingbackContactReference` of the document. */
export const pingbackContactReference = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({ id: /* @__PURE__ */ s.uuid(), email: /* @__PURE__ */ s.email() }),
});
/** `PingbackContactFound` of the document. */
export const pingbackContactFound = /* @__PURE__ */ s.object({ message: /* @__PURE__ */ s.string(), data: pingbackContact });
/** The attributes themselves, flat. Unlike creation, nothing is nested under `attributes`. */
export const pingbackContactUpdate = /* @__PURE__ */ s.openObject({
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** A segment (Segmentação). Its fields are not shown by the provider; these are inferred. */
export const pingbackSegment = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.uuid(),
  name: /* @__PURE__ */ s.string(),
  createdAt: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.dateTime()),
});
/** `PingbackSegmentPage` of the document. */
export const pingbackSegmentPage = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({
    page: /* @__PURE__ */ s.integer(),
    total: /* @__PURE__ */ s.integer(),
    data: /* @__PURE__ */ s.array(pingbackSegment),
  }),
});
/** `PingbackSegmentAdd` of the document. */
export const pingbackSegmentAdd = /* @__PURE__ */ s.object({
  segmentedListsIds: /* @__PURE__ */ s.array(/* @__PURE__ */ s.uuid(), /* @__PURE__ */ s.minLength(1)),
});
/** `PingbackSegmentAdded` of the document. */
export const pingbackSegmentAdded = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({
    id: /* @__PURE__ */ s.uuid(),
    email: /* @__PURE__ */ s.email(),
    segmentedListsIds: /* @__PURE__ */ s.array(/* @__PURE__ */ s.uuid()),
  }),
});
/** A flat object; the attributes that Pingback brings carry the prefix `pb_`. */
export const pingbackDealAttributes = /* @__PURE__ */ s.openObject({
  pb_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  pb_amount: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  pb_closingDate: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.dateTime()),
});
/** `PingbackDealCreate` of the document. */
export const pingbackDealCreate = /* @__PURE__ */ s.object({
  contactId: /* @__PURE__ */ s.uuid(),
  pipelineId: /* @__PURE__ */ s.uuid(),
  stageId: /* @__PURE__ */ s.uuid(),
  attributes: /* @__PURE__ */ s.optional(pingbackDealAttributes),
});
/** `PingbackDealCreated` of the document. */
export const pingbackDealCreated = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({
    id: /* @__PURE__ */ s.uuid(),
    contactId: /* @__PURE__ */ s.uuid(),
    email: /* @__PURE__ */ s.email(),
  }),
});
/** Whatever is to change. The pipeline cannot be changed. */
export const pingbackDealUpdate = /* @__PURE__ */ s.object({
  contactId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uuid()),
  stageId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uuid()),
  attributes: /* @__PURE__ */ s.optional(pingbackDealAttributes),
});
/** `PingbackDealUpdated` of the document. */
export const pingbackDealUpdated = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({ id: /* @__PURE__ */ s.uuid() }),
});
/** How the address is probed. Only `port` is shown by the provider; the rest are the options of its open-source library, which the operation probably wraps. */
export const pingbackEmailVerification = /* @__PURE__ */ s.object({
  port: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1), /* @__PURE__ */ s.maximum(65535))),
  fqdn: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  sender: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.email()),
  timeout: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
  attempts: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
  ignoreSMTPVerify: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
  debug: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
});
/** `PingbackEmailVerified` of the document. */
export const pingbackEmailVerified = /* @__PURE__ */ s.object({
  message: /* @__PURE__ */ s.string(),
  data: /* @__PURE__ */ s.object({
    email: /* @__PURE__ */ s.string(),
    valid: /* @__PURE__ */ s.boolean(),
    success: /* @__PURE__ */ s.boolean(),
    message: /* @__PURE__ */ s.string(),
  }),
});
/** `PingbackWebhookTrigger` of the document. */
export const pingbackWebhookTrigger = /* @__PURE__ */ s.object({
  email: /* @__PURE__ */ s.email(),
  customFields: /* @__PURE__ */ s.optional(
    /* @__PURE__ */ s.array(
      /* @__PURE__ */ s.object({
        fieldName: /* @__PURE__ */ s.string(),
        fieldValue: /* @__PURE__ */ s.union([
          /* @__PURE__ */ s.string(),
          /* @__PURE__ */ s.number(),
          /* @__PURE__ */ s.boolean(),
        ]),
      }),
    ),
  ),
});
/** `PingbackWebhookReceived` of the document. */
export const pingbackWebhookReceived = /* @__PURE__ */ s.object({ message: /* @__PURE__ */ s.string() });
/** What `listContacts` answers when it succeeds. */
export const listContactsResponse: typeof pingbackContactPage = pingbackContactPage;
const listContacts403 = /* @__PURE__ */ s.union([pingbackGatewayDenial, pingbackError, pingbackErrorMessage]);
/** What `listContacts` answers, by status. */
export const listContactsResponses: {
  readonly 200: typeof pingbackContactPage;
  readonly 400: typeof pingbackGatewayMessage;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackContactPage,
  400: pingbackGatewayMessage,
  401: pingbackGatewayMessage,
  403: listContacts403,
  414: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `createContact` takes. */
export const createContactRequest: typeof pingbackContactCreate = pingbackContactCreate;
/** What `createContact` answers when it succeeds. */
export const createContactResponse: typeof pingbackContactReference = pingbackContactReference;
const createContact400 = /* @__PURE__ */ s.union([pingbackError, pingbackGatewayMessage]);
/** What `createContact` answers, by status. */
export const createContactResponses: {
  readonly 201: typeof pingbackContactReference;
  readonly 400: typeof createContact400;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 409: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  201: pingbackContactReference,
  400: createContact400,
  401: pingbackGatewayMessage,
  403: listContacts403,
  409: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** What `getContact` answers when it succeeds. */
export const getContactResponse: typeof pingbackContactFound = pingbackContactFound;
/** What `getContact` answers, by status. */
export const getContactResponses: {
  readonly 200: typeof pingbackContactFound;
  readonly 400: typeof pingbackGatewayMessage;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackContactFound,
  400: pingbackGatewayMessage,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  414: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `updateContact` takes. */
export const updateContactRequest: typeof pingbackContactUpdate = pingbackContactUpdate;
/** What `updateContact` answers when it succeeds. */
export const updateContactResponse: typeof pingbackContactReference = pingbackContactReference;
/** What `updateContact` answers, by status. */
export const updateContactResponses: {
  readonly 200: typeof pingbackContactReference;
  readonly 400: typeof createContact400;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackContactReference,
  400: createContact400,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** What `deleteContact` answers when it succeeds. */
export const deleteContactResponse: typeof pingbackContactReference = pingbackContactReference;
/** What `deleteContact` answers, by status. */
export const deleteContactResponses: {
  readonly 200: typeof pingbackContactReference;
  readonly 400: typeof pingbackGatewayMessage;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackContactReference,
  400: pingbackGatewayMessage,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  414: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** What `listSegments` answers when it succeeds. */
export const listSegmentsResponse: typeof pingbackSegmentPage = pingbackSegmentPage;
/** What `listSegments` answers, by status. */
export const listSegmentsResponses: {
  readonly 200: typeof pingbackSegmentPage;
  readonly 400: typeof pingbackGatewayMessage;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackSegmentPage,
  400: pingbackGatewayMessage,
  401: pingbackGatewayMessage,
  403: listContacts403,
  414: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `addContactToSegments` takes. */
export const addContactToSegmentsRequest: typeof pingbackSegmentAdd = pingbackSegmentAdd;
/** What `addContactToSegments` answers when it succeeds. */
export const addContactToSegmentsResponse: typeof pingbackSegmentAdded = pingbackSegmentAdded;
/** What `addContactToSegments` answers, by status. */
export const addContactToSegmentsResponses: {
  readonly 200: typeof pingbackSegmentAdded;
  readonly 400: typeof createContact400;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackSegmentAdded,
  400: createContact400,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `createDeal` takes. */
export const createDealRequest: typeof pingbackDealCreate = pingbackDealCreate;
/** What `createDeal` answers when it succeeds. */
export const createDealResponse: typeof pingbackDealCreated = pingbackDealCreated;
/** What `createDeal` answers, by status. */
export const createDealResponses: {
  readonly 201: typeof pingbackDealCreated;
  readonly 400: typeof createContact400;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 409: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  201: pingbackDealCreated,
  400: createContact400,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  409: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `updateDeal` takes. */
export const updateDealRequest: typeof pingbackDealUpdate = pingbackDealUpdate;
/** What `updateDeal` answers when it succeeds. */
export const updateDealResponse: typeof pingbackDealUpdated = pingbackDealUpdated;
/** What `updateDeal` answers, by status. */
export const updateDealResponses: {
  readonly 200: typeof pingbackDealUpdated;
  readonly 400: typeof createContact400;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 404: typeof pingbackError;
  readonly 409: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackDealUpdated,
  400: createContact400,
  401: pingbackGatewayMessage,
  403: listContacts403,
  404: pingbackError,
  409: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `verifyEmail` takes. */
export const verifyEmailRequest: typeof pingbackEmailVerification = pingbackEmailVerification;
/** What `verifyEmail` answers when it succeeds. */
export const verifyEmailResponse: typeof pingbackEmailVerified = pingbackEmailVerified;
/** What `verifyEmail` answers, by status. */
export const verifyEmailResponses: {
  readonly 200: typeof pingbackEmailVerified;
  readonly 400: typeof pingbackGatewayMessage;
  readonly 401: typeof pingbackGatewayMessage;
  readonly 403: typeof listContacts403;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 429: typeof pingbackGatewayMessage;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackEmailVerified,
  400: pingbackGatewayMessage,
  401: pingbackGatewayMessage,
  403: listContacts403,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  429: pingbackGatewayMessage,
  500: pingbackError,
};
/** The body that `triggerWebhook` takes. */
export const triggerWebhookRequest: typeof pingbackWebhookTrigger = pingbackWebhookTrigger;
/** What `triggerWebhook` answers when it succeeds. */
export const triggerWebhookResponse: typeof pingbackWebhookReceived = pingbackWebhookReceived;
/** What `triggerWebhook` answers, by status. */
export const triggerWebhookResponses: {
  readonly 200: typeof pingbackWebhookReceived;
  readonly 400: typeof createContact400;
  readonly 404: typeof pingbackError;
  readonly 413: typeof pingbackGatewayMessage;
  readonly 414: typeof pingbackGatewayMessage;
  readonly 415: typeof pingbackGatewayMessage;
  readonly 422: typeof pingbackError;
  readonly 500: typeof pingbackError;
} = {
  200: pingbackWebhookReceived,
  400: createContact400,
  404: pingbackError,
  413: pingbackGatewayMessage,
  414: pingbackGatewayMessage,
  415: pingbackGatewayMessage,
  422: pingbackError,
  500: pingbackError,
};

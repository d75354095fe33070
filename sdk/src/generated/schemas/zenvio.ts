// Generated from openapi.yaml by npm run generate. Do not edit.
import * as s from '../../schemas/build.ts';
/** The instance (WhatsApp number) that sends. A key that is locked to other instances is refused here. */
export const zenvioSenderInstance = /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1));
/** Phone number with country code (DDI), digits only, no `+`. */
export const zenvioPhone = /* @__PURE__ */ s.string(/* @__PURE__ */ s.pattern(/^\d{8,15}$/));
/** 1 to 100 recipients, one message each; an array even for one. */
export const zenvioRecipients = /* @__PURE__ */ s.array(
  zenvioPhone,
  /* @__PURE__ */ s.minLength(1),
  /* @__PURE__ */ s.maxLength(100),
);
/** `ZenvioTextPayload` of the document. */
export const zenvioTextPayload = /* @__PURE__ */ s.object({ message: /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1)) });
/** When to send. Without it, at once. */
export const zenvioSchedule = /* @__PURE__ */ s.object({ sendAt: /* @__PURE__ */ s.dateTime() });
/** `ZenvioSendOptions` of the document. */
export const zenvioSendOptions = /* @__PURE__ */ s.object({
  priority: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['high', 'normal', 'low'])),
  maxRetries: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0), /* @__PURE__ */ s.maximum(5))),
});
/** `ZenvioSendText` of the document. */
export const zenvioSendText = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['text']),
  payload: zenvioTextPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** A file for image, video, audio or document. All three fields are required; there is no caption. */
export const zenvioMediaPayload = /* @__PURE__ */ s.object({
  media_url: /* @__PURE__ */ s.uri(),
  file_name: /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1)),
  mimetype: /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1)),
});
/** `ZenvioSendImage` of the document. */
export const zenvioSendImage = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['image']),
  payload: zenvioMediaPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** `ZenvioSendVideo` of the document. */
export const zenvioSendVideo = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['video']),
  payload: zenvioMediaPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** `ZenvioSendAudio` of the document. */
export const zenvioSendAudio = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['audio']),
  payload: zenvioMediaPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** `ZenvioSendDocument` of the document. */
export const zenvioSendDocument = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['document']),
  payload: zenvioMediaPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** A place. All four fields are required. */
export const zenvioLocationPayload = /* @__PURE__ */ s.object({
  latitude: /* @__PURE__ */ s.number(),
  longitude: /* @__PURE__ */ s.number(),
  name: /* @__PURE__ */ s.string(),
  address: /* @__PURE__ */ s.string(),
});
/** `ZenvioSendLocation` of the document. */
export const zenvioSendLocation = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['location']),
  payload: zenvioLocationPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** Full name. */
export const zenvioContactName = /* @__PURE__ */ s.string();
/** Number as digits with country code. */
export const zenvioContactWuid = /* @__PURE__ */ s.string(/* @__PURE__ */ s.pattern(/^\d+$/));
/** Number as people write it. */
export const zenvioContactPhoneNumber = /* @__PURE__ */ s.string();
/** Company. */
export const zenvioContactOrganization = /* @__PURE__ */ s.string();
/** E-mail address. */
export const zenvioContactEmail = /* @__PURE__ */ s.string();
/** Web page. */
export const zenvioContactUrl = /* @__PURE__ */ s.string();
/** `ZenvioContactWithWuid` of the document. */
export const zenvioContactWithWuid = /* @__PURE__ */ s.object({
  fullName: zenvioContactName,
  wuid: zenvioContactWuid,
  phoneNumber: /* @__PURE__ */ s.optional(zenvioContactPhoneNumber),
  organization: /* @__PURE__ */ s.optional(zenvioContactOrganization),
  email: /* @__PURE__ */ s.optional(zenvioContactEmail),
  url: /* @__PURE__ */ s.optional(zenvioContactUrl),
});
/** `ZenvioContactWithPhoneNumber` of the document. */
export const zenvioContactWithPhoneNumber = /* @__PURE__ */ s.object({
  fullName: zenvioContactName,
  wuid: /* @__PURE__ */ s.optional(zenvioContactWuid),
  phoneNumber: zenvioContactPhoneNumber,
  organization: /* @__PURE__ */ s.optional(zenvioContactOrganization),
  email: /* @__PURE__ */ s.optional(zenvioContactEmail),
  url: /* @__PURE__ */ s.optional(zenvioContactUrl),
});
/** `ZenvioContactCardPayload` of the document. */
export const zenvioContactCardPayload = /* @__PURE__ */ s.object({
  contact: /* @__PURE__ */ s.union([zenvioContactWithWuid, zenvioContactWithPhoneNumber]),
});
/** `ZenvioContactIdPayload` of the document. */
export const zenvioContactIdPayload = /* @__PURE__ */ s.object({ contact_id: /* @__PURE__ */ s.string() });
/** A contact card, or the id of a contact that the workspace already has. */
export const zenvioContactPayload = /* @__PURE__ */ s.union([zenvioContactCardPayload, zenvioContactIdPayload]);
/** `ZenvioSendContact` of the document. */
export const zenvioSendContact = /* @__PURE__ */ s.object({
  instance_id: zenvioSenderInstance,
  to: zenvioRecipients,
  type: /* @__PURE__ */ s.literal(['contact']),
  payload: zenvioContactPayload,
  schedule: /* @__PURE__ */ s.optional(zenvioSchedule),
  options: /* @__PURE__ */ s.optional(zenvioSendOptions),
});
/** What to send, to whom, from which instance. The payload follows the type. */
export const zenvioSendMessage = /* @__PURE__ */ s.tagged('type', [
  zenvioSendText,
  zenvioSendImage,
  zenvioSendVideo,
  zenvioSendAudio,
  zenvioSendDocument,
  zenvioSendLocation,
  zenvioSendContact,
]);
/** `ZenvioMessageId` of the document. */
export const zenvioMessageId = /* @__PURE__ */ s.string();
/** A bare object, without `success` and `data`. Accepted is not sent; follow `GET` or the webhooks. */
export const zenvioSendResult = /* @__PURE__ */ s.object({
  message_ids: /* @__PURE__ */ s.array(zenvioMessageId),
  status: /* @__PURE__ */ s.enumOf(['queued', 'scheduled']),
  scheduled_at: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.dateTime()),
});
/** `ZenvioErrorDetail` of the document. */
export const zenvioErrorDetail = /* @__PURE__ */ s.object({
  field: /* @__PURE__ */ s.string(),
  message: /* @__PURE__ */ s.string(),
});
/** No catalogue of errors exists for Zenvio. Its SDKs show `error` or `message` alone; the successor sends `success`, `error`, `message` and `code` together. Read `code`, else `error`, else `message`, and never match on the texts. */
export const zenvioError = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
  error: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  message: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  code: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  details: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.array(zenvioErrorDetail)),
  note: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  retryAfterSec: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
});
/** Null until it happens. */
export const zenvioMoment = /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.dateTime());
/** A message and how far it came; a bare object, without `success` and `data`. */
export const zenvioMessage = /* @__PURE__ */ s.object({
  message_id: zenvioMessageId,
  to: /* @__PURE__ */ s.string(),
  type: /* @__PURE__ */ s.string(),
  status: /* @__PURE__ */ s.string(),
  scheduled_at: zenvioMoment,
  sent_at: zenvioMoment,
  delivered_at: zenvioMoment,
  read_at: zenvioMoment,
  failed_at: zenvioMoment,
  error_message: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  external_id: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  created_at: /* @__PURE__ */ s.dateTime(),
});
/** `ZenvioMessageAction` of the document. */
export const zenvioMessageAction = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.boolean(),
  message_ids: /* @__PURE__ */ s.array(zenvioMessageId),
  status: /* @__PURE__ */ s.enumOf(['deleted', 'edited', 'cancelled']),
});
/** `ZenvioEditMessage` of the document. */
export const zenvioEditMessage = /* @__PURE__ */ s.object({ text: /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(1)) });
/** `ZenvioInstanceId` of the document. */
export const zenvioInstanceId = /* @__PURE__ */ s.string();
/** PENDING waits for its QR code to be read, ACTIVE is connected. */
export const zenvioInstanceStatus = /* @__PURE__ */ s.enumOf(['PENDING', 'ACTIVE', 'DISCONNECTED', 'SUSPENDED', 'CANCELLED']);
/** A WhatsApp number (`instância`) of the workspace. */
export const zenvioInstance = /* @__PURE__ */ s.object({
  id: zenvioInstanceId,
  name: /* @__PURE__ */ s.string(),
  phoneNumber: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  status: zenvioInstanceStatus,
  createdAt: /* @__PURE__ */ s.dateTime(),
  updatedAt: /* @__PURE__ */ s.dateTime(),
});
/** `ZenvioPagination` of the document. */
export const zenvioPagination = /* @__PURE__ */ s.object({
  total: /* @__PURE__ */ s.integer(),
  page: /* @__PURE__ */ s.integer(),
  limit: /* @__PURE__ */ s.integer(),
  totalPages: /* @__PURE__ */ s.integer(),
});
/** `ZenvioInstanceList` of the document. */
export const zenvioInstanceList = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.boolean(),
  data: /* @__PURE__ */ s.array(zenvioInstance),
  pagination: zenvioPagination,
});
/** `ZenvioCreateInstance` of the document. */
export const zenvioCreateInstance = /* @__PURE__ */ s.object({
  name: /* @__PURE__ */ s.string(/* @__PURE__ */ s.minLength(3), /* @__PURE__ */ s.maxLength(1024)),
});
/** An instance without `updatedAt`, as creation answers it. */
export const zenvioNewInstance = /* @__PURE__ */ s.object({
  id: zenvioInstanceId,
  name: /* @__PURE__ */ s.string(),
  status: zenvioInstanceStatus,
  phoneNumber: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  createdAt: /* @__PURE__ */ s.dateTime(),
});
/** What connects the phone: the QR code to scan (`Escanear QR Code`) or a pairing code. The SDK types it as any object; these fields are from its tests and from the successor, which calls the object `connection`. */
export const zenvioConnection = /* @__PURE__ */ s.object({
  base64: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  code: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  pairingCode: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  count: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** `ZenvioCreatedInstance` of the document. */
export const zenvioCreatedInstance = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.boolean(),
  data: /* @__PURE__ */ s.object({ instance: zenvioNewInstance, evolution: zenvioConnection }),
});
/** `ZenvioInstanceDetail` of the document. */
export const zenvioInstanceDetail = /* @__PURE__ */ s.object({ success: /* @__PURE__ */ s.boolean(), data: zenvioInstance });
/** `ZenvioInstanceAction` of the document. */
export const zenvioInstanceAction = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.boolean(),
  data: /* @__PURE__ */ s.object({ instance_id: zenvioInstanceId, status: /* @__PURE__ */ s.string() }),
  message: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** One request that reached the API, and the key that made it. */
export const zenvioLog = /* @__PURE__ */ s.object({
  id: /* @__PURE__ */ s.string(),
  apiKeyId: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  instanceId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  endpoint: /* @__PURE__ */ s.string(),
  method: /* @__PURE__ */ s.string(),
  status: /* @__PURE__ */ s.integer(),
  userAgent: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  ip: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  requestQuery: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.record(/* @__PURE__ */ s.unknown()))),
  requestBody: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.record(/* @__PURE__ */ s.unknown()))),
  responseBody: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.record(/* @__PURE__ */ s.unknown()))),
  duration: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.number())),
  createdAt: /* @__PURE__ */ s.dateTime(),
});
/** `ZenvioLogList` of the document. */
export const zenvioLogList = /* @__PURE__ */ s.object({
  success: /* @__PURE__ */ s.boolean(),
  data: /* @__PURE__ */ s.array(zenvioLog),
  pagination: zenvioPagination,
});
/** The workspace. */
export const zenvioWebhookWorkspaceId = /* @__PURE__ */ s.string();
/** The number (instância) that it is about. */
export const zenvioWebhookInstanceId = /* @__PURE__ */ s.string();
/** The message that it is about. */
export const zenvioWebhookMessageId = /* @__PURE__ */ s.string();
/** When it happened. */
export const zenvioWebhookTimestamp = /* @__PURE__ */ s.dateTime();
/** As of message.read, with the status of this event (inferred). */
export const zenvioWebhookStatusData = /* @__PURE__ */ s.object({
  to: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  externalId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** Left the queue and was accepted by WhatsApp: one grey tick. */
export const zenvioMessageSentEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.sent']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookStatusData,
});
/** Reached the recipient's phone: two grey ticks. */
export const zenvioMessageDeliveredEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.delivered']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookStatusData,
});
/** `ZenvioWebhookReadData` of the document. */
export const zenvioWebhookReadData = /* @__PURE__ */ s.object({
  to: /* @__PURE__ */ s.string(),
  status: /* @__PURE__ */ s.string(),
  externalId: /* @__PURE__ */ s.string(),
});
/** Was opened, or its audio played: two blue ticks. */
export const zenvioMessageReadEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.read']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookReadData,
});
/** As of message.read, with the reason (inferred). */
export const zenvioWebhookFailureData = /* @__PURE__ */ s.object({
  to: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  externalId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  error: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** Will never be sent: every attempt has failed. */
export const zenvioMessageFailedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.failed']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookFailureData,
});
/** Who wrote what; its form is not documented (inferred). */
export const zenvioWebhookInboundData = /* @__PURE__ */ s.object({
  from: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  type: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  message: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  externalId: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** Somebody wrote to an instance: a text, an audio or other media. */
export const zenvioMessageReceivedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.received']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookInboundData,
});
/** The recipient used "reply" on a message that was sent. */
export const zenvioMessageRespondedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.responded']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookStatusData,
});
/** Was deleted for everyone, by its sender or through the API. */
export const zenvioMessageDeletedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.deleted']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookStatusData,
});
/** Its text was changed after sending. */
export const zenvioMessageEditedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['message.edited']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  message_id: zenvioWebhookMessageId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookStatusData,
});
/** Its form is not documented (inferred). */
export const zenvioWebhookConnectedData = /* @__PURE__ */ s.object({
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  phoneNumber: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** A phone is connected: its QR code was read, or its session restored. */
export const zenvioInstanceConnectedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['instance.connected']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookConnectedData,
});
/** Its form is not documented (inferred). */
export const zenvioWebhookDisconnectedData = /* @__PURE__ */ s.object({
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** The phone went offline, or its session was closed. */
export const zenvioInstanceDisconnectedEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['instance.disconnected']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookDisconnectedData,
});
/** That it carries the image in base64 is documented; the names of the fields are not (inferred). */
export const zenvioWebhookQrCodeData = /* @__PURE__ */ s.object({
  status: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  base64: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** There is a new QR code to scan. */
export const zenvioInstanceQrCodeEvent = /* @__PURE__ */ s.object({
  event: /* @__PURE__ */ s.literal(['instance.qrcode']),
  workspace_id: zenvioWebhookWorkspaceId,
  instance_id: zenvioWebhookInstanceId,
  timestamp: zenvioWebhookTimestamp,
  data: zenvioWebhookQrCodeData,
});
/** The body that `sendMessage` takes. */
export const sendMessageRequest: typeof zenvioSendMessage = zenvioSendMessage;
/** What `sendMessage` answers when it succeeds. */
export const sendMessageResponse: typeof zenvioSendResult = zenvioSendResult;
/** What `sendMessage` answers, by status. */
export const sendMessageResponses: {
  readonly 200: typeof zenvioSendResult;
  readonly 202: typeof zenvioSendResult;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 415: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
  readonly 503: typeof zenvioError;
} = {
  200: zenvioSendResult,
  202: zenvioSendResult,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  415: zenvioError,
  429: zenvioError,
  500: zenvioError,
  503: zenvioError,
};
/** What `getMessage` answers when it succeeds. */
export const getMessageResponse: typeof zenvioMessage = zenvioMessage;
/** What `getMessage` answers, by status. */
export const getMessageResponses: {
  readonly 200: typeof zenvioMessage;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioMessage,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `deleteMessage` answers when it succeeds. */
export const deleteMessageResponse: typeof zenvioMessageAction = zenvioMessageAction;
/** What `deleteMessage` answers, by status. */
export const deleteMessageResponses: {
  readonly 200: typeof zenvioMessageAction;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioMessageAction,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** The body that `editMessage` takes. */
export const editMessageRequest: typeof zenvioEditMessage = zenvioEditMessage;
/** What `editMessage` answers when it succeeds. */
export const editMessageResponse: typeof zenvioMessageAction = zenvioMessageAction;
/** What `editMessage` answers, by status. */
export const editMessageResponses: {
  readonly 200: typeof zenvioMessageAction;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 415: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioMessageAction,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  415: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `cancelMessage` answers when it succeeds. */
export const cancelMessageResponse: typeof zenvioMessageAction = zenvioMessageAction;
/** What `cancelMessage` answers, by status. */
export const cancelMessageResponses: {
  readonly 200: typeof zenvioMessageAction;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioMessageAction,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `listInstances` answers when it succeeds. */
export const listInstancesResponse: typeof zenvioInstanceList = zenvioInstanceList;
/** What `listInstances` answers, by status. */
export const listInstancesResponses: {
  readonly 200: typeof zenvioInstanceList;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioInstanceList,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** The body that `createInstance` takes. */
export const createInstanceRequest: typeof zenvioCreateInstance = zenvioCreateInstance;
/** What `createInstance` answers when it succeeds. */
export const createInstanceResponse: typeof zenvioCreatedInstance = zenvioCreatedInstance;
/** What `createInstance` answers, by status. */
export const createInstanceResponses: {
  readonly 200: typeof zenvioCreatedInstance;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 415: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
  readonly 502: typeof zenvioError;
} = {
  200: zenvioCreatedInstance,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  413: zenvioError,
  414: zenvioError,
  415: zenvioError,
  429: zenvioError,
  500: zenvioError,
  502: zenvioError,
};
/** What `getInstance` answers when it succeeds. */
export const getInstanceResponse: typeof zenvioInstanceDetail = zenvioInstanceDetail;
/** What `getInstance` answers, by status. */
export const getInstanceResponses: {
  readonly 200: typeof zenvioInstanceDetail;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioInstanceDetail,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `deleteInstance` answers when it succeeds. */
export const deleteInstanceResponse: typeof zenvioInstanceAction = zenvioInstanceAction;
/** What `deleteInstance` answers, by status. */
export const deleteInstanceResponses: {
  readonly 200: typeof zenvioInstanceAction;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioInstanceAction,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `disconnectInstance` answers when it succeeds. */
export const disconnectInstanceResponse: typeof zenvioInstanceAction = zenvioInstanceAction;
/** What `disconnectInstance` answers, by status. */
export const disconnectInstanceResponses: {
  readonly 200: typeof zenvioInstanceAction;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 404: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioInstanceAction,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  404: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** What `listLogs` answers when it succeeds. */
export const listLogsResponse: typeof zenvioLogList = zenvioLogList;
/** What `listLogs` answers, by status. */
export const listLogsResponses: {
  readonly 200: typeof zenvioLogList;
  readonly 400: typeof zenvioError;
  readonly 401: typeof zenvioError;
  readonly 402: typeof zenvioError;
  readonly 403: typeof zenvioError;
  readonly 413: typeof zenvioError;
  readonly 414: typeof zenvioError;
  readonly 429: typeof zenvioError;
  readonly 500: typeof zenvioError;
} = {
  200: zenvioLogList,
  400: zenvioError,
  401: zenvioError,
  402: zenvioError,
  403: zenvioError,
  413: zenvioError,
  414: zenvioError,
  429: zenvioError,
  500: zenvioError,
};
/** The body of any webhook of the platform. */
export const zenvioWebhook = /* @__PURE__ */ s.tagged('event', [
  zenvioMessageSentEvent,
  zenvioMessageDeliveredEvent,
  zenvioMessageReadEvent,
  zenvioMessageFailedEvent,
  zenvioMessageReceivedEvent,
  zenvioMessageRespondedEvent,
  zenvioMessageDeletedEvent,
  zenvioMessageEditedEvent,
  zenvioInstanceConnectedEvent,
  zenvioInstanceDisconnectedEvent,
  zenvioInstanceQrCodeEvent,
]);
/** The bodies of the platform's webhooks, by event. */
export const zenvioWebhooks: {
  readonly 'message.sent': typeof zenvioMessageSentEvent;
  readonly 'message.delivered': typeof zenvioMessageDeliveredEvent;
  readonly 'message.read': typeof zenvioMessageReadEvent;
  readonly 'message.failed': typeof zenvioMessageFailedEvent;
  readonly 'message.received': typeof zenvioMessageReceivedEvent;
  readonly 'message.responded': typeof zenvioMessageRespondedEvent;
  readonly 'message.deleted': typeof zenvioMessageDeletedEvent;
  readonly 'message.edited': typeof zenvioMessageEditedEvent;
  readonly 'instance.connected': typeof zenvioInstanceConnectedEvent;
  readonly 'instance.disconnected': typeof zenvioInstanceDisconnectedEvent;
  readonly 'instance.qrcode': typeof zenvioInstanceQrCodeEvent;
} = {
  'message.sent': zenvioMessageSentEvent,
  'message.delivered': zenvioMessageDeliveredEvent,
  'message.read': zenvioMessageReadEvent,
  'message.failed': zenvioMessageFailedEvent,
  'message.received': zenvioMessageReceivedEvent,
  'message.responded': zenvioMessageRespondedEvent,
  'message.deleted': zenvioMessageDeletedEvent,
  'message.edited': zenvioMessageEditedEvent,
  'instance.connected': zenvioInstanceConnectedEvent,
  'instance.disconnected': zenvioInstanceDisconnectedEvent,
  'instance.qrcode': zenvioInstanceQrCodeEvent,
};

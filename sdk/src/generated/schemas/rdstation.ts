// Generated from openapi.yaml by npm run generate. Do not edit.
import * as s from '../../schemas/build.ts';
/** `RdStationLegalBasis` of the document. */
export const rdStationLegalBasis = /* @__PURE__ */ s.object({
  category: /* @__PURE__ */ s.literal(['communications']),
  type: /* @__PURE__ */ s.enumOf([
    'pre_existent_contract',
    'consent',
    'legitimate_interest',
    'judicial_process',
    'vital_interest',
    'public_interest',
  ]),
  status: /* @__PURE__ */ s.enumOf(['granted', 'declined']),
});
/** Legal bases (bases legais) for communicating with the contact, under the LGPD. */
export const rdStationLegalBases = /* @__PURE__ */ s.array(rdStationLegalBasis);
/** The contact and the conversion. Custom fields (campos personalizados) come under their `cf_…` identifier, a string or, for multiple choice, an array. Attributes that are neither standard nor a custom field of the account are ignored, not refused. */
export const rdStationConversionPayload = /* @__PURE__ */ s.openObject({
  conversion_identifier: /* @__PURE__ */ s.string(/* @__PURE__ */ s.maxLength(255)),
  email: /* @__PURE__ */ s.email(/* @__PURE__ */ s.maxLength(255)),
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  job_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  state: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  city: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  country: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  twitter: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  facebook: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  linkedin: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  website: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  company_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  company_site: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  company_address: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  client_tracking_id: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  traffic_source: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  traffic_medium: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  traffic_campaign: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  traffic_value: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  tags: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.array(/* @__PURE__ */ s.string())),
  available_for_mailing: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
  legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
});
/** `RdStationConversion` of the document. */
export const rdStationConversion = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['CONVERSION']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: rdStationConversionPayload,
});
/** Accepted; the contact is processed later, within minutes. */
export const rdStationAccepted = /* @__PURE__ */ s.object({ event_uuid: /* @__PURE__ */ s.uuid() });
/** `RdStationError` of the document. */
export const rdStationError = /* @__PURE__ */ s.object({
  error_type: /* @__PURE__ */ s.string(),
  error_message: /* @__PURE__ */ s.string(),
  validation_rules: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.record(/* @__PURE__ */ s.unknown())),
  path: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** List form, usual for events and conversions. */
export const rdStationErrorList = /* @__PURE__ */ s.object({ errors: /* @__PURE__ */ s.array(rdStationError) });
/** Object form, usual elsewhere in the API. */
export const rdStationErrorObject = /* @__PURE__ */ s.object({ errors: rdStationError });
/** Object form, with a list of errors under each field's name. */
export const rdStationErrorsByField = /* @__PURE__ */ s.object({
  errors: /* @__PURE__ */ s.record(/* @__PURE__ */ s.array(rdStationError)),
});
/** The list without anything around it. */
export const rdStationBareErrors = /* @__PURE__ */ s.array(rdStationError);
/** An answer of the gateway in front of the API. */
export const rdStationGatewayMessage = /* @__PURE__ */ s.object({ message: /* @__PURE__ */ s.string() });
/** Every shape in which the API is known to say that a request does not fit. */
export const rdStationValidationFailure = /* @__PURE__ */ s.union([
  rdStationErrorList,
  rdStationErrorObject,
  rdStationErrorsByField,
  rdStationBareErrors,
  rdStationGatewayMessage,
]);
/** The answer of a limiter, with its count. */
export const rdStationLimiterError = /* @__PURE__ */ s.object({
  error: /* @__PURE__ */ s.string(),
  max: /* @__PURE__ */ s.integer(),
  usage: /* @__PURE__ */ s.integer(),
  remaining_time: /* @__PURE__ */ s.integer(),
});
/** The three shapes in which the API is known to say that a limit is exceeded. */
export const rdStationLimitFailure = /* @__PURE__ */ s.union([
  rdStationGatewayMessage,
  rdStationLimiterError,
  rdStationErrorObject,
]);
/** Marks a contact as an opportunity (oportunidade). The contact must exist already. */
export const rdStationOpportunity = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['OPPORTUNITY']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    funnel_name: /* @__PURE__ */ s.literal(['default']),
  }),
});
/** Marks a contact's opportunity as won (ganha). The contact must exist already. */
export const rdStationSale = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['SALE']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    funnel_name: /* @__PURE__ */ s.literal(['default']),
    value: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.number()),
  }),
});
/** Marks a contact's opportunity as lost (perdida). The contact must exist already. */
export const rdStationOpportunityLost = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['OPPORTUNITY_LOST']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    funnel_name: /* @__PURE__ */ s.literal(['default']),
    reason: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  }),
});
/** `RdStationChatStarted` of the document. */
export const rdStationChatStarted = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['CHAT_STARTED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    chat_subject: /* @__PURE__ */ s.string(),
    cf_chat_status: /* @__PURE__ */ s.string(),
    email: /* @__PURE__ */ s.email(),
    cf_chat_type: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    cf_birthdate: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    cf_gender: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    job_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    twitter: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    facebook: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    linkedin: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    website: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_site: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** `RdStationChatFinished` of the document. */
export const rdStationChatFinished = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['CHAT_FINISHED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    chat_subject: /* @__PURE__ */ s.string(),
    cf_chat_status: /* @__PURE__ */ s.string(),
    cf_chat_transcript_message: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    email: /* @__PURE__ */ s.email(),
    cf_chat_type: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    cf_birthdate: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    cf_gender: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    job_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    twitter: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    facebook: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    linkedin: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    website: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_site: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** `RdStationCallFinished` of the document. */
export const rdStationCallFinished = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['CALL_FINISHED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    call_from_number: /* @__PURE__ */ s.string(),
    call_status: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_site: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    job_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_user_email: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_started_at: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.dateTime()),
    call_duration: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_type: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_status_description: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_phone_type: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_carrier: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    call_record: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** `RdStationMediaPlayback` of the document. */
export const rdStationMediaPlayback = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.enumOf(['MEDIA_PLAYBACK_STARTED', 'MEDIA_PLAYBACK_STOPPED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    media_type: /* @__PURE__ */ s.string(),
    media_identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    company_site: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    job_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    twitter: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    facebook: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    linkedin: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    website: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    media_metadata: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    media_recorded_content: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
    media_category: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    media_duration: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
    media_published_date_timestamp: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.dateTime()),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** `RdStationCurrency` of the document. */
export const rdStationCurrency = /* @__PURE__ */ s.enumOf(['ARS', 'BRL', 'CAD', 'CLP', 'COP', 'EUR', 'MXN', 'PEN', 'USD', 'UYU']);
/** `RdStationLineItem` of the document. */
export const rdStationLineItem = /* @__PURE__ */ s.openObject({
  product_id: /* @__PURE__ */ s.string(/* @__PURE__ */ s.maxLength(150)),
  product_title: /* @__PURE__ */ s.string(/* @__PURE__ */ s.maxLength(255)),
  price: /* @__PURE__ */ s.number(/* @__PURE__ */ s.minimum(0)),
  quantity: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1)),
  product_url: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uri()),
  variant_id: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  variant_title: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  sku: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  image_url: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uri()),
  categories: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.array(/* @__PURE__ */ s.string(), /* @__PURE__ */ s.maxLength(10))),
});
/** The products; they are not checked against the catalogue. */
export const rdStationLineItems = /* @__PURE__ */ s.array(rdStationLineItem, /* @__PURE__ */ s.maxLength(20));
/** A checkout was started, or its cart abandoned (carrinho abandonado). */
export const rdStationEcommerceCart = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.enumOf(['ECOMMERCE_CHECKOUT_STARTED', 'ECOMMERCE_CART_ABANDONED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    checkout_url: /* @__PURE__ */ s.uri(),
    currency: rdStationCurrency,
    price: /* @__PURE__ */ s.number(/* @__PURE__ */ s.minimum(0)),
    total_items: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(1)),
    line_items: /* @__PURE__ */ s.optional(rdStationLineItems),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** An order was placed (pedido realizado) or refunded (reembolsado). Only the types are documented. */
export const rdStationEcommerceOrder = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.enumOf(['ECOMMERCE_ORDER_PLACED', 'ECOMMERCE_ORDER_REFUNDED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    currency: /* @__PURE__ */ s.optional(rdStationCurrency),
    price: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.number()),
    total_items: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
    line_items: /* @__PURE__ */ s.optional(rdStationLineItems),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** An order was paid (pedido pago). */
export const rdStationEcommerceOrderPaid = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['ECOMMERCE_ORDER_PAID']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    currency: rdStationCurrency,
    price: /* @__PURE__ */ s.number(/* @__PURE__ */ s.minimum(0)),
    total_items: /* @__PURE__ */ s.integer(/* @__PURE__ */ s.minimum(0)),
    shipping_price: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.number()),
    shipping_city: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    shipping_state: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    shipping_country: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    order_url: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uri()),
    payment_methods: /* @__PURE__ */ s.optional(
      /* @__PURE__ */ s.array(/* @__PURE__ */ s.string(), /* @__PURE__ */ s.maxLength(5)),
    ),
    line_items: /* @__PURE__ */ s.optional(rdStationLineItems),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** An order was sent off (pedido enviado). */
export const rdStationEcommerceOrderFulfilled = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['ECOMMERCE_ORDER_FULFILLED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    order_identifier: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    tracking_company: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    tracking_code: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    tracking_url: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.uri()),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** A shipment arrived (entrega realizada). */
export const rdStationEcommerceShipmentDelivered = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['ECOMMERCE_SHIPMENT_DELIVERED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    order_identifier: /* @__PURE__ */ s.string(),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** An order was cancelled (pedido cancelado). */
export const rdStationEcommerceOrderCancelled = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['ECOMMERCE_ORDER_CANCELLED']),
  event_family: /* @__PURE__ */ s.literal(['CDP']),
  payload: /* @__PURE__ */ s.openObject({
    email: /* @__PURE__ */ s.email(),
    identifier: /* @__PURE__ */ s.string(),
    name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    mobile_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    personal_phone: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
    cancel_reason: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.enumOf(['customer', 'declined', 'fraud', 'inventory', 'other'])),
    legal_bases: /* @__PURE__ */ s.optional(rdStationLegalBases),
  }),
});
/** One event; `event_type` says which payload it has. */
export const rdStationEvent = /* @__PURE__ */ s.tagged('event_type', [
  rdStationConversion,
  rdStationOpportunity,
  rdStationSale,
  rdStationOpportunityLost,
  rdStationChatStarted,
  rdStationChatFinished,
  rdStationCallFinished,
  rdStationMediaPlayback,
  rdStationEcommerceCart,
  rdStationEcommerceOrder,
  rdStationEcommerceOrderPaid,
  rdStationEcommerceOrderFulfilled,
  rdStationEcommerceShipmentDelivered,
  rdStationEcommerceOrderCancelled,
]);
/** The gateway's answer about an access token. */
export const rdStationOAuthError = /* @__PURE__ */ s.object({
  error: /* @__PURE__ */ s.string(),
  error_description: /* @__PURE__ */ s.string(),
});
/** `RdStationBatchAccepted` of the document. */
export const rdStationBatchAccepted = /* @__PURE__ */ s.object({
  event_batch_uuid: /* @__PURE__ */ s.uuid(),
  events: /* @__PURE__ */ s.array(rdStationAccepted),
});
/** `RdStationBatchPartlyAccepted` of the document. */
export const rdStationBatchPartlyAccepted = /* @__PURE__ */ s.object({
  event_batch_uuid: /* @__PURE__ */ s.uuid(),
  events: /* @__PURE__ */ s.array(/* @__PURE__ */ s.union([rdStationAccepted, rdStationErrorList])),
});
/** Only when the webhook asks for it (`include_relations` with `COMPANY`). */
export const rdStationWebhookCompany = /* @__PURE__ */ s.object({
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
});
/** Where the contact is in the sales funnel (funil de vendas). Only when the webhook asks for it (`include_relations` with `CONTACT_FUNNEL`). */
export const rdStationWebhookFunnel = /* @__PURE__ */ s.object({
  name: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  lifecycle_stage: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  opportunity: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.boolean()),
  contact_owner_email: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string())),
  interest: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.integer()),
  fit: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
  origin: /* @__PURE__ */ s.optional(/* @__PURE__ */ s.string()),
});
/** The contact (Lead). Custom fields (campos personalizados) come under their `cf_…` identifier; empty ones are left out. That the other fields are null when empty is inferred. */
export const rdStationWebhookContact = /* @__PURE__ */ s.openObject({
  uuid: /* @__PURE__ */ s.string(),
  email: /* @__PURE__ */ s.string(),
  name: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  job_title: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  bio: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  website: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  personal_phone: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  mobile_phone: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  city: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  facebook: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  linkedin: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  twitter: /* @__PURE__ */ s.nullable(/* @__PURE__ */ s.string()),
  tags: /* @__PURE__ */ s.array(/* @__PURE__ */ s.string()),
  legal_bases: rdStationLegalBases,
  company: /* @__PURE__ */ s.optional(rdStationWebhookCompany),
  funnel: /* @__PURE__ */ s.optional(rdStationWebhookFunnel),
});
/** A contact converted. */
export const rdStationConvertedEvent = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['WEBHOOK.CONVERTED']),
  entity_type: /* @__PURE__ */ s.string(),
  event_identifier: /* @__PURE__ */ s.string(),
  timestamp: /* @__PURE__ */ s.dateTime(),
  event_timestamp: /* @__PURE__ */ s.dateTime(),
  contact: rdStationWebhookContact,
});
/** A contact was marked as an opportunity. */
export const rdStationMarkedOpportunityEvent = /* @__PURE__ */ s.object({
  event_type: /* @__PURE__ */ s.literal(['WEBHOOK.MARKED_OPPORTUNITY']),
  entity_type: /* @__PURE__ */ s.string(),
  event_identifier: /* @__PURE__ */ s.string(),
  timestamp: /* @__PURE__ */ s.dateTime(),
  event_timestamp: /* @__PURE__ */ s.dateTime(),
  contact: rdStationWebhookContact,
});
/** The body that `createConversion` takes. */
export const createConversionRequest: typeof rdStationConversion = rdStationConversion;
/** What `createConversion` answers when it succeeds. */
export const createConversionResponse: typeof rdStationAccepted = rdStationAccepted;
const createConversion401 = /* @__PURE__ */ s.union([rdStationErrorList, rdStationErrorObject, rdStationGatewayMessage]);
/** What `createConversion` answers, by status. */
export const createConversionResponses: {
  readonly 200: typeof rdStationAccepted;
  readonly 400: typeof rdStationValidationFailure;
  readonly 401: typeof createConversion401;
  readonly 403: typeof rdStationErrorList;
  readonly 413: typeof rdStationGatewayMessage;
  readonly 414: typeof rdStationGatewayMessage;
  readonly 415: typeof rdStationErrorObject;
  readonly 429: typeof rdStationLimitFailure;
  readonly 500: typeof rdStationErrorObject;
} = {
  200: rdStationAccepted,
  400: rdStationValidationFailure,
  401: createConversion401,
  403: rdStationErrorList,
  413: rdStationGatewayMessage,
  414: rdStationGatewayMessage,
  415: rdStationErrorObject,
  429: rdStationLimitFailure,
  500: rdStationErrorObject,
};
/** The body that `createEvent` takes. */
export const createEventRequest: typeof rdStationEvent = rdStationEvent;
/** What `createEvent` answers when it succeeds. */
export const createEventResponse: typeof rdStationAccepted = rdStationAccepted;
const createEvent401 = /* @__PURE__ */ s.union([rdStationOAuthError, rdStationErrorList, rdStationErrorObject]);
/** What `createEvent` answers, by status. */
export const createEventResponses: {
  readonly 200: typeof rdStationAccepted;
  readonly 400: typeof rdStationValidationFailure;
  readonly 401: typeof createEvent401;
  readonly 413: typeof rdStationGatewayMessage;
  readonly 414: typeof rdStationGatewayMessage;
  readonly 415: typeof rdStationErrorObject;
  readonly 429: typeof rdStationLimitFailure;
  readonly 500: typeof rdStationErrorObject;
} = {
  200: rdStationAccepted,
  400: rdStationValidationFailure,
  401: createEvent401,
  413: rdStationGatewayMessage,
  414: rdStationGatewayMessage,
  415: rdStationErrorObject,
  429: rdStationLimitFailure,
  500: rdStationErrorObject,
};
/** The body that `createEventBatch` takes. */
export const createEventBatchRequest = /* @__PURE__ */ s.array(rdStationEvent);
/** What `createEventBatch` answers when it succeeds. */
export const createEventBatchResponse = /* @__PURE__ */ s.union([rdStationBatchAccepted, rdStationBatchPartlyAccepted]);
/** What `createEventBatch` answers, by status. */
export const createEventBatchResponses: {
  readonly 200: typeof rdStationBatchAccepted;
  readonly 207: typeof rdStationBatchPartlyAccepted;
  readonly 400: typeof rdStationValidationFailure;
  readonly 401: typeof createEvent401;
  readonly 413: typeof rdStationGatewayMessage;
  readonly 414: typeof rdStationGatewayMessage;
  readonly 415: typeof rdStationErrorObject;
  readonly 429: typeof rdStationLimitFailure;
  readonly 500: typeof rdStationErrorObject;
} = {
  200: rdStationBatchAccepted,
  207: rdStationBatchPartlyAccepted,
  400: rdStationValidationFailure,
  401: createEvent401,
  413: rdStationGatewayMessage,
  414: rdStationGatewayMessage,
  415: rdStationErrorObject,
  429: rdStationLimitFailure,
  500: rdStationErrorObject,
};
/** The body of any webhook of the platform. */
export const rdstationWebhook = /* @__PURE__ */ s.tagged('event_type', [
  rdStationConvertedEvent,
  rdStationMarkedOpportunityEvent,
]);
/** The bodies of the platform's webhooks, by event. */
export const rdstationWebhooks: {
  readonly 'WEBHOOK.CONVERTED': typeof rdStationConvertedEvent;
  readonly 'WEBHOOK.MARKED_OPPORTUNITY': typeof rdStationMarkedOpportunityEvent;
} = { 'WEBHOOK.CONVERTED': rdStationConvertedEvent, 'WEBHOOK.MARKED_OPPORTUNITY': rdStationMarkedOpportunityEvent };

import { resolve, fillTemplate, pointerSteps } from './chunk-OX5GNH2G.js';

// src/document/examples.ts
function answerFromExample(document, status, response, name, facts) {
  for (const [contentType, media] of Object.entries(response?.content ?? {})) {
    const named = media.examples?.[name];
    if (!named) continue;
    const example = resolve(document, named);
    const fill = example["x-fill"];
    return {
      status,
      contentType,
      body: fill?.body ? filledBody(example.value, fill.body, facts) : example.value,
      headers: filledHeaders(fill, facts),
      evidence: example["x-evidence"] ?? response?.["x-evidence"] ?? null,
      source: example["x-source"] ?? response?.["x-source"] ?? null
    };
  }
  throw new Error(`The document has no example "${name}" for status ${status}.`);
}
function filledHeaders(fill, facts) {
  const headers = {};
  for (const [name, template] of Object.entries(fill?.headers ?? {})) {
    const value = fillTemplate(template, facts);
    if (typeof value === "string" || typeof value === "number") headers[name] = String(value);
  }
  return headers;
}
function filledBody(value, templates, facts) {
  const copy = structuredClone(value);
  for (const [pointer, template] of Object.entries(templates)) {
    const filled = fillTemplate(template, facts);
    if (filled !== void 0) put(copy, pointer, filled);
  }
  return copy;
}
function put(root, pointer, value) {
  const steps = pointerSteps(pointer);
  const last = steps.pop();
  let target = root;
  for (const step of steps) target = target?.[step];
  if (last !== void 0 && typeof target === "object" && target !== null) target[last] = value;
}

export { answerFromExample };

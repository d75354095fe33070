/** The credentials that stand ready in every fresh session, and which of them each kind of request is tried with. */
import type { OpenApiDocument, ZeroSetupKey } from '@chaveiro/openapi/policy';
import { computed, signal } from '@preact/signals';

/** A key, or a dashboard session, with what a person chooses it by. */
export interface Credential {
  readonly id: string;
  /** Of the security scheme that it is for. */
  readonly scheme: string;
  readonly secret: string;
  /** What it is for: `active`, `disabled`; of a session, its role. */
  readonly state: string;
  readonly name: string;
  readonly summary: string;
  readonly plan?: string;
  readonly scopes?: readonly string[] | undefined;
  readonly instances?: readonly string[] | undefined;
}

export interface CredentialGroup {
  /** Platform, or `console`. */
  readonly id: string;
  readonly title: string;
  readonly credentials: readonly Credential[];
}

export const CONSOLE = 'console';

/** What the document says stands ready: platform by platform, the dashboard's sessions last. */
export function credentialsOf(document: OpenApiDocument): CredentialGroup[] {
  const platforms = Object.entries(document['x-platforms']).map(([id, { title, zeroSetup }]) => ({
    id,
    title,
    credentials: (zeroSetup?.accounts ?? []).flatMap(({ plan, keys }) => keys.map((key) => credentialOf(key, plan))),
  }));
  const sessions = Object.entries(document.components.securitySchemes).flatMap(([scheme, each]) =>
    (each['x-zero-setup-sessions'] ?? []).map(({ token, role, name }) => ({
      id: `${CONSOLE}-${role}`,
      scheme,
      secret: token,
      state: role,
      name,
      summary: '',
    })),
  );
  return [...platforms, { id: CONSOLE, title: CONSOLE, credentials: sessions }].filter(
    ({ credentials }) => credentials.length > 0,
  );
}

function credentialOf({ id, scheme, secret, state, name, summary, scopes, instances }: ZeroSetupKey, plan: string): Credential {
  return { id, scheme, secret, state, name, summary, plan, scopes, instances };
}

export const groups = signal<readonly CredentialGroup[]>([]);
/** By scheme, so that an operation of any platform can be tried at any time. */
const chosen = signal<Readonly<Record<string, Credential>>>({});
/** The platform that the bar shows. */
export const shownGroup = signal<string | undefined>(undefined);
/** By platform, the credential that the bar shows. */
const shown = signal<Readonly<Record<string, string>>>({});

export const group = computed(() => groups.value.find(({ id }) => id === shownGroup.value) ?? groups.value[0]);
export const credential = computed(() => {
  const { id, credentials } = group.value ?? { id: '', credentials: [] };
  return credentials.find((each) => each.id === shown.value[id]) ?? credentials[0];
});

/** Every scheme starts with the first of its credentials, which is an active one where there is any. */
export function offer(all: readonly CredentialGroup[]): void {
  groups.value = all;
  const first: Record<string, Credential> = {};
  for (const each of all.flatMap(({ credentials }) => credentials)) first[each.scheme] ??= each;
  chosen.value = first;
}

export function choose(inGroup: string, id: string): void {
  const found = groups.value.find((each) => each.id === inGroup)?.credentials.find((each) => each.id === id);
  if (!found) return;
  shownGroup.value = inGroup;
  shown.value = { ...shown.value, [inGroup]: id };
  chosen.value = { ...chosen.value, [found.scheme]: found };
}

/** By scheme, what requests bring. */
export const secrets = computed<Readonly<Record<string, string>>>(() =>
  Object.fromEntries(Object.entries(chosen.value).map(([scheme, { secret }]) => [scheme, secret])),
);

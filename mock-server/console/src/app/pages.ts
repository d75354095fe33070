/** The pages, in the order of the navigation. Each is loaded when it is first opened. */
import type { ComponentType } from 'preact';
import type { IconName } from '../components/icon.tsx';
import type { Messages } from '../i18n/index.ts';

export interface PageEntry {
  /** First segment of its URLs. */
  readonly id: string;
  readonly icon: IconName;
  title(this: void, t: Messages): string;
  load(this: void): Promise<{ readonly default: ComponentType }>;
}

/** A document of its own, with a content security policy of its own. */
export interface OuterPage extends Omit<PageEntry, 'load'> {
  /** Below the console's path. */
  readonly file: string;
}

export const outerPages: readonly OuterPage[] = [
  { id: 'reference', icon: 'book', title: (t) => t.reference.title, file: 'reference.html' },
];

export const pages: readonly PageEntry[] = [
  { id: 'keys', icon: 'key', title: (t) => t.keys.title, load: () => import('../pages/keys/index.tsx') },
  { id: 'requests', icon: 'list', title: (t) => t.requests.title, load: () => import('../pages/requests/index.tsx') },
  { id: 'scenarios', icon: 'play', title: (t) => t.scenarios.title, load: () => import('../pages/scenarios/index.tsx') },
  { id: 'controls', icon: 'sliders', title: (t) => t.controls.title, load: () => import('../pages/controls/index.tsx') },
];

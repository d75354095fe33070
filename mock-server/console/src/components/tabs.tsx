import { Icon, type IconName } from './icon.tsx';
import './tabs.css';

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly icon?: IconName;
}

/** Parts of a page that have URLs of their own. */
export function Tabs({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
}) {
  return (
    <nav aria-label={label}>
      <ul class="subnav">
        {tabs.map(({ id, title, href, icon }) => (
          <li key={id}>
            <a href={href} aria-current={id === current ? 'page' : undefined}>
              {icon && <Icon name={icon} />}
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The key screens of the platforms: choose platform, account, plan and role, and see what its dashboard shows. */
import { Page } from '../../app/page.tsx';
import { href, route } from '../../app/router.ts';
import { ask, client } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { about, type About } from '../../api/world.ts';
import { Loading, Refused } from '../../components/parts.tsx';
import { t } from '../../i18n/index.ts';
import { KeyScreen } from './key-screen.tsx';
import { NoAccounts, Stage } from './stage.tsx';
import { useTraffic } from './use-traffic.ts';
import './keys.css';

type Platform = About['platforms'][number];

export default function KeysPage() {
  useTraffic();
  const platforms = about.value?.platforms;
  const [, wanted] = route.value.path;
  const platform = platforms?.find(({ id }) => id === wanted) ?? platforms?.[0];
  return (
    <Page title={t().keys.title} lead={t().keys.lead}>
      {platforms && platform ? (
        <>
          <PlatformTabs platforms={platforms} current={platform} />
          <PlatformKeys key={platform.id} platform={platform} />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function PlatformTabs({ platforms, current }: { readonly platforms: readonly Platform[]; readonly current: Platform }) {
  return (
    <nav aria-label={t().keys.platforms}>
      <ul class="tabs">
        {platforms.map((platform) => (
          <li key={platform.id}>
            <a href={href(['keys', platform.id])} aria-current={platform === current ? 'page' : undefined}>
              {platform.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlatformKeys({ platform }: { readonly platform: Platform }) {
  const accounts = useResource(`accounts of ${platform.id}`, (signal) =>
    ask(client.GET('/accounts', { params: { query: { platform: platform.id } }, signal })),
  );
  if (accounts.refusal) return <Refused refusal={accounts.refusal} />;
  if (!accounts.data) return <Loading />;
  const [, , wanted] = route.value.path;
  const account = accounts.data.items.find(({ id }) => id === wanted) ?? accounts.data.items[0];
  if (!account) return <NoAccounts platform={platform.id} />;
  return (
    <>
      <Stage accounts={accounts.data.items} account={account} />
      <KeyScreen key={account.id} account={account} title={platform.title} />
    </>
  );
}

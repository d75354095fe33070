// src/scenarios/view.ts
function scenarioView({ scenario, platform, account, keys, users, faults }) {
  return {
    scenario,
    platform,
    account: { id: account.id, name: account.name, plan: account.plan },
    keys: Object.fromEntries(Object.entries(keys).map(([role, key]) => [role, createdKeyView(key)])),
    users,
    faults
  };
}
function createdKeyView(key) {
  const { id, scheme, name, status, masked, secret } = key;
  return { id, scheme, name, status, masked, secret };
}

// src/seed/view.ts
function appliedSeedView({ accounts, scenarios, faults, now }) {
  return {
    accounts: accounts.map(({ account: { id, platform, name, plan }, keys, users }) => ({
      id,
      platform,
      name,
      plan,
      keys: keys.map(createdKeyView),
      users
    })),
    scenarios: scenarios.map(scenarioView),
    faults,
    now: new Date(now).toISOString()
  };
}

export { appliedSeedView, scenarioView };

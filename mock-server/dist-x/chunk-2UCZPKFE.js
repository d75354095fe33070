// src/api/arrivals.ts
function arrivals(session, platform, table) {
  const list = () => session.accounts.find("platform", platform).flatMap(({ id }) => session.table(id, table).values());
  return {
    list,
    where: (like) => list().filter((row) => resembles(row, like)),
    last: () => list().at(-1),
    count: () => list().length
  };
}
function resembles(value, like) {
  return Object.entries(like).every(([name, wanted]) => has(value[name], wanted));
}
function has(value, wanted) {
  return isObject(value) && isObject(wanted) ? resembles(value, wanted) : JSON.stringify(value) === JSON.stringify(wanted);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export { arrivals, resembles };

import { appliedSeedView } from './chunk-ZYRKKOXL.js';
import { version } from './chunk-XRMKHRUA.js';
import { didYouMean } from './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import { milliseconds } from './chunk-UHFN4SYM.js';
import { __using, __callDispose } from './chunk-Z6D3U4QF.js';
import { CommanderError, Command, Option, Argument, InvalidArgumentError } from 'commander';
import { stripVTControlCharacters, isDeepStrictEqual } from 'util';
import pc from 'picocolors';
import { randomUUID } from 'crypto';
import { readFileSync } from 'fs';

var colours = pc.createColors(
  process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb"
);
function printJson(value) {
  console.log(JSON.stringify(value, void 0, 2));
}
function table(headings, rows) {
  const widths = headings.map((heading, column) => Math.max(width(heading), ...rows.map((row) => width(row[column] ?? ""))));
  const line = (cells) => cells.map((cell, column) => column === headings.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - width(cell))).join("  ").trimEnd();
  return [line(headings.map((heading) => colours.dim(heading))), ...rows.map(line)].join("\n");
}
function colouredStatus(status) {
  const paint = status < 400 ? colours.green : status < 500 ? colours.yellow : colours.red;
  return paint(String(status));
}
function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
function width(text) {
  return [...stripVTControlCharacters(text)].length;
}

// src/cli/completion/scripts.ts
var SHELLS = ["bash", "zsh", "fish"];
var scripts = { bash, zsh, fish };
function cases(places) {
  return places.flatMap(({ path, commands }) => commands.map(({ name }) => `'${path} ${name}'`)).join(" | ");
}
var flagsOf = ({ options }) => options.flatMap(({ flags }) => flags);
var valueFlags = (places) => [
  ...new Set(places.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue).flatMap(({ flags }) => flags)))
];
function bash(places) {
  const next = places.map((place) => {
    const words = [...place.commands.map(({ name }) => name), ...place.choices, ...flagsOf(place)];
    return `    '${place.path}') words='${words.join(" ")}' ;;`;
  });
  return `# bash completion of chaveiro; put it into your shell with: source <(chaveiro completion bash)
_chaveiro() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place='' words='' word
  COMPREPLY=()
  case "\${COMP_WORDS[COMP_CWORD - 1]}" in
    ${valueFlags(places).join(" | ")}) return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$place $word" in
      ${cases(places)}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${next.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _chaveiro chaveiro
`;
}
function zsh(places) {
  const described = (name, description) => quoted(`${name.replaceAll(":", "\\:")}:${description}`);
  const next = places.map((place) => {
    const commands = [
      ...place.commands.map(({ name, description }) => described(name, description)),
      ...place.choices.map((choice) => quoted(choice))
    ];
    const options = place.options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description)));
    return `    '${place.path}') commands=(${commands.join(" ")}); options=(${options.join(" ")}) ;;`;
  });
  return `#compdef chaveiro
# zsh completion of chaveiro; put it into your shell with: source <(chaveiro completion zsh)
_chaveiro() {
  local place='' word
  local -a commands options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place $word" in
      (${cases(places)}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${next.join("\n")}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe option options
  elif (( \${#commands} )); then
    _describe command commands
  else
    _files
  fi
}
compdef _chaveiro chaveiro
`;
}
function fish(places) {
  const lines = places.flatMap(({ path, commands, options, choices }) => {
    const at = `complete -c chaveiro -n "__chaveiro_at '${path}'"`;
    return [
      ...commands.map(({ name, description }) => `${at} -f -a ${name} -d ${quoted(description)}`),
      ...choices.map((choice) => `${at} -f -a ${choice}`),
      ...options.map(({ flags, description, takesValue }) => {
        const spelled = flags.map((flag) => flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`);
        return `${at} ${spelled.join(" ")}${takesValue ? " -r" : ""} -d ${quoted(description)}`;
      })
    ];
  });
  return `# fish completion of chaveiro; put it into your shell with: chaveiro completion fish | source
function __chaveiro_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place $word"
      case ${cases(places).replaceAll(" | ", " ")}
        set place (string trim "$place $word")
    end
  end
  test "$place" = "$argv[1]"
end
${lines.join("\n")}
`;
}
function quoted(text) {
  return `'${text.replaceAll("'", "\u2019")}'`;
}

// src/cli/completion/tree.ts
function placesOf(command, path = []) {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const place = {
    path: path.join(" "),
    commands: commands.map((each) => ({ name: each.name(), description: firstSentence(each.description()) })),
    options: help.visibleOptions(command).map(({ short, long, description, required, optional }) => ({
      flags: [long, short].filter((flag) => flag !== void 0 && flag !== null),
      description: firstSentence(description),
      takesValue: required || optional
    })),
    choices: command.registeredArguments[0]?.argChoices ?? []
  };
  const below = commands.filter((each) => each.name() !== "help");
  return [place, ...below.flatMap((each) => placesOf(each, [...path, each.name()]))];
}
function firstSentence(text) {
  return (/^.*?[.;:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/[.;:]$/, "");
}

// src/cli/completion/index.ts
function completionCommand() {
  return new Command("completion").description("Print a completion script for your shell.").addArgument(new Argument("<shell>", "which shell").choices(SHELLS)).option("--json", "print what the script is made from instead").addHelpText(
    "after",
    "\nExamples:\n  $ source <(chaveiro completion bash)\n  $ source <(chaveiro completion zsh)\n  $ chaveiro completion fish | source"
  ).action((shell, flags, command) => {
    const places = placesOf(command.parent ?? command);
    if (flags.json) printJson(places);
    else process.stdout.write(scripts[shell](places));
  });
}

// src/cli/exit.ts
var EXIT = {
  done: 0,
  /** It ran, and the answer is no: a cell of the matrix differs, a seed is wrong, a server cannot start. */
  failed: 1,
  usage: 2,
  unreachable: 3,
  /** The mock, or a rule of the platform, said no. */
  refused: 4
};
var EXIT_CODES_HELP = `
Exit codes:
  0  done
  1  failed: a cell of the matrix differs, a seed is wrong, the server cannot start
  2  wrong usage
  3  no mock answers at the URL
  4  refused: by the mock, or by a rule of the platform`;
var CliError = class extends Error {
  name = "CliError";
  exitCode;
  constructor(message, exitCode = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
};
var RefusedError = class extends CliError {
  status;
  problem;
  constructor(status, problem, message) {
    super(message, EXIT.refused);
    this.status = status;
    this.problem = problem;
  }
};
var DEFAULT_URL = "http://localhost:4010";
var PATIENCE_MS = 3e4;
function withConnection(command) {
  return command.addOption(new Option("--url <url>", "the running mock").env("CHAVEIRO_URL").default(DEFAULT_URL)).option("--session <name>", "act in this session of the mock; default: the default one").addOption(
    new Option("--token <token>", "the mock's control token, if it was started with one").env("CHAVEIRO_CONTROL_TOKEN")
  ).option("--json", "print JSON on standard output, and nothing else");
}
function connect({ url: text, session, token }) {
  const url = baseUrl(text);
  const own = {
    ...session !== void 0 && { "x-mock-session": session },
    ...token !== void 0 && { "x-mock-control-token": token }
  };
  async function send(method, path, { body, as, headers, signal } = {}) {
    try {
      return await fetch(url + path, {
        method,
        redirect: "manual",
        headers: {
          ...own,
          ...headers,
          ...as !== void 0 && { authorization: `Bearer ${as}` },
          ...body !== void 0 && { "content-type": "application/json" }
        },
        ...body !== void 0 && { body: JSON.stringify(body) },
        signal: signal ?? AbortSignal.timeout(PATIENCE_MS)
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw unreachable(url, error);
    }
  }
  return {
    url,
    send,
    async ask(method, path, call) {
      const response = await send(method, path, call);
      const text2 = await response.text();
      if (!response.headers.has("x-mock-request-id")) {
        throw new CliError(
          `What answers at ${url} is no Chaveiro mock (status ${response.status}). Name the mock with --url.`,
          EXIT.unreachable
        );
      }
      const json = text2 === "" ? void 0 : JSON.parse(text2);
      if (response.ok) return json;
      const problem = json ?? {};
      throw new RefusedError(response.status, problem, inWords(response.status, problem, own));
    }
  };
}
function baseUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new CliError(`"${text}" is no URL. Write it as ${DEFAULT_URL}.`, EXIT.usage);
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
function unreachable(url, error) {
  const cause = error instanceof Error ? error.cause?.code ?? error.name : String(error);
  const why = cause === "TimeoutError" ? `within ${PATIENCE_MS / 1e3} seconds` : `(${cause})`;
  return new CliError(
    `No mock answers at ${url} ${why}. Start one with "chaveiro mock", or name another with --url or CHAVEIRO_URL.`,
    EXIT.unreachable
  );
}
function inWords(status, { title, detail, code, issues = [] }, own) {
  const said = detail ?? title ?? `The mock answered with status ${status}.`;
  const wrong = issues.map(({ field, message }) => `
  ${field || "the body"}: ${message}`).join("");
  return said + wrong + adviceFor(status, code, own);
}
function adviceFor(status, code, own) {
  if (code === "session_required") return "\nGive the token of a dashboard session with --as, or leave --as out.";
  if (code === "role_required") return "\nAct as somebody else with --as owner.";
  if (code === "account_not_found" || code === "key_not_found")
    return '\n"chaveiro keys list" shows the accounts and keys that there are.';
  if (status === 401 || status === 403) {
    return "x-mock-control-token" in own ? "\nThe mock does not take this control token." : "\nIf the mock was started with a control token, give it with --token or CHAVEIRO_CONTROL_TOKEN.";
  }
  return "";
}

// src/cli/keys/accounts.ts
var ZERO_SETUP_SESSION = /^(owner|manager|member)$/;
function withDashboard(command) {
  return withConnection(command).addOption(
    new Option("--as <who>", "owner, manager or member, or the token of a dashboard session").default("owner")
  );
}
function openDashboard(flags) {
  const connection = connect(flags);
  const as = ZERO_SETUP_SESSION.test(flags.as) ? `chaveiro-console-${flags.as}` : flags.as;
  const ask = (method, path, body) => connection.ask(method, path, { as, ...body !== void 0 && { body } });
  const accounts = async () => (await connection.ask("GET", "/__mock/accounts")).items;
  const keysOf = async (accountId) => (await ask("GET", `/accounts/${encodeURIComponent(accountId)}/api-keys`)).items;
  return {
    connection,
    ask,
    accounts,
    keysOf,
    async findKey(keyId, accountId) {
      const ids = accountId === void 0 ? (await accounts()).map(({ id }) => id) : [accountId];
      const known = [];
      for (const id of ids) {
        const keys = await keysOf(id);
        const key = keys.find((each) => each.id === keyId);
        if (key) return key;
        known.push(...keys.map((each) => each.id));
      }
      const where = accountId === void 0 ? "" : ` in ${accountId}`;
      throw new CliError(
        `There is no key "${keyId}"${where}${didYouMean(keyId, known) || "."}
"chaveiro keys list" shows the keys that there are; a deleted key is gone for good.`,
        EXIT.refused
      );
    }
  };
}
function keyPath({ accountId, id }) {
  return `/accounts/${encodeURIComponent(accountId)}/api-keys/${encodeURIComponent(id)}`;
}

// src/cli/keys/change.ts
function step(name, description, done, request) {
  return withDashboard(new Command(name)).description(description).argument("<key>", "id of the key").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", `
Example:
  $ chaveiro keys ${name} key_pingback_active`).action(async (keyId, flags) => {
    const dashboard = openDashboard(flags);
    const key = await dashboard.findKey(keyId, flags.account);
    const changed = await dashboard.ask(request.method, keyPath(key), request.body);
    if (flags.json) printJson(changed ?? { ...key, status: "deleted" });
    else console.log(`${done} ${key.id} "${key.name}" of ${key.accountId}. The next request sees it.`);
  });
}
function disableCommand() {
  return step("disable", "Switch a key off, where the platform can.", "Disabled", {
    method: "PATCH",
    body: { status: "disabled" }
  });
}
function enableCommand() {
  return step("enable", "Switch a key on again.", "Enabled", { method: "PATCH", body: { status: "active" } });
}
function deleteCommand() {
  return step("delete", "Delete (revoke) a key for good, where the platform can.", "Deleted", { method: "DELETE" });
}
function renameCommand() {
  return withDashboard(new Command("rename")).description("Give a key another name; its secret stays.").argument("<key>", "id of the key").argument("<name>", "the new name").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", '\nExample:\n  $ chaveiro keys rename key_pingback_active "Loja nova"').action(async (keyId, name, flags) => {
    const dashboard = openDashboard(flags);
    const key = await dashboard.findKey(keyId, flags.account);
    const renamed = await dashboard.ask("PATCH", keyPath(key), { name });
    if (flags.json) printJson(renamed);
    else console.log(`${key.id} was "${key.name}" and is now "${renamed.name}".`);
  });
}
function createCommand() {
  return withDashboard(new Command("create")).description("Create a key and print its secret.").argument("<account>", "id of the account").option("--name <name>", "where the key is used").option("--scope <scope...>", "what it may do, on platforms with scopes").option("--instance <id...>", "lock it to these instances, on platforms that can").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro keys create acc_pingback_ultra --name CRM\n  $ chaveiro keys create acc_zenvio_demo --name Avisos --scope whatsapp:send --instance inst_farmacia_maria"
  ).action(async (accountId, { name, scope: scopes, instance: instances, ...flags }) => {
    const wanted = { ...name !== void 0 && { name }, ...scopes && { scopes }, ...instances && { instances } };
    const dashboard = openDashboard(flags);
    const key = await dashboard.ask(
      "POST",
      `/accounts/${encodeURIComponent(accountId)}/api-keys`,
      wanted
    );
    if (flags.json) return printJson(key);
    console.log(`Created ${key.id} "${key.name}" in ${key.accountId}:

  ${colours.green(key.secret)}
`);
    console.log("Copy it now: where a platform keeps only a hash, nobody can show it again.");
  });
}
function listCommand() {
  return withDashboard(new Command("list")).description("List keys: of one account, or of all. Secrets are masked.").argument("[account]", "id of the account").option("--platform <platform>", "only accounts of this platform").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro keys list\n  $ chaveiro keys list acc_zenvio_demo\n  $ chaveiro keys list --platform pingback --json"
  ).action(async (accountId, flags) => {
    const dashboard = openDashboard(flags);
    const all = await dashboard.accounts();
    const shown2 = all.filter(
      ({ id, platform }) => (accountId === void 0 || id === accountId) && [void 0, platform].includes(flags.platform)
    );
    const ids = shown2.length === 0 && accountId !== void 0 ? [accountId] : shown2.map(({ id }) => id);
    const items = [];
    for (const id of ids) items.push(...await dashboard.keysOf(id));
    if (flags.json) printJson({ items, total: items.length });
    else console.log(items.length === 0 ? "No keys." : keyTable(items, all));
  });
}
function keyTable(keys, accounts = []) {
  const planOf = new Map(accounts.map(({ id, plan }) => [id, plan]));
  return table(
    ["ACCOUNT", "PLAN", "KEY", "NAME", "STATUS", "SECRET", "MAY", "REQUESTS"],
    keys.map((key) => [
      key.accountId,
      planOf.get(key.accountId) ?? "",
      key.id,
      key.name,
      key.status === "active" ? colours.green("active") : colours.yellow(key.disabledReason === "plan_downgraded" ? "disabled (plan)" : "disabled"),
      key.masked,
      [...key.scopes, ...key.instances ?? []].join(" ") || "everything",
      String(key.requestCount)
    ])
  );
}
function planCommand() {
  return withDashboard(new Command("plan")).description("Show the plan of an account, or move it to another one; a downgrade does to its keys what the platform does.").argument("<account>", "id of the account").argument("[plan]", "the new plan").addHelpText("after", "\nExamples:\n  $ chaveiro keys plan acc_pingback_pro\n  $ chaveiro keys plan acc_pingback_pro free").action(async (accountId, plan, flags) => {
    const dashboard = openDashboard(flags);
    const path = `/accounts/${encodeURIComponent(accountId)}`;
    const account = await (plan === void 0 ? dashboard.ask("GET", path) : dashboard.ask("PATCH", path, { plan }));
    const keys = await dashboard.keysOf(accountId);
    if (flags.json) return printJson({ account, keys });
    const plans = account.plans.map(({ name, apiAccess }) => apiAccess ? name : `${name} (no API)`).join(", ");
    console.log(`${account.name} (${account.id}) is on ${colours.bold(account.plan)}. Plans: ${plans}.`);
    if (keys.length > 0) console.log(`
${keyTable(keys, [account])}`);
  });
}
function revealCommand() {
  return withDashboard(new Command("reveal")).description("Print the secret of a key, where the platform can show it again.").argument("<key>", "id of the key").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", "\nExample:\n  $ chaveiro keys reveal key_pingback_active").action(async (keyId, flags) => {
    const dashboard = openDashboard(flags);
    const key = await dashboard.findKey(keyId, flags.account);
    const revealed = await dashboard.ask("POST", `${keyPath(key)}/reveal`);
    if (flags.json) printJson(revealed);
    else console.log(revealed.secret);
  });
}

// src/cli/keys/index.ts
function keysCommand() {
  return new Command("keys").description("List and change the keys of a running mock, under the rules of each platform.").addCommand(listCommand()).addCommand(createCommand()).addCommand(disableCommand()).addCommand(enableCommand()).addCommand(deleteCommand()).addCommand(renameCommand()).addCommand(revealCommand()).addCommand(planCommand());
}

// src/cli/signals.ts
function interruption() {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}

// src/cli/logs/event-stream.ts
async function* serverEvents(body) {
  let event = "message";
  let id;
  let data = [];
  for await (const line of linesOf(body)) {
    if (line === "") {
      if (data.length > 0) yield { event, data: data.join("\n"), id };
      event = "message";
      data = [];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id") id = value;
  }
}
async function* linesOf(body) {
  const decoder = new TextDecoder();
  let rest = "";
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    rest += decoder.decode(read.value, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

// src/cli/logs/entry.ts
var WIDTHS = { time: 12, request: 44, decision: 22, evidence: 10 };
var HEADING = colours.dim(
  [
    "TIME".padEnd(WIDTHS.time),
    "   ",
    "REQUEST".padEnd(WIDTHS.request),
    "DECISION".padEnd(WIDTHS.decision),
    "EVIDENCE".padEnd(WIDTHS.evidence),
    "KEY"
  ].join(" ")
);
function entryLines({
  at,
  method,
  path,
  status,
  decision,
  evidence,
  keyId,
  steps
}) {
  const time = colours.dim(at.slice(11, 23));
  const request = `${method} ${path}`.padEnd(WIDTHS.request);
  const line = [
    time,
    colouredStatus(status),
    request,
    decision.padEnd(WIDTHS.decision),
    (evidence ?? "").padEnd(WIDTHS.evidence),
    keyId ?? ""
  ].join(" ").trimEnd();
  return [line, ...(steps ?? []).map(stepLine)].join("\n");
}
var MARKS = { passed: "+", refused: "x", skipped: "-" };
function stepLine({ step: step2, outcome, rule, detail }) {
  const text = `    ${MARKS[outcome]} ${step2}: ${detail ?? ""} (${rule ?? ""})`;
  return outcome === "refused" ? colours.yellow(text) : colours.dim(text);
}

// src/cli/logs/index.ts
function logsCommand() {
  return withConnection(new Command("logs")).description("Print the requests that arrived at a running mock, oldest first, with decision and evidence.").option("-f, --follow", "go on printing as requests arrive, until Ctrl-C; with --json one object a line").option("-n, --limit <number>", "how many of the past", upTo(1e3), 50).option("--steps", "print the steps that led to each decision").option("--platform <platform>", "only this platform").option("--operation <id>", "only this operation").option("--status <status>", "only answers with this status").option("--decision <decision>", "only this decision: allowed, disabled_key, invalid_request, \u2026").option("--key <id>", "only requests with this key").option("--account <id>", "only requests of this account").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro logs --follow\n  $ chaveiro logs --decision disabled_key --steps\n  $ chaveiro logs --platform zenvio --status 403 --json"
  ).action(async (flags) => {
    const connection = connect(flags);
    if (flags.follow) return follow(connection, flags);
    const page = await history(connection, flags);
    if (flags.json) return printJson(page);
    if (page.items.length === 0) return console.log("No requests yet.");
    console.log(HEADING);
    for (const entry of page.items.toReversed()) console.log(entryLines(entry));
  });
}
function history(connection, flags) {
  const query = filters(flags);
  query.set("limit", String(flags.limit));
  if (flags.steps) query.set("details", "true");
  return connection.ask("GET", `/__mock/requests?${query.toString()}`);
}
async function follow(connection, flags) {
  const signal = interruption();
  const headers = { accept: "text/event-stream" };
  const stream = await connection.send("GET", `/__mock/events?${filters(flags).toString()}`, { headers, signal });
  if (!stream.ok || !stream.body) {
    await connection.ask("GET", "/__mock/state");
    throw new CliError(`The mock at ${connection.url} has no event stream (status ${stream.status}).`, EXIT.refused);
  }
  const print = (entry) => console.log(flags.json ? JSON.stringify(entry) : entryLines(entry));
  if (!flags.json) console.log(HEADING);
  const printed = /* @__PURE__ */ new Set();
  for (const entry of (await history(connection, flags)).items.toReversed()) {
    printed.add(entry.requestId);
    print(entry);
  }
  try {
    for await (const { event, data } of serverEvents(stream.body)) {
      if (event !== "request") continue;
      const entry = JSON.parse(data);
      if (printed.delete(entry.requestId)) continue;
      print(flags.steps && !entry.steps ? await connection.ask("GET", `/__mock/decisions/${entry.requestId}`) : entry);
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof CliError) throw error;
  }
  throw new CliError(`The mock at ${connection.url} has stopped.`, EXIT.unreachable);
}
function filters({ platform, operation: operationId, status, decision, key: keyId, account: accountId }) {
  const given = Object.entries({ platform, operationId, status, decision, keyId, accountId });
  return new URLSearchParams(given.filter((entry) => entry[1] !== void 0));
}
function upTo(most) {
  return (text) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}

// src/cli/matrix/select.ts
function selectCells(cells, filters2) {
  const { platform, scheme, state, operation: operationId } = filters2;
  const wanted = Object.entries({ platform, scheme, state, operationId }).filter(([, value]) => value !== void 0);
  for (const [name, value] of wanted) {
    const known = new Set(cells.map((cell) => cell[name]));
    if (known.has(value)) continue;
    const guess = didYouMean(value, known) || `. Choose from: ${[...known].join(", ")}.`;
    throw new CliError(`No cell of the auth matrix has ${name} "${value}"${guess}`, EXIT.usage);
  }
  return cells.filter((cell) => wanted.every(([name, value]) => cell[name] === value));
}
function differences({ expect }, { status, decision, text }) {
  const found2 = [];
  if (status !== expect.status) found2.push(`status ${status} instead of ${expect.status}`);
  if (decision !== null && decision !== expect.decision) found2.push(`decision ${decision} instead of ${expect.decision}`);
  if (expect.body !== void 0) {
    const body = parsed(text);
    if (body === void 0) found2.push(`body is no JSON: ${shown(text)}`);
    else found2.push(...bodyDifferences(expect.body, body, new Set(expect.varies), ""));
  }
  return found2;
}
function bodyDifferences(wanted, got, varies, at) {
  const place = at === "" ? "body" : `body at ${at}`;
  if (varies.has(at)) return got === void 0 ? [`${place}: nothing where there should be a value`] : [];
  if (!isObject(wanted) || !isObject(got) || Array.isArray(wanted) !== Array.isArray(got)) {
    return isDeepStrictEqual(wanted, got) ? [] : [`${place}: ${shown(got)} instead of ${shown(wanted)}`];
  }
  const names = /* @__PURE__ */ new Set([...Object.keys(wanted), ...Object.keys(got)]);
  return [...names].flatMap(
    (name) => bodyDifferences(wanted[name], got[name], varies, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)
  );
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function shown(value) {
  const text = value === void 0 ? "nothing" : typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}\u2026` : text;
}

// src/cli/matrix/verify.ts
var PATIENCE_MS2 = 1e4;
async function verify(connection, cells, options) {
  const reports = [];
  let isFresh = false;
  for (const cell of [...cells].sort((one, other) => disturbance(one) - disturbance(other))) {
    if (options.reset !== void 0 && !isFresh) await connection.ask("POST", options.reset, { headers: { ...options.headers } });
    const report2 = await verifyCell(connection, cell, options);
    isFresh = disturbance(cell) === 0;
    reports.push(report2);
    options.onReport?.(report2, reports.length, cells.length);
  }
  return reports;
}
async function verifyCell(connection, cell, options) {
  const { method, path, headers, body } = cell.request;
  const expected = { status: cell.expect.status, decision: cell.expect.decision };
  const signal = AbortSignal.timeout(PATIENCE_MS2);
  try {
    const response = await connection.send(method, path, {
      headers: { ...options.headers, ...headers },
      signal,
      ...body !== void 0 && { body }
    });
    const got = { status: response.status, decision: response.headers.get("x-mock-decision") };
    const found2 = differences(cell, { ...got, text: await response.text() });
    return { id: cell.id, ok: found2.length === 0, expected, got, differences: found2 };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { id: cell.id, ok: false, expected, differences: [`no answer within ${PATIENCE_MS2 / 1e3} seconds`] };
  }
}
function disturbance({ request, expect }) {
  if (expect.decision !== "allowed" || request.method === "GET") return 0;
  return request.method === "DELETE" ? 2 : 1;
}

// src/cli/matrix/index.ts
function matrixCommand() {
  return new Command("matrix").description("Print the auth matrix, or verify a server against it.").option("--platform <platform>", "only cells of this platform").option("--scheme <scheme>", "only this kind of key").option("--state <state>", "only keys in this state: active, disabled_key, \u2026").option("--operation <id>", "only this operation").option("--verify <url>", "send every cell to the server at this URL and compare; it needs the zero-setup keys").option("--reset <path>", "for --verify: POST here between cells, where the server is no Chaveiro mock").option("--failures", "for --verify: report only the cells that differ").option("--session <name>", "for --verify: verify this session of a mock; default: a session of its own").addOption(new Option("--token <token>", "for --verify: the control token of the mock").env("CHAVEIRO_CONTROL_TOKEN")).option("--json", "print JSON on standard output, and nothing else").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro matrix --platform pingback\n  $ chaveiro matrix --state disabled_key --json\n  $ chaveiro matrix --verify http://localhost:4010\n  $ chaveiro matrix --verify https://staging.example.com/v2 --platform pingback --failures"
  ).action(async (flags) => {
    const { authMatrix } = await import('@chaveiro/openapi/auth-matrix');
    const cells = selectCells(authMatrix.cells, flags);
    if (flags.verify !== void 0) return verifyServer(flags.verify, cells, flags);
    const needsSetup = authMatrix.needsSetup.filter(({ scheme }) => [void 0, scheme].includes(flags.scheme));
    if (flags.json) return printJson({ cells, needsSetup });
    console.log(cellTable(cells));
  });
}
function cellTable(cells) {
  return table(
    ["KIND OF KEY", "STATE", "OPERATION", "STATUS", "DECISION", "EVIDENCE"],
    cells.map(({ scheme, state, operationId, expect }) => [
      scheme,
      state,
      operationId,
      colouredStatus(expect.status),
      expect.decision,
      expect.evidence
    ])
  );
}
async function verifyServer(url, cells, flags) {
  const isMock = await answersAsMock(connect({ url }));
  const connection = connect(isMock ? { ...flags, url } : { url });
  const own = isMock && flags.session === void 0 ? ownSession(connection) : void 0;
  const reset = flags.reset ?? own?.reset;
  const options = {
    ...reset !== void 0 && { reset },
    ...own && { headers: own.headers },
    onReport(report2, done, total) {
      const onTerminal = process.stderr.isTTY;
      if (onTerminal) process.stderr.write("\r\x1B[K");
      if (!flags.json && !(flags.failures && report2.ok)) console.log(reportLine(report2));
      if (onTerminal && done < total) process.stderr.write(`${done}/${total}`);
    }
  };
  const reports = await verify(connection, cells, options);
  await own?.drop();
  const failed = reports.filter(({ ok }) => !ok);
  if (flags.json)
    printJson({
      url: connection.url,
      total: reports.length,
      passed: reports.length - failed.length,
      failed: failed.length,
      cells: reports
    });
  else
    console.log(`
${count(reports.length, "cell")}: ${reports.length - failed.length} as expected, ${failed.length} different.`);
  if (failed.length > 0) throw new CliError(`${connection.url} differs from the auth matrix in ${count(failed.length, "cell")}.`);
}
async function answersAsMock(connection) {
  const response = await connection.send("GET", "/__mock/state");
  await response.body?.cancel();
  return response.headers.has("x-mock-request-id");
}
function ownSession(connection) {
  const name = `matrix-${randomUUID()}`;
  return {
    reset: "/__mock/reset",
    headers: { "x-mock-session": name },
    drop: async () => void await (await connection.send("DELETE", `/__mock/sessions/${name}`)).body?.cancel()
  };
}
function reportLine({ id, ok, got, expected, differences: differences2 }) {
  if (ok) return `${colours.green("ok")}    ${id}  ${colours.dim(`${expected.status} ${got?.decision ?? ""}`.trimEnd())}`;
  return [`${colours.red("DIFF")}  ${id}`, ...differences2.map((difference) => `        ${difference}`)].join("\n");
}

// src/cli/banner.ts
function banner(mock, url) {
  const lines = [
    `${colours.bold("Chaveiro")} mock ready at ${colours.cyan(url)}`,
    `Web console: open ${colours.cyan(`${url}/`)} in a browser`,
    ""
  ];
  const width2 = Math.max(...mock.zeroSetupKeys.map(({ secret }) => secret.length));
  const titles = new Set(mock.zeroSetupKeys.map(({ title }) => title));
  for (const title of titles) {
    lines.push(`${colours.bold(title)}`);
    for (const key of mock.zeroSetupKeys) {
      if (key.title === title)
        lines.push(`  ${colours.green(key.secret.padEnd(width2))}  ${key.state.padEnd(18)}  ${colours.dim(key.summary)}`);
    }
    lines.push("");
  }
  lines.push(
    `Every answer says why: look at ${colours.bold("x-mock-decision")}, or open ${colours.cyan(`${url}/__mock/requests`)}`,
    `${colours.dim("Stop with Ctrl-C.")}`
  );
  return lines.join("\n");
}
async function openData(file) {
  const { openStore } = await import('./durable.js');
  return openStore(file);
}
function dataReport({ file, recovered }) {
  return `Data file ${pc.cyan(file)}: ${recovered.isNew ? "new. Its secrets can be read with it alone: keep it as you keep them." : found(recovered)}`;
}
function found({ sessions, accounts, keys, requests, migratedFrom, cutOff }) {
  const parts = [counted(sessions, "session"), counted(accounts, "account"), counted(keys, "key"), counted(requests, "request")];
  return [
    `recovered ${parts.join(", ")}.`,
    ...migratedFrom === null ? [] : [`Its format was number ${migratedFrom} and is now this version's.`],
    ...cutOff ? ["The mock before was cut off; whatever it had answered is here."] : []
  ].join(" ");
}
function counted(count2, what) {
  return `${count2} ${what}${count2 === 1 ? "" : "s"}`;
}
var STATEFUL = ["policy", "contract", "responder", "data", "seedFile", "rateLimits"];
function withDocumentFlags(command) {
  return command.option("--spec <file-or-url>", "mock the API of your own OpenAPI 3.0 or 3.1 document instead").option("--policy <file>", "the rules of its keys (YAML or JSON): limits, plans, expiry, failures").option("--static", "no keys and no state: Prism alone answers from the document, as Prefer asks").addOption(
    new Option("--contract [side]", "check every exchange against the document, or one side of it").choices([
      "request",
      "response"
    ])
  ).addOption(
    new Option(
      "--responder <name>",
      "who answers operations without behaviour (default: prism with --spec, else none)"
    ).choices(["prism", "none"])
  );
}
async function documentOptions(flags) {
  if (flags.policy !== void 0 && flags.spec === void 0) {
    throw new CliError("--policy is about the keys of a document of your own. Name that with --spec.", EXIT.usage);
  }
  refuseStatefulFlags(flags);
  const read = flags.spec === void 0 ? void 0 : await (await import('./read-document-D347K5K3.js')).readDocument(flags.spec);
  const policy = flags.policy === void 0 ? void 0 : await readPolicy(flags.policy);
  const options = {
    ...read && { document: read.document, documentSource: read.source },
    ...policy && { policy },
    ...flags.responder && { responder: flags.responder },
    ...flags.contract && { contract: await loggedContract(flags.contract) }
  };
  if (needsPrism(flags)) await (await import('./load-PWVDWRGF.js')).loadPrism();
  return options;
}
function needsPrism({ spec, static: alone, contract, responder }) {
  return Boolean(alone) || contract !== void 0 || (responder ?? (spec === void 0 ? "none" : "prism")) === "prism";
}
function refuseStatefulFlags(flags) {
  if (!flags.static) return;
  const strange = STATEFUL.find((name) => flags[name]) ?? (flags.scenario?.length ? "scenario" : void 0);
  if (strange === void 0) return;
  const flag = `--${strange.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new CliError(
    `--static has no keys and no state, so ${flag} means nothing with it. Leave one of the two out.`,
    EXIT.usage
  );
}
async function readPolicy(file) {
  return (await import('./read-policy-O5J5CJYG.js')).readPolicy(file);
}
async function loggedContract(flag) {
  const { describeViolation } = await import('./contract-view-VHZJXVUE.js');
  return {
    ...flag !== true && { side: flag },
    onViolation: (violation) => console.error(`${colours.red("Contract violated:")} ${describeViolation(violation)}`)
  };
}
function documentReport({ spec }, mock, url) {
  if (spec === void 0) return "";
  const console2 = `The console answers under ${colours.cyan(`${url}/__console`)}: accounts, keys and plans, for Bearer chaveiro-console-owner.`;
  return [`
${console2}`, ...mock.notices.map((notice) => `${colours.yellow("Note:")} ${notice}`)].join("\n");
}
function concludeContract(flags, mock) {
  if (!flags.contract || mock.contract.found === 0) return;
  throw new CliError(`The document was violated: ${count(mock.contract.found, "time")} since the start.`, EXIT.failed);
}
function seedCommand() {
  return withConnection(new Command("seed")).description("Apply a seed file (YAML or JSON) to a running mock: all of it, or nothing.").argument("[file]", 'the file; "-" reads standard input').option("--check", "only check the file; needs no running mock").option("--reset", "reset the mock first").option("--schema", "print the JSON Schema of seed files, for your editor").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro seed seed.yaml\n  $ chaveiro seed seed.yaml --check\n  $ chaveiro seed - --reset --json < seed.json\n  $ chaveiro seed --schema > seed.schema.json"
  ).action(async (file, flags) => {
    if (flags.schema) return printJson(await jsonSchema());
    if (file === void 0) throw new CliError('Name a seed file, or "-" for standard input.', EXIT.usage);
    const applied = flags.check ? await checkOnly(file) : await apply(file, flags);
    if (flags.json) return printJson(applied);
    console.log(flags.check ? `${file} is a good seed: ${summary(applied)}.` : report(applied));
  });
}
async function apply(file, flags) {
  const { parseSeed } = await import('./parse-F5DPGH6G.js');
  const { SeedError } = await import('./problems-F5KFVQA2.js');
  const { pointerSteps } = await import('./policy-H4IJHKTX.js');
  const { seed, located } = parseSeed(readText(file), file);
  const connection = connect(flags);
  if (flags.reset) await connection.ask("POST", "/__mock/reset");
  try {
    return await connection.ask("POST", "/__mock/seed", { body: seed });
  } catch (error) {
    const issues = error instanceof RefusedError && error.status === 400 ? error.problem.issues : void 0;
    if (!issues) throw error;
    const step2 = (text) => /^\d+$/.test(text) ? Number(text) : text;
    throw located(new SeedError(issues.map(({ field, message }) => ({ path: pointerSteps(field).map(step2), message }))));
  }
}
async function checkOnly(file) {
  const { createMock } = await import('./mock-XGWHOLEB.js');
  const { loadSeedFile } = await import('./seed-file-CFOV67XN.js');
  const { appliedSeedView: appliedSeedView2 } = await import('./view-FR54XALV.js');
  return appliedSeedView2(loadSeedFile(createMock(), file, readText(file)));
}
async function jsonSchema() {
  const { z } = await import('./zod-ZK5FIC3M.js');
  const { seedSchema } = await import('./schema-JJDV6CI7.js');
  const schema = z.toJSONSchema(seedSchema, { io: "input" });
  const { scenarios } = schema.properties;
  scenarios.items = { anyOf: [{ type: "string" }, scenarios.items] };
  return schema;
}
function readText(file) {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const { code } = error;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : String(code ?? error);
    throw new CliError(`The seed file ${file} cannot be read: ${why}.`);
  }
}
function summary({ accounts, scenarios, faults }) {
  const played = scenarios.flatMap((scenario) => scenario.faults).length;
  return [count(accounts.length, "account"), count(scenarios.length, "scenario"), count(faults.length + played, "fault")].join(
    ", "
  );
}
function report(applied) {
  const lines = [`Applied: ${summary(applied)}.`];
  const rows = [
    ...applied.accounts.flatMap(
      ({ id, platform, plan, keys }) => keys.length > 0 ? keys.map((key) => [platform, id, plan, key.name, key.status, colours.green(key.secret)]) : [[platform, id, plan, "", "", ""]]
    ),
    ...applied.scenarios.flatMap(scenarioRows)
  ];
  if (rows.length > 0) lines.push("", table(["PLATFORM", "ACCOUNT", "PLAN", "KEY", "STATUS", "SECRET"], rows));
  return lines.join("\n");
}
function scenarioRows({ scenario, platform, account, keys }) {
  const rows = Object.entries(keys).map(([role, key]) => [
    platform,
    account.id,
    account.plan,
    `${scenario}: ${role}`,
    key.status,
    colours.green(key.secret)
  ]);
  return rows.length > 0 ? rows : [[platform, account.id, account.plan, scenario, "", ""]];
}

// src/cli/start-mock.ts
async function startMock({ seedFile, scenario }, options) {
  const { createMock } = await import('./mock-XGWHOLEB.js');
  if (seedFile === void 0 && scenario.length === 0) return createMock(options);
  const { parseSeed } = await import('./parse-F5DPGH6G.js');
  const { SeedError } = await import('./problems-F5KFVQA2.js');
  const { seed, located } = parseSeed(seedFile === void 0 ? "{}" : readText(seedFile), seedFile ?? "--scenario");
  const start = { ...seed, scenarios: [...seed.scenarios ?? [], ...scenario.map(named)] };
  try {
    return createMock({ ...options, start });
  } catch (error) {
    throw error instanceof SeedError ? located(error) : error;
  }
}
function seeded({ started }) {
  return started && appliedSeedView(started);
}
function seedReport(mock) {
  const applied = seeded(mock);
  return applied ? `

${report(applied)}` : "";
}
function named(text) {
  const [name = "", platform] = text.split("@");
  return platform === void 0 ? name : { name, platform };
}

// src/cli/static-mock.ts
async function startStatic(options, seed) {
  const { setUp } = await import('./set-up-P5TVGIXE.js');
  const { createStaticMock } = await import('./static-BFZPUUER.js');
  return createStaticMock(setUp({ ...options, responder: "none" }).document, { seed });
}
function staticBanner(url) {
  return [
    `${colours.bold("Chaveiro")} static mock ready at ${colours.cyan(url)}`,
    "",
    "Prism answers from the examples and schemas of the document. There are no keys: any credential will do.",
    `Choose an answer with ${colours.bold("Prefer: code=404")}, ${colours.bold("Prefer: example=name")} or ${colours.bold("Prefer: dynamic=true")}.`,
    colours.dim("Stop with Ctrl-C.")
  ].join("\n");
}

// src/cli/mock-command.ts
function mockCommand() {
  const command = new Command("mock").description("Start the mock server on this machine.").option("-p, --port <number>", "port to listen on; 0 takes a free one", integerBetween(0, 65535), 4010).option("--host <address>", "address to listen on; anything but loopback lets other machines in", "127.0.0.1").option("--allow-host <name...>", "host names besides localhost that requests may be for", []).addOption(
    new Option("--control-token <token>", "ask for this token under /__mock; needed for another address than loopback").env(
      "CHAVEIRO_CONTROL_TOKEN"
    )
  ).option("--seed <number>", "ids and generated keys follow from it", integerBetween(0, 2 ** 31 - 1), 1).option("--rate-limits", "count the platforms' rate limits", false).option("--session-limit <number>", "how many sessions to keep besides the default one", integerBetween(0, 1e6), 1e3).option("--session-idle <duration>", "drop a session that nobody uses for so long: 30s, 10m, 24h", duration, "30m").option("--data <file>", "keep everything in this file, and go on with what is in it").option("--seed-file <file>", "start with the accounts, keys and scenarios of this YAML or JSON file").option("--scenario <name...>", "start in these scenarios: outage@zenvio, send-only, \u2026", []).option("--webhook-host <name...>", "hosts besides this machine that webhooks may go to", []).option("--json", "print JSON on standard output when ready, and nothing else");
  return withDocumentFlags(command).addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro mock\n  $ chaveiro mock --port 0 --seed 42\n  $ chaveiro mock --rate-limits\n  $ chaveiro mock --seed-file seed.yaml\n  $ chaveiro mock --scenario outage@zenvio rotation@pingback\n  $ chaveiro mock --data chaveiro.db\n  $ chaveiro mock --spec my-api.yaml --policy keys.yaml\n  $ chaveiro mock --static\n  $ chaveiro mock --contract"
  ).action(async (flags) => {
    var _stack = [];
    try {
      const interrupt = interrupted();
      const documents = await documentOptions(flags);
      if (flags.static) return serveStatic(flags, await startStatic(documents, flags.seed), interrupt);
      const store = __using(_stack, flags.data === void 0 ? void 0 : await openData(flags.data));
      if (store) (flags.json ? console.error : console.log)(dataReport(store));
      const mock = await startMock(flags, {
        seed: flags.seed,
        sessions: { count: flags.sessionLimit, idle: flags.sessionIdle },
        webhooks: { allowHosts: flags.webhookHost },
        ...flags.rateLimits && { rateLimits: "on" },
        ...store && { store },
        ...documents
      });
      const { serveMock } = await import('./serve-Y2XNFQJ4.js');
      const running = await serveMock(mock, {
        port: flags.port,
        host: flags.host,
        allowedHosts: flags.allowHost,
        ...flags.controlToken !== void 0 && { controlToken: flags.controlToken }
      });
      if (flags.json)
        printJson({ url: running.url, port: running.port, keys: mock.zeroSetupKeys, notices: mock.notices, ...seeded(mock) });
      else console.log(banner(mock, running.url) + documentReport(flags, mock, running.url) + seedReport(mock));
      await interrupt;
      await running.close();
      if (!flags.json) console.log("\nThe mock has stopped.");
      concludeContract(flags, mock);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  });
}
async function serveStatic(flags, mock, interrupt) {
  const { serveMock } = await import('./serve-Y2XNFQJ4.js');
  const running = await serveMock(mock, { port: flags.port, host: flags.host, allowedHosts: flags.allowHost });
  if (flags.json) printJson({ url: running.url, port: running.port, keys: [], notices: [] });
  else console.log(staticBanner(running.url));
  await interrupt;
  await running.close();
  if (!flags.json) console.log("\nThe mock has stopped.");
}
function interrupted() {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
function integerBetween(least, most) {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
function duration(text) {
  try {
    milliseconds(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError(error.message);
  }
}
function scenarioCommand() {
  return withConnection(new Command("scenario")).description("List the scenarios, or play one on a running mock and print its keys.").argument("[name]", "the scenario to play").option("--platform <platform>", "where to play it; or list only those of this platform").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro scenario\n  $ chaveiro scenario rotation --platform zenvio\n  $ chaveiro scenario send-only --json"
  ).action(async (name, flags) => {
    const connection = connect(flags);
    if (name === void 0) {
      const { items } = await connection.ask("GET", "/__mock/scenarios");
      const shown2 = items.filter(({ platforms }) => flags.platform === void 0 || platforms.includes(flags.platform));
      if (flags.json) printJson({ items: shown2, total: shown2.length });
      else console.log(scenarioTable(shown2));
      return;
    }
    const options = flags.platform === void 0 ? {} : { platform: flags.platform };
    const path = `/__mock/scenarios/${encodeURIComponent(name)}`;
    const played = await connection.ask("POST", path, { body: options });
    if (flags.json) return printJson(played);
    console.log(table(["PLATFORM", "ACCOUNT", "PLAN", "KEY", "STATUS", "SECRET"], scenarioRows(played)));
    const users = Object.entries(played.users).map(([role, token]) => [role, token]);
    console.log(`
${table(["ROLE", "CONSOLE TOKEN"], users)}`);
  });
}
function scenarioTable(entries) {
  const rows = entries.map(({ name, platforms, summary: summary2 }) => [colours.bold(name), platforms.join(", "), summary2.en]);
  return table(["SCENARIO", "PLATFORMS", "WHAT IT IS"], rows);
}

// src/cli/main.ts
var EXAMPLES = `
Examples:
  $ chaveiro mock                                    start the mock on http://localhost:4010
  $ chaveiro keys disable key_pingback_active        the next request is refused
  $ chaveiro logs --follow                           see why
  $ chaveiro seed seed.yaml                          accounts, keys and scenarios from a file
  $ chaveiro matrix --verify http://localhost:4010   check a server, cell by cell`;
async function main(argv) {
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed));
  try {
    await createProgram().parseAsync(argv, { from: "user" });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    console.error(error instanceof Error ? error.message : error);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}
function createProgram() {
  const program = new Command("chaveiro").description("A stateful mock of Pingback, RD Station and Zenvio that knows what every API key is.").version(version).addCommand(mockCommand()).addCommand(keysCommand()).addCommand(scenarioCommand()).addCommand(seedCommand()).addCommand(logsCommand()).addCommand(matrixCommand()).addCommand(completionCommand()).addHelpText("after", EXAMPLES + "\n" + EXIT_CODES_HELP);
  throwInsteadOfExiting(program);
  return program;
}
function throwInsteadOfExiting(command) {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExiting);
}

export { main };

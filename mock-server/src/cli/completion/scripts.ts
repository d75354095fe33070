/** Completion scripts for the three common shells, made from the commands themselves. */
import type { Place } from './tree.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const scripts: Readonly<Record<Shell, (places: readonly Place[]) => string>> = { bash, zsh, fish };

/** Words so far that name a command: `chaveiro keys list --json` is at the place `keys list`. */
function cases(places: readonly Place[]): string {
  return places.flatMap(({ path, commands }) => commands.map(({ name }) => `'${path} ${name}'`)).join(' | ');
}

const flagsOf = ({ options }: Place) => options.flatMap(({ flags }) => flags);
const valueFlags = (places: readonly Place[]) => [
  ...new Set(places.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue).flatMap(({ flags }) => flags))),
];

function bash(places: readonly Place[]): string {
  const next = places.map((place) => {
    const words = [...place.commands.map(({ name }) => name), ...place.choices, ...flagsOf(place)];
    return `    '${place.path}') words='${words.join(' ')}' ;;`;
  });
  return `# bash completion of chaveiro; put it into your shell with: source <(chaveiro completion bash)
_chaveiro() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place='' words='' word
  COMPREPLY=()
  case "\${COMP_WORDS[COMP_CWORD - 1]}" in
    ${valueFlags(places).join(' | ')}) return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$place $word" in
      ${cases(places)}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${next.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _chaveiro chaveiro
`;
}

function zsh(places: readonly Place[]): string {
  const described = (name: string, description: string) => quoted(`${name.replaceAll(':', '\\:')}:${description}`);
  const next = places.map((place) => {
    const commands = [
      ...place.commands.map(({ name, description }) => described(name, description)),
      ...place.choices.map((choice) => quoted(choice)),
    ];
    const options = place.options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description)));
    return `    '${place.path}') commands=(${commands.join(' ')}); options=(${options.join(' ')}) ;;`;
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
${next.join('\n')}
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

function fish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, options, choices }) => {
    const at = `complete -c chaveiro -n "__chaveiro_at '${path}'"`;
    return [
      ...commands.map(({ name, description }) => `${at} -f -a ${name} -d ${quoted(description)}`),
      ...choices.map((choice) => `${at} -f -a ${choice}`),
      ...options.map(({ flags, description, takesValue }) => {
        const spelled = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        return `${at} ${spelled.join(' ')}${takesValue ? ' -r' : ''} -d ${quoted(description)}`;
      }),
    ];
  });
  return `# fish completion of chaveiro; put it into your shell with: chaveiro completion fish | source
function __chaveiro_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place $word"
      case ${cases(places).replaceAll(' | ', ' ')}
        set place (string trim "$place $word")
    end
  end
  test "$place" = "$argv[1]"
end
${lines.join('\n')}
`;
}

/** In single quotes, which all three read literally; an apostrophe becomes a typographic one. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}

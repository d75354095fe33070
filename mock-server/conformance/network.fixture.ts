/** Loaded before a program: reports every name that it looks up and every connection that it opens beyond this machine. */
import dns from 'node:dns';
import net from 'node:net';

const LOOPBACK: readonly unknown[] = ['localhost', '127.0.0.1', '::1', '0.0.0.0', undefined];

function watch(owner: object, name: string, hostOf: (parts: readonly unknown[]) => unknown): void {
  const original = Reflect.get(owner, name) as (...parts: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: unknown, ...parts: unknown[]) {
    const host = hostOf(parts);
    if (!LOOPBACK.includes(host)) process.stderr.write(`OUTBOUND ${name} ${String(host)}\n`);
    return original.apply(this, parts);
  });
}

watch(dns, 'lookup', ([name]) => name);
watch(net.Socket.prototype, 'connect', ([first, second]) => {
  // Node hands its own options on in a list.
  const options: unknown = Array.isArray(first) ? first[0] : first;
  return typeof options === 'object' && options !== null ? Reflect.get(options, 'host') : second;
});

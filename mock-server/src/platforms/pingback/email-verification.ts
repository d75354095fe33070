/** Verification of an e-mail address: the verdict follows from the address alone, and no server is asked. */
import type { Behaviours } from '../../exchange/behaviour.ts';

/** A step's verdict: what the answer says next to the address. */
interface Verdict {
  readonly valid: boolean;
  /** Whether the check came to an end, whatever it found. */
  readonly success: boolean;
  readonly message: string;
}

/** A few of the well-known ones; the provider checks against a long list. */
const DISPOSABLE = new Set([
  '10minutemail.com',
  'guerrillamail.com',
  'mailinator.com',
  'maildrop.cc',
  'sharklasers.com',
  'temp-mail.org',
  'tempemail.com',
  'throwawaymail.com',
  'trashmail.com',
  'yopmail.com',
]);

/** Reserved names that never resolve: https://www.rfc-editor.org/rfc/rfc6761.html. */
const NEVER_RESOLVES = /\.(invalid|test|example|localhost)$/;

/** The reserved documentation domains refuse mail; a domain below `sem-mx.` is the mock's own way to ask for this answer. */
const WITHOUT_MX = /^(sem-mx\..+|(.+\.)?example\.(com|net|org))$/;

/** Domains below `timeout.` let the probe of the mail server run out of time; the mock's own convention. */
const SLOW = /^timeout\./;

/** Mailboxes that the mail server of any other domain says it has not; the mock's own convention. */
const NO_SUCH_MAILBOX = new Set(['inexistente', 'unknown']);

/**
 * Steps in the order of the company's open-source library, and in its words; the first that finds something decides:
 *
 * | address | answer |
 * |---|---|
 * | no address, or a domain without a dot | `Invalid email syntax` |
 * | a known disposable domain, such as `mailinator.com` | `Disposable email is not allowed` |
 * | `.invalid`, `.test`, `.example`, `.localhost` | `Domain verification failed` |
 * | `example.com` / `.net` / `.org`, or a domain that starts with `sem-mx.` | `No MX records found` |
 * | any other, when the request says `ignoreSMTPVerify` | `Valid email (ignored SMTP verification)` |
 * | a domain that starts with `timeout.` | `Connection timeout`, and `success` is false |
 * | the mailbox `inexistente` or `unknown` | `Invalid email` |
 * | everything else | `Valid email` |
 *
 * @see https://github.com/getpingback/ping-email
 */
export function verdictOn(email: string, ignoreSmtp: boolean): Verdict {
  if (!/^[^\s@<>()[\]\\,;:"]+@([a-z0-9-]+\.)+[a-z]{2,}$/i.test(email)) return rejected('Invalid email syntax');
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@');
  if (DISPOSABLE.has(domain)) return rejected('Disposable email is not allowed');
  if (NEVER_RESOLVES.test(domain)) return rejected('Domain verification failed');
  if (WITHOUT_MX.test(domain)) return rejected('No MX records found');
  if (ignoreSmtp) return { valid: true, success: true, message: 'Valid email (ignored SMTP verification)' };
  if (SLOW.test(domain)) return { valid: false, success: false, message: 'Connection timeout' };
  if (NO_SUCH_MAILBOX.has(mailbox)) return rejected('Invalid email');
  return { valid: true, success: true, message: 'Valid email' };
}

function rejected(message: string): Verdict {
  return { valid: false, success: true, message };
}

export const emailVerification = {
  verifyEmail: (ctx) => {
    const { email } = ctx.path;
    return ctx.reply(200, {
      message: 'Email verified',
      data: { email, ...verdictOn(email, ctx.body?.ignoreSMTPVerify === true) },
    });
  },
} satisfies Behaviours<'verifyEmail'>;

/** A landing page's form: who sends it becomes a conversion in RD Station. */
import { RateLimitError, RDStation, ValidationError } from '@chaveiro/sdk/rdstation';

// In development the mock answers, from inside this page. A build leaves the line out, and the mock with it.
if (import.meta.env.DEV) await import('./mock.ts');

const rd = new RDStation({ apiKey: import.meta.env.VITE_RDSTATION_API_KEY });
const form = document.querySelector('form') as HTMLFormElement;
const output = document.querySelector('output') as HTMLOutputElement;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form)) as { readonly name: string; readonly email: string };
  void send(fields).then((message) => (output.textContent = message));
});

/** @returns what to tell the visitor */
async function send({ name, email }: { readonly name: string; readonly email: string }): Promise<string> {
  try {
    await rd.conversions.create({ conversion_identifier: 'ebook', email, name });
    form.reset();
    return 'Obrigado! O e-book está a caminho.';
  } catch (error) {
    if (error instanceof ValidationError && error.issues.some(({ path }) => path?.endsWith('.email'))) {
      return 'Confira o seu e-mail.';
    }
    if (error instanceof RateLimitError) return 'Muitos envios de uma vez. Tente de novo daqui a pouco.';
    // A key that was disabled, an outage: nothing that the visitor could mend.
    console.error(error);
    return 'Não conseguimos enviar agora. Tente de novo mais tarde.';
  }
}

/** Says when nothing can be changed, why, and what to do about it. */
import { useState } from 'preact/hooks';
import { access, controlToken } from '../api/world.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/field.tsx';
import { Callout } from '../components/parts.tsx';
import { t } from '../i18n/index.ts';

export function AccessBar() {
  const [asking, setAsking] = useState(false);
  const words = t().access;
  // The dialog stays until the token is accepted, whatever the bar says meanwhile.
  const dialog = asking && access.value !== 'open' && <TokenDialog onClose={() => setAsking(false)} />;
  switch (access.value) {
    case 'unknown':
    case 'open':
      return null;
    case 'unreachable':
      return <Callout tone="danger">{words.unreachable}</Callout>;
    case 'forbidden':
      return (
        <Callout tone="warning" title={words.readOnly}>
          <p>{words.forbidden}</p>
        </Callout>
      );
    case 'token_required':
      return (
        <>
          <Callout
            tone="warning"
            title={words.readOnly}
            actions={
              <Button icon="lock" onClick={() => setAsking(true)}>
                {words.enter}
              </Button>
            }
          >
            <p>{words.tokenRequired}</p>
          </Callout>
          {dialog}
        </>
      );
  }
}

function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const words = t().access;
  const [token, setToken] = useState('');
  const [tried, setTried] = useState<string>();
  const wrong = tried !== undefined && tried === controlToken.value && access.value === 'token_required';
  return (
    <Dialog
      title={words.token}
      onClose={onClose}
      onSubmit={() => {
        setTried(token);
        controlToken.value = token;
      }}
      footer={
        <>
          <Button onClick={onClose}>{t().action.cancel}</Button>
          <Button kind="primary" type="submit" disabled={token === ''}>
            {words.use}
          </Button>
        </>
      }
    >
      <TextField
        label={words.token}
        type="password"
        hint={words.tokenHint}
        error={wrong ? words.wrong : undefined}
        value={token}
        onValue={setToken}
      />
    </Dialog>
  );
}

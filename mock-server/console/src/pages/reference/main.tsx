/** The API reference in the browser: a document of its own, in the console's frame. */
import { render } from 'preact';
import '../../theme/tokens.css';
import '../../theme/base.css';
import { stayConnected } from '../../api/connect.ts';
import { startLanguage } from '../../i18n/index.ts';
import { startTheme } from '../../theme/theme.ts';
import { ReferencePage } from './reference-page.tsx';

startLanguage();
startTheme();
stayConnected();
const root = document.getElementById('app');
if (root) render(<ReferencePage />, root);

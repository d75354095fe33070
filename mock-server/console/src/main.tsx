/** The console in the browser: what the key screens of the platforms do, and what the mock makes of it. */
import { render } from 'preact';
import { App } from './app/app.tsx';
import './theme/tokens.css';
import './theme/base.css';
import { startTheme } from './theme/theme.ts';
import { startLanguage } from './i18n/index.ts';
import { stayConnected } from './api/connect.ts';

startLanguage();
startTheme();
stayConnected();
const root = document.getElementById('app');
if (root) render(<App />, root);

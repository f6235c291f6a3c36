/** Mounts the dashboard. */
import { render } from 'preact';
import { App } from './app.tsx';
import { followPrintFoot } from './print-foot.ts';
import { followWorld } from './signals.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/print.css';

const root = document.querySelector('#app');
if (root === null) throw new Error('index.html has no #app');
followWorld();
followPrintFoot();
render(<App />, root);

/** Mounts the dashboard, or all of its pages as one paper. */
import { render } from 'preact';
import { App, views } from './app.tsx';
import { followPrintFoot } from './print-foot.ts';
import { followWorld, viewState } from './signals.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/print.css';

const root = document.querySelector('#app');
if (root === null) throw new Error('index.html has no #app');
followWorld();
followPrintFoot();
if (/^\/\d{6}\/report$/.test(location.pathname))
  void import('./meeting-paper.tsx').then(({ default: MeetingPaper }) => {
    root.replaceChildren();
    render(<MeetingPaper />, root);
  });
else {
  // Not only when the index is there.
  views[viewState.peek().view].loadAhead();
  // In a task of its own: what the page needs is under way before.
  setTimeout(() => {
    root.replaceChildren();
    render(<App />, root);
  });
  // After everything that the first view needs; the development server builds no worker.
  if (import.meta.env.MODE !== 'development')
    addEventListener(
      'load',
      () => void import('./offline/follow-worker.ts').then(({ followWorker }) => followWorker()),
    );
}

/** Shows how far a run is: a bar on a terminal, a line a step where stderr is a file. Always on stderr, so that stdout stays clean. */
import { SingleBar } from 'cli-progress';
import type { Progress } from '#functions/run.ts';

type Step = Progress['step'] | 'samples' | 'check' | 'copy';

const stepNames: Readonly<Record<Step, string>> = {
  samples: '見本 samples',
  plan: '確認 plan',
  ingest: '取込 ingest',
  publish: '公開 publish',
  check: '点検 check',
  copy: '写し copy',
};

export interface ProgressBar {
  readonly onProgress: (progress: Omit<Progress, 'step'> & { readonly step: Step }) => void;
  /** Takes the bar away, so that what is printed next starts on a line of its own. */
  stop(): void;
}

export function createProgressBar(): ProgressBar {
  return process.stderr.isTTY ? createBar() : createLines();
}

function createBar(): ProgressBar {
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{step} {bar} {value}/{total} {name}',
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    autopadding: false,
  });
  let step: Step | null = null;
  return {
    onProgress(progress) {
      const payload = { step: stepNames[progress.step], name: (progress.name ?? '').slice(0, 40) };
      if (step !== progress.step) {
        bar.stop();
        bar.start(Math.max(progress.total, 1), progress.done, payload);
        step = progress.step;
      } else {
        bar.setTotal(Math.max(progress.total, 1));
        bar.update(progress.done, payload);
      }
    },
    stop() {
      bar.stop();
      step = null;
    },
  };
}

function createLines(): ProgressBar {
  let said = '';
  return {
    onProgress({ step, done, total }) {
      // A line for each tenth is enough for whoever reads it later.
      const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
      if (said === `${step} ${tenth}`) return;
      said = `${step} ${tenth}`;
      process.stderr.write(`${stepNames[step]} ${done}/${total}\n`);
    },
    stop() {
      said = '';
    },
  };
}

/** The bench's answer as a table for people and as JSON for programs. Pure. */
import { isMet, type Measurement, median, ratioToPeer, type Unit } from './measurement.ts';

export interface MeasuredSection {
  readonly section: string;
  readonly title: string;
  readonly measurements: readonly Measurement[];
}

/** On what it was measured: absolute figures mean nothing without it. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly measuredAt: string;
}

function print(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return `${value.toFixed(1)} ms`;
    case 'bytes':
      return value < 10 * 1024 ** 2 ? `${(value / 1024).toFixed(1)} KB` : `${(value / 1024 ** 2).toFixed(0)} MB`;
    case 'shift':
      return value.toFixed(3);
    case 'ratio':
      return value < 0.1 ? `× ${value.toFixed(4)}` : `× ${value.toFixed(2)}`;
    case 'slope':
      return value.toFixed(2);
    case 'per second':
      return `${Math.round(value).toLocaleString('en')} /s`;
    case 'score':
    case 'count':
      return String(Math.round(value * 10) / 10);
    default:
      return unit satisfies never;
  }
}

function describeGoal({ goal, unit }: Measurement): string {
  if (goal === undefined) return '';
  return 'atMost' in goal ? `≤ ${print(goal.atMost, unit)}` : `≥ ${print(goal.atLeast, unit)}`;
}

function describePeer(measurement: Measurement): string {
  const ratio = ratioToPeer(measurement);
  if (measurement.peer === undefined || ratio === null) return '';
  const value = print(median(measurement.peer.samples), measurement.unit);
  return `${value} ${measurement.peer.name} (×${ratio.toFixed(2)})`;
}

/** Width on a terminal: Japanese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1), 0);
}

/** One section as an aligned table of Markdown, its notes below. */
export function describeSection({ section, title, measurements }: MeasuredSection): string {
  const marks = { true: '○', false: '✕', null: '' } as const;
  const rows = [
    ['', 'median', 'least–most', 'goal', '', 'beside'],
    ...measurements.map((measurement) => [
      measurement.name,
      print(median(measurement.samples), measurement.unit),
      measurement.samples.length < 2
        ? ''
        : `${print(Math.min(...measurement.samples), measurement.unit)}–${print(Math.max(...measurement.samples), measurement.unit)}`,
      describeGoal(measurement),
      marks[`${isMet(measurement)}`],
      describePeer(measurement),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell + fill.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const lines = [
    line(head, ' '),
    line(
      head.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row, ' ')),
  ];
  const notes = measurements.flatMap(({ name, note }) => (note === undefined ? [] : [`- ${name}: ${note}`]));
  return [`### ${section}: ${title}`, '', ...lines, ...(notes.length === 0 ? [] : ['', ...notes]), ''].join('\n');
}

/** Everything, with every sample. */
export function describeAsJson(machine: Machine, sections: readonly MeasuredSection[]): string {
  const answer = {
    machine,
    sections: sections.map(({ section, title, measurements }) => ({
      section,
      title,
      measurements: measurements.map((measurement) => ({
        ...measurement,
        median: median(measurement.samples),
        isMet: isMet(measurement),
        ratio: ratioToPeer(measurement),
      })),
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

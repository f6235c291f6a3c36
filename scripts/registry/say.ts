/** The sentences of `npm run registry`, Japanese first, then English. */
import { describeFailure, describeFinding, type Finding } from '#sheets-schema';
import { registryCommandMessages } from '#sheets-schema/vocabulary/messages/registry-command.ts';

export interface Printing {
  readonly isJson: boolean;
  /** Whether anything is really written. */
  readonly isSent: boolean;
}

type Facts = Readonly<Record<string, string | number>>;

export interface Said {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

export function sentence(key: keyof typeof registryCommandMessages, facts: Facts = {}): string {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  const { ja, en } = registryCommandMessages[key];
  return `${fill(ja)} ${fill(en)}`;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function sayFailure({ code, facts }: { readonly code: string; readonly facts: Facts }): Said {
  return { code, ja: describeFailure(code, facts, 'ja'), en: describeFailure(code, facts, 'en') };
}

/** A finding with its place in the registry. */
export type SaidFinding = Said & Pick<Finding, 'tab' | 'row' | 'cell' | 'severity'>;

export function sayFinding(finding: Finding): SaidFinding {
  const { code, tab, row, cell, severity } = finding;
  const [ja, en] = [describeFinding(finding, 'ja'), describeFinding(finding, 'en')];
  return { tab, row, cell, severity, code, ja, en };
}

export function lineOf({ tab, cell, row, ja, en }: SaidFinding): string {
  const place = [tab, cell ?? (row === null ? null : String(row))].filter((part) => part !== null).join('!');
  return `- ${place}: ${ja}\n  ${en}`;
}

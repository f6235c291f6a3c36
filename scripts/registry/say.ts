/** The sentences of `npm run registry`, Japanese first, then English. */
import type { RegistryReport } from '#functions/open-workbooks.ts';
import { describeFailure } from '#sheets-schema';
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

export { sayFinding } from '#functions/open-workbooks.ts';

export type SaidFinding = RegistryReport['findings'][number];

export function lineOf({ tab, cell, row, ja, en }: SaidFinding): string {
  const place = [tab, cell ?? (row === null ? null : String(row))].filter((part) => part !== null).join('!');
  return `- ${place}: ${ja}\n  ${en}`;
}

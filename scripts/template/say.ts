/** Sentences of `npm run template`, Japanese first, one line each. */

import { FileProblem } from '#functions/adapters/folder/file-problem.ts';
import { TemplateProblem } from '#functions/adapters/folder/template-xlsx.ts';
import { GoogleAccessError } from '#functions/adapters/google/access.ts';
import { CannotCreate } from '#functions/adapters/google/template-google.ts';
import { fill } from '#functions/template/template-line.ts';
import { WorkbookFailure } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
import { templateMessages } from '#sheets-schema/vocabulary/messages/template.ts';

type Facts = Readonly<Record<string, string | number>>;

export function sentence(key: keyof typeof templateMessages, facts: Facts = {}): string {
  const { ja, en } = templateMessages[key];
  return `${fill(ja, facts)} ${fill(en, facts)}`;
}

export function say(key: keyof typeof templateMessages, facts: Facts = {}): void {
  process.stdout.write(`${sentence(key, facts)}\n`);
}

/** What the world or a file refuses, as a sentence; anything else is a fault of ours and goes on. */
export function describeTrouble(error: unknown, file: string, folder = ''): string {
  if (error instanceof FileProblem) return both(error.code, { file, ...error.facts });
  if (error instanceof WorkbookFailure) return both(error.code, { file, ...error.facts });
  if (error instanceof TemplateProblem) return sentence(error.reason, { file, part: error.part });
  if (error instanceof CannotCreate) return sentence(error.reason, { folder });
  if (error instanceof GoogleAccessError) return error.message;
  throw error;
}

function both(code: string, facts: Facts): string {
  return `${describeFailure(code, facts, 'ja')} ${describeFailure(code, facts, 'en')}`;
}

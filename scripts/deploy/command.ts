/** Commands as data: what is run is what was printed. */

export interface Command {
  readonly program: 'gcloud' | 'firebase' | 'npm';
  readonly argv: readonly string[];
  /** What it reads from its standard input: a secret, made when it is needed and never printed. */
  readonly secretInput?: () => string;
}

/** One thing that is there in the end. */
export interface Step {
  readonly title: { readonly ja: string; readonly en: string };
  /** Whether it is there already: it ends well, and says what is wanted. `null`: it is made each time. */
  readonly look: {
    readonly command: Command;
    readonly isThere: (said: string) => boolean;
    /** Of what others may have made under the same name: whether it is ours. Left out: nobody else calls theirs so. */
    readonly isOurs?: (said: string) => boolean;
  } | null;
  /** In this order; each may find that it was done before. */
  readonly make: readonly Command[];
  /** Instead, where it is there in another form; left out: `make`. */
  readonly change?: readonly Command[];
  /** It is to be gone in the end: what cannot be found is done. */
  readonly removes?: true;
}

export function gcloud(...argv: readonly string[]): Command {
  return { program: 'gcloud', argv };
}

export function firebase(...argv: readonly string[]): Command {
  return { program: 'firebase', argv };
}

/** As it can be pasted into a shell. */
export function printCommand({ program, argv, secretInput }: Command): string {
  const words = [program, ...argv].map(quote).join(' ');
  return secretInput === undefined ? words : `openssl rand -base64 48 | ${words}`;
}

function quote(word: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The plan in lines that can be pasted: what is looked at, and what is made where it is not there. */
export function printStep({ title, look, make, change, removes }: Step, number: number): string {
  const lines = [`# ${number}. ${title.ja}  ${title.en}`];
  const made = make.map(printCommand);
  if (look !== null)
    lines.push(
      `${printCommand(look.command)}  # ${removes ? 'あれば if it is there:' : 'なければ if it is not there:'}`,
    );
  lines.push(...made.map((line) => (look === null ? line : `  ${line}`)));
  if (change !== undefined) {
    lines.push('# 設定が違えば if it is otherwise:', ...change.map((command) => `  ${printCommand(command)}`));
  }
  return `${lines.join('\n')}\n`;
}

/** The doctor's steps on the way to Google, from the account to the two APIs. What is asked for twice is asked once. */

import { GoogleAccessError, type OpenedGoogle, openGoogle } from '#functions/adapters/google/access.ts';
import { askMachine, type OwnAccount } from '#functions/adapters/google/auth-account.ts';
import { askDrive, askNetwork, askSheets, askToken, impatient } from '#functions/adapters/google/doctor.ts';
import type { Clock } from '#functions/world.ts';
import { type Check, type Found, trouble, unchecked, well } from './step.ts';
import { describeTrouble, isEnough } from './troubles.ts';

/** Google refuses a signature whose time is further off than a few minutes. */
const mostMinutesOff = 5;

export interface GoogleQuestions {
  readonly rootUrl: string | null;
  readonly keyFile: string | null;
  readonly canWrite: boolean;
  readonly clock: Clock;
}

/** The checks, and what they have found out for those that follow. */
export interface GoogleExamination {
  readonly checks: readonly Check[];
  /** @throws Error before the account has been found */
  access(): OpenedGoogle;
  /** The address to share with, as far as it is known by now. */
  account(): string | null;
}

export function examineGoogle({ rootUrl, keyFile, canWrite, clock }: GoogleQuestions): GoogleExamination {
  let opened: OpenedGoogle | null = null;
  let account: string | null = null;
  let googleIsAheadBy: number | null = null;
  let granted: readonly string[] | null = null;

  const access = () => {
    if (opened === null) throw new Error('Google was asked before the account was found');
    return opened;
  };
  const drive = once(async () => await askDrive(access()));
  const sheets = once(async () => await askSheets(access()));

  const checks: readonly Check[] = [
    {
      step: 'account',
      needs: [],
      async ask() {
        try {
          opened = await openGoogle({ rootUrl, keyFile, canWrite, patience: impatient });
        } catch (error) {
          if (error instanceof GoogleAccessError) return trouble(error.code, error.facts);
          throw error;
        }
        account = opened.own.kind === 'machine' ? await askMachine() : opened.own.account;
        return well(`account/${opened.own.kind}`, { account: account ?? '', file: opened.own.file ?? '' });
      },
    },
    {
      step: 'network',
      needs: [],
      async ask() {
        const asked = await askNetwork(rootUrl);
        if ('trouble' in asked) return describeTrouble(asked.trouble, factsOf(opened?.own ?? null));
        const { googleTime, host } = asked.answer;
        if (googleTime !== null) googleIsAheadBy = googleTime.getTime() - clock.now().getTime();
        return well('network/well', { host });
      },
    },
    {
      step: 'clock',
      needs: ['network'],
      ask: async () => describeClock(googleIsAheadBy),
    },
    {
      step: 'token',
      needs: ['account', 'network', 'clock'],
      async ask() {
        const asked = await askToken(access());
        if ('trouble' in asked) return describeTrouble(asked.trouble, factsOf(access().own, access().scopes));
        granted = asked.answer.scopes;
        return well('token/well');
      },
    },
    {
      step: 'scopes',
      needs: ['token'],
      async ask() {
        const { own, scopes } = access();
        const answers = [await drive(), await sheets()];
        const isRefused = answers.some((asked) => 'trouble' in asked && asked.trouble.kind === 'scope');
        if (isRefused || (granted !== null && !isEnough(granted, scopes)))
          return describeTrouble({ kind: 'scope' }, factsOf(own, scopes));
        return well(canWrite ? 'scopes/write' : 'scopes/read');
      },
    },
    {
      step: 'drive',
      needs: ['scopes'],
      async ask() {
        const asked = await drive();
        if ('trouble' in asked) return describeTrouble(asked.trouble, factsOf(access().own), 'drive.googleapis.com');
        account ??= asked.answer.account;
        return account === null ? well('drive/well') : well('drive/known-as', { account });
      },
    },
    {
      step: 'sheets',
      needs: ['scopes'],
      async ask() {
        const asked = await sheets();
        if ('trouble' in asked) return describeTrouble(asked.trouble, factsOf(access().own), 'sheets.googleapis.com');
        return well('sheets/well');
      },
    },
  ];
  return { checks, access, account: () => account };
}

function describeClock(googleIsAheadBy: number | null): Found {
  if (googleIsAheadBy === null) return unchecked('clock/unknown');
  const minutes = Math.round(Math.abs(googleIsAheadBy) / 60_000);
  if (minutes < mostMinutesOff) return well('clock/well');
  return trouble(googleIsAheadBy > 0 ? 'clock/behind' : 'clock/ahead', { minutes });
}

function factsOf(own: OwnAccount | null, scopes: readonly string[] = []) {
  return { kind: own?.kind ?? 'key', account: own?.account ?? '', file: own?.file ?? '', scopes };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

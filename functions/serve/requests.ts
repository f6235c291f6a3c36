/** What requests may say: the parameters that several routes share, checked before anything is looked up. */
import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Clock, Log, Store } from '../world.ts';
import type { Identity, Visitor } from './identity.ts';
import type { ReleaseKeepingStore } from './kept-release.ts';
import type { KnownAnswers } from './known-answers.ts';
import type { Pack, PackedObjects } from './packed.ts';
import { ProblemError } from './problem.ts';
import type { Published } from './published.ts';
import type { RequestLimits } from './request-limits.ts';
import type { SignInWorld } from './sign-in/sign-in-routes.ts';

/** What the routes need from whoever starts them. */
export interface ApiDependencies {
  readonly store: Store | ReleaseKeepingStore;
  readonly identity: Identity;
  /** How often the dashboard asks whether there is a newer release. */
  readonly pollSeconds: number;
  readonly log: Log;
  readonly clock: Clock;
  /** Within so many minutes of a run the next has ended; `null` or left out: nobody runs on a schedule. */
  readonly expectedMinutes?: number | null;
  /** Opens /api/metrics to whoever brings it; `null` or left out: administrators only. */
  readonly metricsToken?: string | null;
  /** Where our own pages are, like 'https://kasanari.example'; `null` or left out: under the host name of the API. */
  readonly publicUrl?: string | null;
  /** `null` or left out: nobody signs in with a browser. */
  readonly signIn?: SignInWorld | null;
  /** `null` or left out: there is no hurry, as on one's own machine. */
  readonly limits?: RequestLimits | null;
  /** Compresses stored objects, which are then kept compressed; `null` or left out: each answer is compressed on its way. */
  readonly pack?: Pack | null;
}

/** What every route is given. */
export interface RouteDependencies {
  readonly store: Store;
  readonly published: Published;
  readonly pollSeconds: number;
  readonly log: Log;
  readonly clock: Clock;
  readonly expectedMinutes: number | null;
  readonly signIn: SignInWorld | null;
}

/** What is known of a request before its route is entered. */
export interface RequestVariables {
  Variables: {
    visitor: Visitor;
    /** Learns what is answered; `null` where the store does not say at once which release it is. */
    known: KnownAnswers | null;
    /** `null`: what is stored is compressed on its way. */
    packed: PackedObjects | null;
  };
}

/** An empty set of routes; a parameter that does not fit its schema is a problem that names the parameter. */
export function createRoutes(): OpenAPIHono<RequestVariables> {
  return new OpenAPIHono<RequestVariables>({
    defaultHook: (result) => {
      if (!result.success)
        throw new ProblemError('malformed', { name: result.error.issues[0]?.path.join('.') ?? 'URL' });
    },
  });
}

export const releaseQuery = z.object({
  release: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'Answer from this release, if it is still kept. Without it, from the current one.' }),
});

export const municipalityParams = z.object({
  code: z
    .string()
    .regex(/^[0-9]{6}$/)
    .meta({ description: '全国地方公共団体コード, six digits', example: '162051' }),
});

export const prefectureParams = z.object({
  code: z
    .string()
    .regex(/^[0-9]{2}$/)
    .meta({ description: 'First two digits of the municipality codes', example: '16' }),
});

/** The 200 of a route that answers JSON. */
export function okJson<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** The 304 that every route with an ETag may answer. */
export const notModified = { description: 'The asker has it already (If-None-Match).' } as const;

/** A client that holds the stand-in's token already. */
import { OAuth2Client } from 'googleapis-common';
import { token } from './stand-in.ts';

export function createTokenClient(): OAuth2Client {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
  return client;
}

/** Why somebody came back from signing in without being signed in, as the address says. Pure. */
const troubles = ['not-registered', 'lost', 'refused', 'unavailable'] as const;

export type SignInTrouble = (typeof troubles)[number];

/** @param search the query of the address, like '?sign-in=lost' */
export function readSignInTrouble(search: string): SignInTrouble | null {
  const said = new URLSearchParams(search).get('sign-in');
  return troubles.find((trouble) => trouble === said) ?? null;
}

/** The same address without what it says of an earlier attempt. */
export function withoutTrouble(address: string): string {
  const [path = '/', query = ''] = address.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.delete('sign-in');
  const rest = parameters.toString();
  return rest === '' ? path : `${path}?${rest}`;
}

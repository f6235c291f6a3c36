/** The stand-in under msw: requests to Google itself are answered here, and any other request is an error. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { GoogleStandIn } from './stand-in.ts';

/** Call `close` when done. */
export function interceptGoogle(standIn: GoogleStandIn): { close(): void } {
  const server = setupServer(
    http.all(/^https:\/\/[a-z]+\.googleapis\.com\//, async ({ request }) => {
      return (await standIn.answer(request)) ?? HttpResponse.error();
    }),
  );
  server.listen({ onUnhandledRequest: 'error' });
  return { close: () => server.close() };
}

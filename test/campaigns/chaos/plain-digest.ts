/**
 * SHA-256 within the step that asks for it, with the same result: the platform's own goes through other threads, and when they answer is
 * not for the seed to say. Gives back what undoes it.
 */
import { createHash } from 'node:crypto';

export function digestAtOnce(): () => void {
  const { subtle } = globalThis.crypto;
  const before = subtle.digest.bind(subtle);
  const atOnce: typeof subtle.digest = async (algorithm, data) => {
    if (algorithm !== 'SHA-256' || !(data instanceof Uint8Array)) return await before(algorithm, data);
    return Uint8Array.from(createHash('sha256').update(data).digest()).buffer;
  };
  Object.defineProperty(subtle, 'digest', { value: atOnce, configurable: true });
  return () => void Reflect.deleteProperty(subtle, 'digest');
}

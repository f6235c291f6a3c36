/** What a name in an office's own words tells: the same, a known word for it, one that contains it, or one spelt nearly alike. */
import { editDistance } from '#sheets-schema/cells/edit-distance.ts';
import { type Evidence, nothing, stronger } from './confidence.ts';

/** A name of ours to compare with, folded. */
export interface KnownName {
  readonly word: string;
  readonly source: 'standard' | 'alias' | 'synonym';
  /** As people know it: the standard name. */
  readonly shown: string;
}

const sureness = { standard: 1, alias: 0.97, synonym: 0.85 } as const;
const reasonOf = { standard: 'same-name', alias: 'known-name', synonym: 'known-synonym' } as const;

/** Weighs a folded name against all names of one thing. */
export function compareNames(typed: string, names: readonly KnownName[]): Evidence {
  return names.reduce((best, name) => stronger(best, compareName(typed, name)), nothing);
}

function compareName(typed: string, { word, source, shown }: KnownName): Evidence {
  if (typed === '' || word === '') return nothing;
  if (typed === word) {
    return { share: sureness[source], reasons: [{ code: reasonOf[source], facts: { standard: shown } }] };
  }
  const [typedLength, wordLength] = [[...typed].length, [...word].length];
  const facts = { standard: shown, word };
  const weight = source === 'synonym' ? 0.85 : 1;
  // One sign of a date or a number is in many names; two signs that are nearly all of it say something.
  if (wordLength >= 2 && typed.includes(word)) {
    const part = wordLength / typedLength;
    // What a Japanese compound is, its last part says: 対象者の年代 is a 年代.
    const base = typed.endsWith(word) ? 0.5 : 0.35;
    return { share: weight * (base + 0.4 * part), reasons: [{ code: 'contains', facts }] };
  }
  if (typedLength >= 2 && word.includes(typed)) {
    return { share: weight * (0.35 + 0.4 * (typedLength / wordLength)), reasons: [{ code: 'part-of', facts }] };
  }
  const longer = Math.max(typedLength, wordLength);
  if (longer < 4 || longer > 30 || Math.abs(typedLength - wordLength) > longer / 3) return nothing;
  const distance = editDistance(typed, word);
  if (distance > longer / 3) return nothing;
  return { share: weight * 0.85 * (1 - distance / longer), reasons: [{ code: 'near', facts }] };
}

/** Finds what belongs to a list of words, going from word to word: no text is put together to look a list up. */

/** What was reached by the words so far. */
interface Stop<Value> {
  found: Value | null;
  readonly after: Map<string, Stop<Value>>;
}

/** `make` is asked once for each list, in the order in which they come; the order of the words counts. */
export function createListFinder<List extends readonly string[], Value extends NonNullable<unknown>>(
  make: (list: List) => Value,
): (list: List) => Value {
  const start: Stop<Value> = { found: null, after: new Map() };
  return (list) => {
    let stop = start;
    for (const word of list) {
      let next = stop.after.get(word);
      if (next === undefined) {
        next = { found: null, after: new Map() };
        stop.after.set(word, next);
      }
      stop = next;
    }
    stop.found ??= make(list);
    return stop.found;
  };
}

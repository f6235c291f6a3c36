/** Workbooks that cannot be read at all, so that no office of the index speaks for them; known to whoever runs it locally. */
import type { OfficeIndex, Session } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { say } from '../../shape/say.ts';
import { language, session } from '../../signals.ts';

/** Those of this municipality, or of none, that are not listed as held offices. */
function unreadOf(held: Session['held'], of: OfficeIndex): Session['held'] {
  const listed = new Set(of.offices.filter((office) => office.held !== null).map(({ fileName }) => fileName));
  return held.filter(
    ({ municipality, fileName }) =>
      (municipality === null || municipality === of.municipality.code) && !listed.has(fileName),
  );
}

export function UnreadWorkbooks({ of }: { of: OfficeIndex }) {
  const lang = language.value;
  const unread = session.value.status === 'ready' ? unreadOf(session.value.value.held, of) : [];
  if (unread.length === 0) return null;
  return (
    <section class="section" aria-labelledby="unread-title">
      <h2 id="unread-title">{say(statusWords.unreadTitle, lang, { count: unread.length })}</h2>
      <ul class="held">
        {unread.map(({ fileName, reason }) => (
          <li key={fileName}>
            <p>
              <strong>{fileName}</strong>
            </p>
            <p>{reason[lang]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

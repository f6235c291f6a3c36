/** What stands on a page of administrators for everybody else, and in its place while it is not known who asks. */
import type { ComponentChildren } from 'preact';
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import { say } from '../../shape/say.ts';
import { language, session } from '../../signals.ts';
import { Loading } from './states.tsx';

/** For everybody else, and for whoever was one until now. */
export function NoAdministrator() {
  return (
    <div class="state-block" role="status">
      <p>{say(auditWords.administratorsOnly, language.value)}</p>
    </div>
  );
}

export function AdministratorsOnly({ children }: { children: ComponentChildren }) {
  const who = session.value;
  if (who.status !== 'ready') return <Loading />;
  if (who.value.isAdministrator === true) return <>{children}</>;
  return <NoAdministrator />;
}

/** Who has signed in, with the way out; and at one's own machine the choice as whom to look. */
import { signInWords } from '#sheets-schema/vocabulary/words/sign-in.ts';
import { signInAddress } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { language, session } from '../../signals.ts';
import { SignOutButton } from './sign-out-button.tsx';

/** Read by the local server alone; a choice only ever takes away. */
function chooseRole(role: string): void {
  const [life] = role === '' ? ['; Max-Age=0'] : [''];
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that offices have
  document.cookie = `kasanari-role=${role}; Path=/; SameSite=Strict${life}`;
  location.assign('/');
}

/** だれとして見ますか. @param id tells apart the one of the bar and the one of the menu */
function RoleChoice({ id }: { id: string }) {
  const lang = language.value;
  const roles = session.value.status === 'ready' ? session.value.value.localRoles : undefined;
  if (roles === undefined) return null;
  const named = roles.choices.map(({ role, name }) => {
    const words = role.startsWith('office:') ? signInWords.asOffice : signInWords.asPrefecture;
    return { role, label: say(words, lang, { name }) };
  });
  return (
    <div class="role-choice">
      <label for={`role-${id}`}>{say(signInWords.viewAs, lang)}</label>
      <select id={`role-${id}`} value={roles.chosen ?? ''} onChange={(event) => chooseRole(event.currentTarget.value)}>
        <option value="">{say(signInWords.everything, lang)}</option>
        {named.map(({ role, label }) => (
          <option key={role} value={role}>
            {label}
          </option>
        ))}
        <option value="public">{say(signInWords.asEverybody, lang)}</option>
        <option value="administrator">{say(signInWords.asAdministrator, lang)}</option>
      </select>
    </div>
  );
}

export function Account({ id }: { id: string }) {
  const lang = language.value;
  const account = session.value.status === 'ready' ? session.value.value.account : undefined;
  return (
    <>
      <RoleChoice id={id} />
      {account !== undefined && (
        <div class="account">
          {account.address !== null && <p>{say(signInWords.signedInAs, lang, { address: account.address })}</p>}
          {account.canSignOut && <SignOutButton label={say(signInWords.signOut, lang)} look="link-button" then="/" />}
          {account.canSignIn && (
            <a href={signInAddress(location.pathname + location.search)}>{say(signInWords.button, lang)}</a>
          )}
        </div>
      )}
    </>
  );
}

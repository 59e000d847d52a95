import { language } from './texts.js';

const LOGIN = '/platform/v1/session/login?returnTo=';
const TRIED = 'congvu.login-tried';
const PAUSES = [300, 1_200];

/** A refusal (RFC 9457): what is wrong, where, and whether the same request may be sent again. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? '';
    this.errors = body.errors ?? [];
    this.retryable = body.retryable ?? status >= 502;
  }
}

/** Thrown when the browser is on its way to the login page: there is nothing more to show. */
export class Leaving extends Error {}

/** Reads; again after a moment where the answer says that it may succeed later. The session is a cookie that no script sees; the browser adds it by itself. */
export async function get(path) {
  for (const pause of PAUSES) {
    try {
      return await send(path, {});
    } catch (failure) {
      if (!failure.retryable) {
        throw failure;
      }
      await new Promise((over) => setTimeout(over, pause));
    }
  }
  return send(path, {});
}

/** Acts on one version of a record, once: who does not know whether it arrived sends it again with the same key. */
export async function act(path, { body, etag, key }) {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'If-Match': etag, 'Idempotency-Key': `"${key}"`, 'X-Congvu-Csrf': '1' },
    body: JSON.stringify(body),
  });
}

/** Ends the session here and at the identity provider. */
export async function logout() {
  await fetch('/platform/v1/session/logout', { method: 'POST', headers: { 'X-Congvu-Csrf': '1' } });
}

/** Sends the browser to the login page and back to where it is. */
export function login(place = location.pathname) {
  sessionStorage.setItem(TRIED, '1');
  location.assign(LOGIN + encodeURIComponent(place));
}

async function send(path, options) {
  const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': language(), ...options.headers };
  const answer = await fetch(path, { ...options, headers, cache: 'no-store' });
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    refuseOrLogin(body);
  }
  if (!answer.ok) {
    throw new Problem(answer.status, body);
  }
  sessionStorage.removeItem(TRIED);
  return body;
}

/** A second refusal right after a login would go round for ever, for example where cookies are blocked. */
function refuseOrLogin(body) {
  if (sessionStorage.getItem(TRIED)) {
    sessionStorage.removeItem(TRIED);
    throw new Problem(401, body);
  }
  window.dispatchEvent(new Event('congvu:leaving'));
  login();
  throw new Leaving();
}

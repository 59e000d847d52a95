import { get, Leaving, login, logout } from './api.js';
import { showBoard } from './board.js';
import { el, fill, tell } from './dom.js';
import { showScore } from './score.js';
import { showTasks } from './tasks.js';
import { language, t, toggleLanguage } from './texts.js';

const view = document.getElementById('view');
const LOGGED_OUT = '/app/logged-out';
let person = null;
let ends = [];
let turn = 0;

const can = (...roles) => roles.some((role) => person.roles.includes(role));
const places = () =>
  [
    can('evaluation-participant') && { path: '/app/tasks', below: '/app/sheets/', name: t('tasks'), show: showTasks },
    can('evaluation-reader', 'evaluation-keeper') && { path: '/app/board', below: '/app/board/', name: t('board'), show: showBoard },
  ].filter(Boolean);

/** Shows what the address names. A later call takes the place of one that is still waiting. */
async function show() {
  const mine = ++turn;
  ends.splice(0).forEach((end) => end());
  document.documentElement.lang = language();
  document.getElementById('skip').textContent = t('skip');
  try {
    if (location.pathname === LOGGED_OUT) {
      person = null;
      frame();
      farewell();
      return;
    }
    person ??= await get('/platform/v1/client');
    frame();
    await page(mine);
  } catch (failure) {
    if (mine === turn) {
      fail(failure);
    }
  }
}

async function page(mine) {
  const place = location.pathname;
  const isSheet = place.startsWith('/app/sheets/') && can('evaluation-participant');
  const known = isSheet ? { name: t('SELF'), show: showScore } : places().find((each) => place.startsWith(each.path));
  if (!known && place === '/app' && places().length) {
    go(places()[0].path, true);
    return;
  }
  document.title = known ? `${known.name} · Công Vụ` : 'Công Vụ';
  if (!known) {
    fill(view, el('h1', {}, t('missing')), places().length ? null : el('p', {}, t('noPart')));
    return;
  }
  const room = el('div', { class: 'room' });
  await known.show(room, {
    place,
    go,
    replace: (path) => history.replaceState(null, '', path),
    onState: mark,
    keep: (end) => (mine === turn ? ends.push(end) : end()),
  });
  if (mine === turn) {
    fill(view, room);
  }
}

function go(path, instead = false) {
  history[instead ? 'replaceState' : 'pushState'](null, '', path);
  show().then(() => view.focus({ preventScroll: true }));
}

function frame() {
  const here = location.pathname;
  const nav = document.getElementById('places');
  nav.setAttribute('aria-label', t('places'));
  fill(
    nav,
    (person ? places() : []).map((each) =>
      el('a', { href: each.path, 'aria-current': here.startsWith(each.path) || here.startsWith(each.below) ? 'page' : null }, each.name),
    ),
  );
  fill(
    document.getElementById('person'),
    person ? el('span', { class: 'name' }, person.name, el('small', {}, person.unit)) : null,
    el('button', { class: 'plain', id: 'language', lang: language() === 'vi' ? 'en' : 'vi', onclick: otherLanguage }, t('other')),
    person ? el('button', { class: 'plain', id: 'logout', onclick: leave }, t('logout')) : null,
  );
}

function otherLanguage() {
  window.dispatchEvent(new Event('congvu:leaving'));
  toggleLanguage();
  show();
}

async function leave() {
  await logout();
  go(LOGGED_OUT, true);
}

function farewell() {
  document.title = 'Công Vụ';
  fill(
    view,
    el('h1', {}, t('loggedOut')),
    el('p', { class: 'lead' }, t('loggedOutMore')),
    el('button', { class: 'button', id: 'login', onclick: () => login('/app') }, t('login')),
  );
}

function fail(failure) {
  if (failure instanceof Leaving) {
    return;
  }
  fill(
    view,
    el('h1', {}, t('failed')),
    el('p', { class: 'lead' }, failure.message),
    el('button', { class: 'button', onclick: show }, t('again')),
  );
}

/** How what is shown is kept up to date. */
function mark(state) {
  document.body.dataset.live = state;
  const told = document.getElementById('live') ?? el('span', { id: 'live' });
  told.textContent = t(state);
  if (!told.isConnected) {
    document.getElementById('person').prepend(told);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/app"]');
  if (link && !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    tell('');
    go(link.getAttribute('href'));
  }
});
window.addEventListener('popstate', show);
show();

import { get } from './api.js';
import { el, fill } from './dom.js';
import { watch } from './live.js';
import { day, language, month, t } from './texts.js';

const CLOSINGS = '/evaluation/v1/closings';
/** Each result that is published has an event of its own too, but all of them move the board once. */
const FACTS = ['sheet.moved', 'closing.opened', 'closing.filled', 'closing.published', 'closing.locked', 'closing.reopened'];
const STATES = ['OPENED', 'PLANNED', 'SELF_SCORED', 'COLLECTIVE_REVIEWED', 'MANAGER_SCORED', 'DECIDED', 'PUBLISHED', 'LOCKED'];

/** How far the sheets of a month of an agency are, as it happens. */
export async function showBoard(view, { place, replace, onState, keep }) {
  const { items } = await get(`${CLOSINGS}?limit=50`);
  if (!items.length) {
    fill(view, el('h1', {}, t('board')), el('p', { class: 'none' }, t('noClosings')));
    return;
  }
  let chosen = place.split('/')[3] ?? items[0].id;
  const select = el(
    'select',
    { id: 'closing', onchange: choose },
    items.map((each) =>
      el('option', { value: each.id, selected: each.id === chosen }, `${month(each.period)} · ${each.unit.name}`),
    ),
  );
  const bar = el('div', { class: 'bar', role: 'img', id: 'bar' });
  const rows = el('tbody', { id: 'progress' });
  const state = el('span', { class: 'badge', id: 'closing-state' });
  const updated = el('p', { class: 'updated', id: 'updated' });

  await load();
  fill(
    view,
    el('h1', {}, t('board')),
    el('div', { class: 'choice' }, el('label', { for: 'closing' }, t('closing')), select, state),
    bar,
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ['state', 'sheets', 'awaits', 'who', 'due'].map((key) => el('th', { scope: 'col' }, t(key))))),
      rows,
    ),
    updated,
  );
  keep(watch(load, onState, FACTS, (data) => data.closingId === chosen));

  function choose() {
    chosen = select.value;
    replace(`/app/board/${chosen}`);
    load().catch(() => onState('failing'));
  }

  async function load() {
    const asked = chosen;
    const closing = await get(`${CLOSINGS}/${asked}`);
    if (asked !== chosen) {
      return;
    }
    const progress = closing.progress.filter((each) => each.count > 0);
    state.textContent = t(closing.state);
    state.className = `badge ${closing.state}`;
    const parts = STATES.flatMap((name) => progress.filter((each) => each.state === name));
    fill(bar, parts.map(part));
    bar.setAttribute('aria-label', `${t('share')}: ${parts.map((each) => `${t(each.state)} ${each.count}`).join(', ')}`);
    fill(rows, parts.map(row));
    updated.textContent = `${t('updated')} ${new Date().toLocaleTimeString(language() === 'vi' ? 'vi-VN' : 'en-GB')}`;
  }
}

function part(each) {
  const made = el('span', { class: each.state });
  made.style.flexGrow = each.count;
  return made;
}

function row(each) {
  const cells = [
    ['sheets', String(each.count)],
    ['awaits', each.awaits ? t(`next.${each.awaits}`) : '–'],
    ['who', each.actor ? t(each.actor) : '–'],
    ['due', each.due ? day(each.due) : '–'],
  ];
  return el(
    'tr',
    { 'data-state': each.state },
    el('th', { scope: 'row' }, el('span', { class: `dot ${each.state}`, 'aria-hidden': 'true' }), t(each.state)),
    cells.map(([key, text]) =>
      el('td', { 'data-label': t(key), class: key }, text, key === 'due' && each.late ? el('span', { class: 'badge late' }, t('late')) : null),
    ),
  );
}

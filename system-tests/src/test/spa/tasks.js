import { get } from './api.js';
import { el, fill } from './dom.js';
import { watch } from './live.js';
import { month, t } from './texts.js';

const LIST =
  '/evaluation/v1/evaluations?limit=20&state=OPENED&state=PLANNED&state=SELF_SCORED&state=COLLECTIVE_REVIEWED&state=MANAGER_SCORED';
const ORDER = ['OPENED', 'PLANNED', 'SELF_SCORED', 'COLLECTIVE_REVIEWED', 'MANAGER_SCORED', 'DECIDED', 'PUBLISHED', 'LOCKED'];
const FACTS = ['sheet.moved', 'result.published', 'result.superseded'];
const LEADS_TO = { PLAN: 'PLANNED', SELF: 'SELF_SCORED' };

/** What the person has to do next with an own sheet; nothing if it waits for somebody else. A step that was done may be done again, but need not. */
export function nextStep(sheet) {
  return sheet._actions.find(
    (action) =>
      action.name === 'submit' && action.enabled && ORDER.indexOf(sheet.state) < ORDER.indexOf(LEADS_TO[action.step]),
  );
}

const isOwn = (sheet) =>
  sheet._actions.some(
    (action) => action.name === 'submit' && action.blockedBy.every((reason) => reason.code !== 'authority.missing'),
  );

export async function showTasks(view, { onState, keep }) {
  const waiting = el('ul', { class: 'cards', id: 'tasks' });
  const others = el('ul', { class: 'cards quiet', id: 'waiting' });
  const seen = new Map();

  const load = async () => {
    const { items } = await get(LIST);
    const sheets = await Promise.all(items.map((item) => sheet(seen, item)));
    const own = sheets.filter(isOwn).sort((a, b) => a.period.localeCompare(b.period));
    fill(waiting, own.filter(nextStep).map(task), own.some(nextStep) ? null : el('li', { class: 'none' }, t('noTasks')));
    const rest = own.filter((each) => !nextStep(each));
    fill(others, rest.map(row), rest.length ? null : el('li', { class: 'none' }, t('noWaiting')));
  };

  await load();
  fill(
    view,
    el('h1', {}, t('tasks')),
    el('p', { class: 'lead' }, t('tasksLead')),
    waiting,
    el('h2', {}, t('waiting')),
    others,
  );
  keep(watch(load, onState, FACTS));
}

/** A sheet is read again only when it is another version. */
async function sheet(seen, item) {
  if (seen.get(item.id)?.etag !== item.etag) {
    seen.set(item.id, await get(`/evaluation/v1/evaluations/${item.id}`));
  }
  return seen.get(item.id);
}

function task(sheet) {
  const step = nextStep(sheet);
  const title = `${t(step.step)}, ${t('month')} ${month(sheet.period)}`;
  return el(
    'li',
    { 'data-sheet': sheet.id },
    el('div', {}, el('h3', {}, title), about(sheet)),
    el('a', { class: 'button', href: `/app/sheets/${sheet.id}`, 'aria-label': `${t('open')}: ${title}` }, t('open')),
  );
}

function row(sheet) {
  return el(
    'li',
    { 'data-sheet': sheet.id },
    el('div', {}, el('h3', {}, `${t('month')} ${month(sheet.period)}`), about(sheet)),
    el('span', { class: `badge ${sheet.state}` }, t(sheet.state)),
  );
}

function about(sheet) {
  return el('p', {}, `${sheet.post.title} · ${sheet.unit.name} · ${t('rules')} ${sheet.ruleSet.code}`);
}

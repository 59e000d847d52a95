import { act, get, Leaving, Problem } from './api.js';
import { el, fill, tell } from './dom.js';
import { nextStep } from './tasks.js';
import { language, month, number, t, units } from './texts.js';

/** The form of the next own step: its fields are the criteria of the sheet, its judge is the service. */
export async function showScore(view, { place, go, keep }) {
  const id = place.split('/').pop();
  const path = `/evaluation/v1/evaluations/${id}`;
  let sheet = await get(path);
  const step = nextStep(sheet);
  const head = [
    el('p', {}, el('a', { href: '/app/tasks' }, `‹ ${t('back')}`)),
    el('h1', {}, `${t(step?.step ?? sheet.state)}, ${t('month')} ${month(sheet.period)}`),
    el('p', { class: 'lead' }, `${sheet.officer.fullName} · ${sheet.post.title} · ${sheet.unit.name}`),
  ];
  if (!step) {
    fill(view, head, el('p', { class: 'none' }, t('noTasks')));
    return;
  }

  // One key for each thing that is sent: a new one once an answer has come.
  let key = crypto.randomUUID();
  const summary = el('div', { class: 'summary', id: 'summary', tabindex: '-1' });
  const fields = new Map();
  const total = el('output', { id: 'total' });
  const groups = step.needs.includes('work') ? group(sheet.detail) : [];
  const sum = () => {
    const points = [...fields.values()].map((field) => units(field.input.value) ?? 0n);
    const most = sheet.detail.marks.reduce((all, mark) => all + units(mark.maximum), 0n);
    total.textContent = `${number(points.reduce((all, each) => all + each, 0n))} ${t('of')} ${number(most)}`;
  };
  const comment = el('textarea', { id: 'comment', rows: '4', maxlength: '4000', 'aria-describedby': 'comment-error' });
  const commentError = el('p', { class: 'error', id: 'comment-error' });
  const button = el('button', { class: 'button', type: 'submit' }, t('submit'));
  const form = el(
    'form',
    { novalidate: true, onsubmit: submit, autocomplete: 'off' },
    groups.map(({ name, most, marks }) =>
      el(
        'fieldset',
        {},
        el('legend', {}, name, el('span', {}, `${t('most')} ${number(most)}`)),
        marks.map((mark) => {
          const field = criterion(mark, sum);
          fields.set(mark.criterion, field);
          return field.row;
        }),
      ),
    ),
    groups.length ? el('p', { class: 'total' }, `${t('total')}: `, total) : null,
    el(
      'div',
      { class: 'text' },
      el('label', { for: 'comment' }, t(step.step === 'PLAN' ? 'commentPlan' : 'comment'), el('span', {}, ` (${t('optional')})`)),
      comment,
      commentError,
    ),
    button,
  );
  fill(view, head, summary, form);
  restore();
  sum();
  window.addEventListener('congvu:leaving', save);
  keep(() => window.removeEventListener('congvu:leaving', save));

  async function submit(event) {
    event.preventDefault();
    tell('');
    clear();
    const odd = [...fields.values()].filter((field) => field.input.value.trim() && units(field.input.value) === null);
    if (odd.length) {
      odd.forEach((field) => field.refuse(t('notANumber')));
      show(odd[0].input);
      return;
    }
    button.disabled = true;
    button.textContent = t('submitting');
    try {
      await act(path + '/actions/submit', { body: { data: data() }, etag: sheet.etag, key });
      tell(t('submitted'));
      go('/app/tasks');
    } catch (failure) {
      await refused(failure);
    } finally {
      button.disabled = false;
      button.textContent = t('submit');
    }
  }

  function data() {
    const text = comment.value.trim() || null;
    return groups.length ? { step: step.step, comment: text, work: { marks: given() } } : { step: step.step, comment: text };
  }

  function given() {
    return [...fields.entries()]
      .filter(([, field]) => field.input.value.trim())
      .map(([code, field]) => ({ criterion: code, points: Number(field.input.value.trim().replace(',', '.')) }));
  }

  /** Each reason at its field; those without a field above the form. */
  async function refused(failure) {
    if (failure instanceof Leaving) {
      return;
    }
    const answered = failure instanceof Problem;
    if (!answered || failure.retryable) {
      explain(t('wrong'), [t('unsure')]);
      return;
    }
    key = crypto.randomUUID();
    if (failure.status === 412) {
      sheet = await get(path);
      explain(t('wrong'), [t('changed')]);
      return;
    }
    const elsewhere = failure.errors.filter((reason) => !atField(reason)).map((reason) => reason.detail);
    explain(t('wrong'), elsewhere.length || failure.errors.length ? elsewhere : [failure.message]);
    show(form.querySelector('[aria-invalid]') ?? summary);
  }

  function show(place) {
    place.focus();
    place.scrollIntoView({ block: 'center' });
  }

  function atField(reason) {
    const parts = (reason.pointer ?? '').split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (parts[2] === 'comment') {
      commentError.textContent = reason.detail;
      comment.setAttribute('aria-invalid', 'true');
      return true;
    }
    if (parts[3] !== 'marks') {
      return false;
    }
    const field = fields.get(parts[4]) ?? fields.get(given()[Number(parts[4])]?.criterion);
    field?.refuse(reason.detail);
    return field !== undefined;
  }

  function explain(title, reasons) {
    fill(summary, el('strong', {}, title), reasons.map((reason) => el('p', {}, reason)));
    summary.setAttribute('role', 'alert');
  }

  function clear() {
    fill(summary);
    summary.removeAttribute('role');
    fields.forEach((field) => field.clear());
    comment.removeAttribute('aria-invalid');
    commentError.textContent = '';
  }

  /** What was typed survives the way to the login page and back, in this tab alone. */
  function save() {
    const marks = Object.fromEntries([...fields].map(([code, field]) => [code, field.input.value]));
    sessionStorage.setItem(`congvu.draft.${id}`, JSON.stringify({ marks, comment: comment.value }));
  }

  function restore() {
    const kept = sessionStorage.getItem(`congvu.draft.${id}`);
    sessionStorage.removeItem(`congvu.draft.${id}`);
    if (kept) {
      const draft = JSON.parse(kept);
      fields.forEach((field, code) => (field.input.value = draft.marks[code] ?? ''));
      comment.value = draft.comment;
      tell(t('draft'));
    }
  }
}

/** Criteria by group, as the sheet has them. */
function group(detail) {
  const found = new Map();
  for (const mark of detail.marks) {
    if (!found.has(mark.group)) {
      found.set(mark.group, []);
    }
    found.get(mark.group).push(mark);
  }
  return [...found].map(([code, marks]) => ({
    name: named(detail.groups?.find((each) => each.group === code)?.title, code),
    most: marks.reduce((all, mark) => all + units(mark.maximum), 0n),
    marks,
  }));
}

function named(title, code) {
  return title ? title[language()] : code;
}

function criterion(mark, onInput) {
  const name = `mark-${mark.criterion}`;
  const error = el('p', { class: 'error', id: `${name}-error` });
  const input = el('input', {
    id: name,
    inputmode: 'decimal',
    maxlength: '11',
    value: mark.points == null ? '' : number(units(mark.points)),
    'aria-describedby': `${name}-most ${name}-error`,
    oninput: onInput,
  });
  const row = el(
    'div',
    { class: 'criterion' },
    el('label', { for: name }, el('b', {}, mark.criterion), ' ', mark.title ? named(mark.title) : null),
    el('span', { class: 'points' }, input, el('span', { id: `${name}-most` }, `/ ${number(units(mark.maximum))}`)),
    error,
  );
  return {
    row,
    input,
    refuse(text) {
      error.textContent = text;
      input.setAttribute('aria-invalid', 'true');
    },
    clear() {
      error.textContent = '';
      input.removeAttribute('aria-invalid');
    },
  };
}

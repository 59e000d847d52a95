import { Leaving } from './api.js';

const STREAM = '/evaluation/v1/events';
const TYPES = [
  'vn.gov.hanoi.evaluation.result.published.v1',
  'vn.gov.hanoi.evaluation.result.superseded.v1',
  'vn.gov.hanoi.evaluation.closing.locked.v1',
  'vn.gov.hanoi.evaluation.closing.reopened.v1',
  'vn.gov.hanoi.evaluation.reminder.due.v1',
];
const EVERY = 3_000;
/** While the stream is open: no event tells the steps of a sheet before its result. */
const SELDOM = 6_000;
const TOGETHER = 300;
const STREAM_FIRST = 1_500;
const STREAM_AGAIN = 60_000;
/** Past it nobody seems to be there. A page that asks for ever would keep its session for ever. */
const AWAY = 10 * 60_000;

/**
 * Calls back whenever something may have changed: at each event, and every few seconds; told how it is known.
 * @returns a function that ends it
 */
export function watch(onChange, onState) {
  let source = null;
  let streaming = false;
  let lastInput = Date.now();
  let lastCall = Date.now();
  // Not at once: whoever only passes through this page needs no stream.
  let nextStream = Date.now() + STREAM_FIRST;
  let pending = 0;

  const present = () => !document.hidden && Date.now() - lastInput < AWAY;
  const call = () => {
    pending = 0;
    lastCall = Date.now();
    onChange().catch((failure) => {
      if (!(failure instanceof Leaving)) {
        onState('failing');
      }
    });
  };
  const soon = () => {
    pending ||= setTimeout(call, TOGETHER);
  };
  const close = () => {
    source?.close();
    source = null;
    streaming = false;
  };
  const open = () => {
    nextStream = Date.now() + STREAM_AGAIN;
    source = new EventSource(STREAM);
    source.onopen = () => {
      streaming = true;
    };
    source.onerror = () => {
      // The browser connects again by itself after a break, but not after a refusal.
      streaming = false;
      if (source?.readyState === EventSource.CLOSED) {
        close();
      }
    };
    TYPES.forEach((type) => source.addEventListener(type, soon));
  };
  const tick = () => {
    if (!present()) {
      close();
      onState('paused');
      return;
    }
    if (!source && Date.now() >= nextStream) {
      open();
    }
    onState(streaming ? 'live' : 'polling');
    if (Date.now() - lastCall >= (streaming ? SELDOM : EVERY)) {
      call();
    }
  };
  const touched = () => {
    const wasAway = !present();
    lastInput = Date.now();
    if (wasAway) {
      soon();
    }
  };
  const inputs = ['pointerdown', 'keydown', 'focus'];
  inputs.forEach((name) => window.addEventListener(name, touched));
  document.addEventListener('visibilitychange', touched);
  const timer = setInterval(tick, 1_000);
  tick();
  return () => {
    clearInterval(timer);
    clearTimeout(pending);
    inputs.forEach((name) => window.removeEventListener(name, touched));
    document.removeEventListener('visibilitychange', touched);
    close();
  };
}

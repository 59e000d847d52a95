import { Leaving } from './api.js';

const STREAM = '/evaluation/v1/events';
const PREFIX = 'vn.gov.hanoi.evaluation.';
const EVERY = 3_000;
/** While the stream is open, for what no event tells this person: a step that became late, the own sheet of a month that was just opened. */
const SELDOM = 60_000;
const TOGETHER = 300;
const STREAM_FIRST = 1_500;
const STREAM_AGAIN = 60_000;
/** Past it nobody seems to be there. A page that asks for ever would keep its session for ever. */
const AWAY = 10 * 60_000;

/**
 * Calls back whenever something may have changed: at each event that concerns what is shown, and every few seconds where there is no stream.
 * @param onChange reads and shows what there is now
 * @param onState told how changes are known: live, polling, paused or failing
 * @param facts events to listen to, without what their types begin with
 * @param concerns whether the data of an event are about what is shown
 * @returns a function that ends it
 */
export function watch(onChange, onState, facts, concerns = () => true) {
  const types = facts.map((fact) => `${PREFIX}${fact}.v1`);
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
  const told = (event) => {
    if (concerns(JSON.parse(event.data).data)) {
      soon();
    }
  };
  const close = () => {
    source?.close();
    source = null;
    streaming = false;
  };
  const open = () => {
    nextStream = Date.now() + STREAM_AGAIN;
    source = new EventSource(`${STREAM}?${types.map((type) => `type=${type}`).join('&')}`);
    source.onopen = () => {
      streaming = true;
      // It tells what comes from now on, and something may have come since the last look.
      soon();
    };
    source.onerror = () => {
      // The browser connects again by itself after a break, but not after a refusal.
      streaming = false;
      if (source?.readyState === EventSource.CLOSED) {
        close();
      }
    };
    types.forEach((type) => source.addEventListener(type, told));
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

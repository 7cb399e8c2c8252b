// The board draws itself anew; a server that does not answer leaves what was there, and the time since when.
'use strict';
(() => {
  const EVERY = 15000;
  // a screen without a keyboard says by its address how it wants to be drawn
  const wanted = new URLSearchParams(location.search).get('theme');
  if (wanted === 'dark' || wanted === 'light') document.documentElement.dataset.theme = wanted;

  async function renew() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
      // revoked: what is shown now is the answer to that
      if (answer.status === 404) { location.reload(); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#board');
      if (!fresh) throw new Error('no board in the answer');
      document.querySelector('#board').replaceWith(document.adoptNode(fresh));
    } catch {
      const stale = document.querySelector('#stale');
      if (stale?.hidden) {
        const shown = document.querySelector('#board').dataset;
        stale.querySelector('span').textContent = egcgDates.clock(egcgDates.onClock(Number(shown.asOf), shown.zone));
        stale.hidden = false;
      }
    }
  }
  setInterval(renew, EVERY);
})();

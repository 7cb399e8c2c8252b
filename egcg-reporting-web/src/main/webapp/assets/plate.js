// A plate beyond links: another metric without a new page, arrow keys from well to well, and what is known of the chosen one.
'use strict';
(() => {
  document.documentElement.classList.add('scripted');
  const make = (tag, attributes = {}, ...children) => { const element = document.createElement(tag); for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value); element.append(...children); return element; };
  const section = () => document.getElementById('plate-map');
  const linked = { Sample: '/sample/', 'Project ID': '/projects/' };

  function describe(well) {
    const box = document.getElementById('welldetails');
    section().querySelectorAll('.well.chosen').forEach(other => other.classList.remove('chosen'));
    well.classList.add('chosen');
    box.querySelector('h2').textContent = 'Well ' + well.dataset.well;
    const others = [...section().querySelectorAll('.well')].filter(other => other.dataset.well === well.dataset.well);
    const samples = others.flatMap(other => other.dataset.details.split('\n\n'));
    box.querySelector('.legendbody').replaceChildren(...samples.map(sample => make('dl', { class: 'lines' }, ...sample.split('\n').flatMap(line => {
      const [name, value = '', style] = line.split('\t');
      return [make('dt', {}, name), make('dd', {}, linked[name] ? make('a', { href: linked[name] + encodeURIComponent(value), class: 'id' }, value) : style ? make('span', { class: 'verdict bare ' + style }, value) : value)];
    }))));
  }

  function rove(well) {
    section().querySelectorAll('.well').forEach(other => other.setAttribute('tabindex', other === well ? '0' : '-1'));
  }

  /** The next well with a sample in a direction, or another sample of the same one. */
  function next(well, key) {
    const cell = well.closest('td'), row = cell.parentElement, rows = [...row.parentElement.children];
    const inside = [...cell.querySelectorAll('.well')], at = inside.indexOf(well);
    if (key === 'ArrowDown' && inside[at + 1]) return inside[at + 1];
    if (key === 'ArrowUp' && inside[at - 1]) return inside[at - 1];
    const column = [...row.children].indexOf(cell);
    const line = key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End' ? [...row.children] : rows.map(other => other.children[column]);
    const here = line.indexOf(cell);
    const ways = { ArrowRight: line.slice(here + 1), ArrowDown: line.slice(here + 1), ArrowLeft: line.slice(0, here).reverse(), ArrowUp: line.slice(0, here).reverse(), Home: line, End: [...line].reverse() };
    const found = ways[key].find(other => other?.querySelector?.('.well'));
    const wells = found ? [...found.querySelectorAll('.well')] : [];
    return key === 'ArrowUp' ? wells.at(-1) : wells[0];
  }

  function prepare() {
    const first = section()?.querySelector('.well');
    if (!first) return;
    rove(first);
    describe(section().querySelector('.well.low, .well.high, .well.bad') ?? first);
  }

  document.addEventListener('focusin', event => { const well = event.target.closest?.('.well'); if (well) { rove(well); describe(well); } });
  document.addEventListener('mouseover', event => { const well = event.target.closest?.('.well'); if (well && !well.classList.contains('chosen')) describe(well); });
  document.addEventListener('keydown', event => {
    const well = event.target.closest?.('.well');
    if (!well || !['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    next(well, event.key)?.focus();
  });

  // A finger cannot point: its first tap on a well tells of it, the second one leads to the sample.
  let tapped = null, telling = false;
  document.addEventListener('pointerup', event => {
    const well = event.target.closest?.('.well');
    telling = Boolean(well) && event.pointerType === 'touch' && well !== tapped;
    if (well) tapped = well;
  });
  document.addEventListener('click', event => {
    const well = event.target.closest('.well');
    if (!well || !telling) return;
    telling = false;
    event.preventDefault();
    describe(well);
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-plate-picture]');
    if (!button) return;
    button.closest('details').removeAttribute('open');
    window.egcgPicture(section().querySelector('.plate'), section().querySelector('caption').textContent, button.dataset.platePicture);
  });

  document.addEventListener('change', async event => {
    if (event.target.id !== 'metric') return;
    const url = new URL(location.href);
    url.hash = '';
    url.searchParams.set('metric', event.target.value);
    const part = new URL(url);
    part.searchParams.set('part', 'map');
    section().classList.add('loading');
    section().setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(part, { headers: { Accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('plate-map');
      if (!answer.ok || !fresh) throw new Error('no map in the answer');
      section().replaceWith(document.adoptNode(fresh));
      history.pushState(null, '', url);
      prepare();
      document.getElementById('metric').focus();
    } catch { location.href = url; }
  });

  prepare();
})();

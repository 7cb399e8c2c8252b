// Looking closer at a timeline: drag over a stretch, Ctrl and the wheel, or the buttons. Without this script the whole shows.
'use strict';
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const STEPS = [SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY, 180 * DAY, 365 * DAY];
  const LEAST = 5 * SECOND, ROOM = 14, EDGE = 3, SHORTEST = 0.4;
  const drawing = (name, attributes) => { const element = document.createElementNS(SVG, name); for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value); return element; };

  function prepare(timeline) {
    const plot = timeline.querySelector('.plot'), ticks = plot.querySelector('.ticks'), zone = timeline.dataset.zone;
    const whole = { from: Number(timeline.dataset.from), until: Math.max(Number(timeline.dataset.until), Number(timeline.dataset.from) + SECOND) };
    let shown = { ...whole };
    const percent = moment => 100 * (moment - shown.from) / (shown.until - shown.from);
    const momentAt = event => { const box = plot.getBoundingClientRect(); return shown.from + (shown.until - shown.from) * Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)); };
    const wall = moment => egcgDates.onClock(moment, zone);
    const label = (moment, step) => step >= 30 * DAY ? egcgDates.month(wall(moment)) : step >= DAY ? egcgDates.dayOfYear(wall(moment)) : step >= MINUTE ? egcgDates.clock(wall(moment)) : egcgDates.clockSecond(wall(moment));
    const offset = moment => wall(moment) - Math.floor(moment / SECOND) * SECOND;

    function drawTicks() {
      const step = STEPS.find(candidate => (shown.until - shown.from) / candidate < 9) ?? Math.ceil((shown.until - shown.from) / 9 / DAY) * DAY;
      const shift = offset(shown.from), marks = [];
      for (let at = Math.ceil((shown.from + shift) / step) * step - shift; at <= shown.until; at += step) {
        const x = percent(at) + '%', mark = drawing('text', { x, y: 13, class: percent(at) < EDGE ? 'first' : percent(at) > 100 - EDGE ? 'last' : '' });
        mark.textContent = label(at, (at + shift) % DAY === 0 ? Math.max(step, DAY) : step);
        marks.push(drawing('line', { x1: x, x2: x, y1: 20, y2: '100%' }), mark);
      }
      ticks.replaceChildren(...marks);
    }

    function drawBar(bar) {
      const from = percent(Number(bar.dataset.from)), until = percent(Number(bar.dataset.until));
      const out = until < 0 || from > 100, left = Math.max(0, from), right = Math.max(left + SHORTEST, Math.min(100, until));
      bar.toggleAttribute('hidden', out);
      bar.setAttribute('tabindex', out ? '-1' : '0');
      const place = right - left >= ROOM ? 'inside' : right + ROOM <= 100 ? 'after' : 'before';
      bar.classList.remove('inside', 'after', 'before');
      bar.classList.add(place);
      const rect = bar.querySelector('rect'), text = bar.querySelector('text');
      rect.setAttribute('x', left + '%');
      rect.setAttribute('width', right - left + '%');
      text.setAttribute('x', (place === 'after' ? right : left) + '%');
      text.setAttribute('dx', place === 'before' ? -6 : 6);
    }

    function show(from, until) {
      const length = Math.min(whole.until - whole.from, Math.max(LEAST, until - from));
      const start = Math.max(whole.from, Math.min(whole.until - length, from));
      shown = { from: start, until: start + length };
      drawTicks();
      plot.querySelectorAll('.bar').forEach(drawBar);
      const all = length >= whole.until - whole.from;
      [out, back, on, reset].forEach(button => { button.disabled = all; });
    }

    const zoom = (factor, around = (shown.from + shown.until) / 2) => show(around - (around - shown.from) * factor, around + (shown.until - around) * factor);
    const pan = share => { const by = (shown.until - shown.from) * share; show(shown.from + by, shown.until + by); };
    const button = (text, name, act) => { const made = document.createElement('button'); made.type = 'button'; made.className = 'btn'; made.textContent = text; if (name) made.setAttribute('aria-label', name); made.addEventListener('click', act); return made; };
    const closer = button('+', 'Zoom in', () => zoom(0.5)), out = button('−', 'Zoom out', () => zoom(2));
    const back = button('‹', 'Earlier', () => pan(-0.5)), on = button('›', 'Later', () => pan(0.5)), reset = button('Whole', '', () => show(whole.from, whole.until));
    const tools = document.createElement('div');
    tools.className = 'zoom';
    const picture = kind => button(kind.toUpperCase(), `Save the timeline as ${kind.toUpperCase()}`, () => window.egcgPicture(timeline, plot.getAttribute('aria-label'), kind));
    tools.append(closer, out, back, on, reset, ' or drag over a stretch of time', picture('png'), picture('svg'));
    timeline.before(tools);
    [out, back, on, reset].forEach(each => { each.disabled = true; });

    plot.addEventListener('wheel', event => { if (event.ctrlKey) { event.preventDefault(); zoom(event.deltaY > 0 ? 1.25 : 0.8, momentAt(event)); } }, { passive: false });
    plot.addEventListener('dblclick', () => show(whole.from, whole.until));
    plot.addEventListener('pointerdown', down => {
      if (down.button !== 0) return;
      const start = momentAt(down), chosen = drawing('rect', { class: 'chosen', y: 20, height: '100%', width: 0 });
      plot.append(chosen);
      plot.setPointerCapture(down.pointerId);
      const move = event => { const at = momentAt(event); chosen.setAttribute('x', percent(Math.min(start, at)) + '%'); chosen.setAttribute('width', Math.abs(percent(at) - percent(start)) + '%'); };
      const end = event => {
        plot.removeEventListener('pointermove', move);
        chosen.remove();
        const at = momentAt(event);
        if (event.type === 'pointerup' && Math.abs(event.clientX - down.clientX) > 8) show(Math.min(start, at), Math.max(start, at));
      };
      plot.addEventListener('pointermove', move);
      plot.addEventListener('pointerup', end, { once: true });
      plot.addEventListener('pointercancel', end, { once: true });
    });
  }

  document.querySelectorAll('.timeline').forEach(prepare);
})();

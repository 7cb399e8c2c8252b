// What all charts share: colours and shapes, tooltips, legend, zoom, clicks, pictures. The server calculates, this draws.
// Text from documents only ever becomes text, never markup.
'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const CATEGORIES = 8;
  const token = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const category = index => token('cat-' + (index % CATEGORIES + 1));
  // Each colour has a shape of its own, so that nothing is told by colour alone; drawn in a square of 16.
  // The circle is drawn of curves: of an arc that is nearly closed the library does not find what is within it.
  const SHAPES = [
    'M8 1C11.9 1 15 4.1 15 8C15 11.9 11.9 15 8 15C4.1 15 1 11.9 1 8C1 4.1 4.1 1 8 1z', 'M8 1l7 13H1z', 'M2 2h12v12H2z', 'M8 0l8 8-8 8-8-8z', 'M8 15L1 2h14z',
    'M5.5 1h5v4.5H15v5h-4.500V15h-5v-4.500H1v-5h4.500z', 'M8 0l2.400 5.200 5.600.600-4.200 3.800 1.200 5.600L8 12.400 3 15.200l1.200-5.600L0 5.800l5.600-.600z', 'M4 1h8l3 7-3 7H4L1 8z'];
  // Large series can only use shapes that the library knows by name.
  const NAMED = ['circle', 'triangle', 'rect', 'diamond', 'arrow', 'pin', 'roundRect', 'emptyCircle'];
  const NAMED_PATHS = [...SHAPES.slice(0, 4), 'M8 1l7 14-7-5-7 5z', 'M8 16C4 11 2 8 2 5.500a6 5 0 0 1 12 0C14 8 12 11 8 16z', 'M5 2h6q3 0 3 3v6q0 3-3 3H5q-3 0-3-3V5q0-3 3-3z', 'M8 1a7 7 0 1 0 .01 0zM8 4a4 4 0 1 1-.01 0z'];
  const DASHES = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [5, 2], [12, 5], [2, 6], [8, 2, 2, 2, 2, 2]];
  // Beyond the first eight series each round takes the shapes in another order, so that 64 pairs of colour and shape differ.
  const round = index => (index + Math.floor(index / CATEGORIES)) % SHAPES.length;
  const shape = (index, large) => large ? NAMED[round(index)] : 'path://' + SHAPES[round(index)];
  const dash = index => DASHES[round(index)];

  const DAY = 86400000;
  const midnights = new Map();
  const midnight = day => {
    if (!midnights.has(day)) midnights.set(day, new Date(1970, 0, 1 + day).getTime());
    return midnights.get(day);
  };
  const dayOf = day => egcgDates.day(day * DAY);
  const isoDay = day => egcgDates.figures(day * DAY);
  const number = (value, decimals) => value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

  /** A tooltip: a heading and lines of name and value. */
  const tip = (heading, ...lines) => make('div', { class: 'chart-tip' }, make('b', {}, heading), ...lines.map(line => make('span', {}, line)));
  const boxTip = (name, time, box, write, more) => tip(`${name} -- ${time}:`, `low: ${write(box[0])}`, `25pc: ${write(box[1])}`, `Median: ${write(box[2])}`, `75pc: ${write(box[3])}`, `high: ${write(box[4])}`, ...more);

  const axisLook = () => ({
    axisLine: { lineStyle: { color: token('line-strong') } }, axisTick: { lineStyle: { color: token('line-strong') } },
    axisLabel: { color: token('ink-2'), fontFamily: token('font'), hideOverlap: true }, nameTextStyle: { color: token('ink-2'), fontFamily: token('font') },
    splitLine: { lineStyle: { color: token('line') } } });
  /** Where an axis begins below nothing there is no line. */
  const withoutFirst = look => ({ ...look, splitLine: { lineStyle: { color: ['transparent', ...Array(99).fill(token('line'))] } } });
  /** Room beyond the outermost values, so that no shape lies on the frame: there half of it would be cut, and not answer. */
  const ROOM = 0.05;
  /** Of what is nothing less room is enough, and its words stay near. */
  const BELOW = 0.025;
  const STEPS = 5;
  const clean = value => Number(value.toPrecision(12));
  /** The step the library takes for one of about this size: it must be known, for an axis to end where a step does. */
  const stepFor = about => {
    const unit = 10 ** Math.floor(Math.log10(about)), part = about / unit;
    return (part < 1.5 ? 1 : part < 2.5 ? 2 : part < 4 ? 3 : part < 7 ? 5 : 10) * unit;
  };
  /** The next step of 1, 2, 3 or 5 and noughts. */
  const stepOf = least => {
    const unit = 10 ** Math.floor(Math.log10(least));
    return clean([1, 2, 3, 5, 10].find(part => part * unit >= least * (1 - 1e-9)) * unit);
  };
  /** From where to where an axis goes: all values with some room, and the highest line has its number. */
  const bounds = (range, { ends = [], whole = false, fromZero = false } = {}) => {
    const values = [range.min, range.max, ...ends].filter(Number.isFinite);
    const least = fromZero ? 0 : Math.min(...values), most = Math.max(fromZero ? 1 : -Infinity, ...values);
    const span = (most - least) || Math.abs(most) * 0.1 || 1;
    const belowNothing = least >= 0 && least - span * ROOM < 0;
    let min = least - span * ROOM, max = most + span * ROOM;
    for (let turn = 0; turn < STEPS; turn++) {
      const step = Math.max(stepFor((max - min) / STEPS), whole ? 1 : 0);
      max = clean(Math.ceil(max / step - 1e-9) * step);
      min = belowNothing ? -max * BELOW : clean(Math.floor(min / step + 1e-9) * step);
    }
    return { min, max, belowNothing };
  };
  /** Days, months and years as the library writes them, but no day that stands so near the next month that the two read as one date. */
  const timeWords = () => {
    let before = 0;
    return (value, at, tick) => {
      const date = new Date(value), day = date.getDate(), month = date.getMonth();
      const apart = at > 0 ? value - before : 0;
      before = value;
      const nearNext = apart >= 4 * DAY - DAY / 12 && new Date(date.getFullYear(), month, day + 3).getMonth() !== month;
      const words = date.getHours() + date.getMinutes() > 0 ? `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
        : day > 1 ? (nearNext ? '' : String(day)) : month > 0 ? date.toLocaleString('en-GB', { month: 'short' }).slice(0, 3) : String(date.getFullYear());
      return tick?.level > 0 && words ? `{primary|${words}}` : words;
    };
  };
  const timeAxis = name => ({ type: 'time', boundaryGap: ['2%', '2%'], name, nameLocation: 'middle', nameGap: 30, ...axisLook(), axisLabel: { ...axisLook().axisLabel, padding: [0, 5], formatter: timeWords(), rich: { primary: { fontWeight: 'bold' } } }, splitLine: { show: false } });
  /** A time axis of its own range, for several charts above each other. */
  const timesFrom = (name, first, last) => ({ ...timeAxis(name), min: first - ((last - first) * ROOM / 2 || DAY / 2), max: last + ((last - first) * ROOM / 2 || DAY / 2) });
  const wordAxis = (name, words) => ({ type: 'category', data: words, name, nameLocation: 'middle', nameGap: 30, ...axisLook(), axisTick: { alignWithLabel: true, lineStyle: { color: token('line-strong') } } });
  /** Numbers as far as they go; ends are what has to be in sight besides. Where none is below nothing, the axis names none. */
  const valueAxis = (name, { ends = [], fromZero = false, ...more } = {}) => {
    let belowNothing = false;
    const of = range => { const found = bounds(range, { ends, fromZero, whole: more.minInterval === 1 }); ({ belowNothing } = found); return found; };
    const axisLabel = { ...axisLook().axisLabel, hideOverlap: false, formatter: value => value < 0 && belowNothing ? '' : value.toLocaleString('en-GB', { maximumFractionDigits: 10 }) };
    return { type: 'value', name, nameLocation: 'middle', nameGap: 46, nameRotate: 90, scale: true, ...withoutFirst(axisLook()), min: range => of(range).min, max: range => of(range).max, axisLabel, ...more };
  };
  /** Numbers from nothing on; what is nothing has room below it. */
  const axisFromZero = (name, more = {}) => valueAxis(name, { ...more, fromZero: true });
  /** Two axes from nothing on that share their lines: as many steps of the one as of the other, and as little empty room as can be. */
  const sharedAxes = (left, right) => {
    const room = [left, right].map(({ most }) => Math.max(most, 1) * (1 + ROOM));
    const fits = [4, 5, 6, 7].map(count => ({ count, steps: room.map(most => stepOf(Math.max(most / count, 1))) }));
    const filled = ({ count, steps }) => room[0] / (count * steps[0]) * room[1] / (count * steps[1]);
    const { count, steps } = fits.reduce((best, next) => filled(next) > filled(best) ? next : best);
    return [left, right].map(({ name, most, ...more }, at) => axisFromZero(name, { ...more, min: -count * steps[at] * BELOW, max: count * steps[at], splitNumber: count * (1 + BELOW), axisLabel: { ...axisLook().axisLabel, formatter: value => value < 0 ? '' : value.toLocaleString('en-GB') } }));
  };

  const frame = () => ({
    animation: false, textStyle: { fontFamily: token('font') }, grid: { left: 64, right: 24, top: 22, bottom: 46 },
    tooltip: { trigger: 'item', confine: true, transitionDuration: 0, backgroundColor: token('ink'), borderWidth: 0, padding: [8, 12], textStyle: { color: token('surface'), fontSize: 12, fontFamily: token('font') } },
    toolbox: { top: -60, feature: { dataZoom: { yAxisIndex: 'none', brushStyle: { color: token('accent-soft'), borderColor: token('accent'), opacity: 0.5 } } } } });

  /** In a narrow window words beside a line would lie on what is drawn; there the legend has them. */
  const narrow = matchMedia('(max-width: 900px)');
  const limitSign = limit => limit.least ? '≥ ' : '≤ ';
  const limitWords = limit => limit.label?.replace(/ (\S+ (?:\.\.\.|…)\))$/, (all, end) => ' ' + end.replace(' ', '\u00a0'));
  /** The legend has room for the names of all series that a limit is of. */
  const limitLegend = limit => limit.label?.includes('…') && limit.series ? limit.label.replace(/ \([^(]*…\)$/, ` (${limit.series.join(', ')})`) : limitWords(limit);
  /** Beyond the limit, where there are few points. */
  const besideLimit = limit => limit.least ? { position: 'insideEndBottom', padding: [5, 0, 0] } : { position: 'insideEndTop' };
  /** A line across the chart at each limit of the reviews, with words, or in a narrow window with its value, and no plate that would hide points. */
  const limitLines = (limits, isNarrow, position) => limits.length === 0 ? undefined : {
    silent: true, symbol: 'none', lineStyle: { color: token('fail-mark'), type: [6, 4], width: 1.5 },
    label: { color: token('fail'), textBorderColor: token('surface'), textBorderWidth: 2, fontFamily: token('font'), formatter: line => line.data.label_ },
    data: limits.map(limit => ({ yAxis: limit.value, label: position ? { position } : besideLimit(limit), label_: isNarrow ? limitSign(limit) + limit.value.toLocaleString('en-GB', { maximumFractionDigits: 10 }) : limitWords(limit) })) };

  /** A box with whiskers, and where there are several series a sign of its own at the median; place says which of how many beside each other. */
  const drawBox = (place, of, index, signed = true) => (params, api) => {
    const band = api.size([1, 0])[0] * 0.8;
    const width = Math.max(1, Math.min(34, band / of));
    const x = api.coord([api.value(0), 0])[0] + (place - (of - 1) / 2) * width;
    const y = [1, 2, 3, 4, 5].map(dimension => api.coord([0, api.value(dimension)])[1]);
    const half = width * 0.4;
    const colour = category(index);
    const line = (x1, y1, x2, y2, lineWidth, lineDash) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth, lineDash } });
    const sign = Math.min(9, width * 0.5);
    return { type: 'group', children: [
      line(x, y[0], x, y[1], 1.4), line(x, y[3], x, y[4], 1.4),
      line(x - half / 2, y[0], x + half / 2, y[0], 1.4), line(x - half / 2, y[4], x + half / 2, y[4], 1.4),
      { type: 'rect', shape: { x: x - half, y: y[3], width: 2 * half, height: Math.max(1, y[1] - y[3]), r: Math.min(2, half) }, style: { fill: mixed(colour), stroke: colour, lineWidth: width < 4 ? 1 : 1.6 } },
      line(x - half, y[2], x + half, y[2], 2.4),
      ...(sign < 3 || !signed ? [] : [mark(index, x, y[2], sign, colour)])] };
  };
  const drawOutlier = (place, of, index, isWrong = () => false) => (params, api) => {
    const width = Math.max(1, Math.min(34, api.size([1, 0])[0] * 0.8 / of));
    const point = api.coord([api.value(0), api.value(1)]);
    return mark(index, point[0] + (place - (of - 1) / 2) * width, point[1], isWrong(api.value(1)) ? 10 : 7, isWrong(api.value(1)) ? token('fail-mark') : category(index));
  };
  /** What lies outside a box of an only series: a ring, which neither a median nor a mean is. */
  const drawRing = index => (params, api) => {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]);
    return { type: 'circle', shape: { cx, cy, r: 3.5 }, style: { fill: token('surface'), stroke: category(index), lineWidth: 1.6 } };
  };
  const mark = (index, x, y, size, colour) => ({ type: 'path', shape: { pathData: SHAPES[round(index)], x: -size / 2, y: -size / 2, width: size, height: size }, x, y, style: { fill: colour } });
  const mixed = colour => {
    const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
    const under = token('surface');
    return 'rgb(' + [1, 3, 5].map(at => Math.round(part(colour, at) * 0.24 + part(under, at) * 0.76)).join(',') + ')';
  };

  /** The sign of a series beside its name in the legend. */
  const sign = (index, kind) => {
    const paths = kind === 'large' ? NAMED_PATHS : SHAPES;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), isCourse = kind === 'course';
    for (const [name, value] of Object.entries({ viewBox: isCourse ? '-10 0 36 16' : '0 0 16 16', width: isCourse ? 32 : 14, height: 14, 'aria-hidden': 'true' })) svg.setAttribute(name, value);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const box = 'M3 4h10v9H3zM8 0v4M8 13v3M3 8h10';
    path.setAttribute('d', { column: 'M2 5h5v10H2zM9 1h5v14H9z', line: 'M0 6.5h6v3H0zM9 6.5h7v3H9z', box, ring: 'M8 3a5 5 0 1 0 .01 0z', both: paths[round(index)] + 'M0 7h16v2H0z' }[kind] ?? paths[round(index)]);
    const colour = kind === 'column' ? 'var(--idle-mark)' : kind === 'outside' ? 'var(--fail-mark)' : `var(--cat-${index % CATEGORIES + 1})`;
    path.setAttribute('fill', kind === 'ring' ? 'none' : colour);
    if (kind === 'ring' || kind === 'outside') { path.setAttribute('stroke', kind === 'ring' ? colour : 'var(--ink)'); path.setAttribute('stroke-width', kind === 'ring' ? '2.2' : '1.2'); }
    if (kind === 'column' || kind === 'box') path.setAttribute('fill-opacity', kind === 'box' ? '.24' : '.35');
    if (kind === 'column' || kind === 'box') { path.setAttribute('stroke', kind === 'box' ? colour : 'var(--line-strong)'); path.setAttribute('stroke-width', kind === 'box' ? '1.6' : '1'); }
    if (isCourse) svg.append(course(index, colour));
    svg.append(path);
    return svg;
  };
  const course = (index, stroke) => {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path'), dashes = dash(index);
    for (const [name, value] of Object.entries({ d: 'M-10 8h36', stroke, 'stroke-width': 2, 'stroke-dasharray': dashes === 'solid' ? 'none' : dashes.join(' ') })) line.setAttribute(name, value);
    return line;
  };

  const FEW = 8;

  // --- one chart on a page ----------------------------------------------------------------------------------------
  const painters = {};

  async function load(section) {
    state(section, 'loading', section.dataset.waiting ?? 'Loading…');
    const asked = performance.now();
    let figure;
    try {
      const answer = await fetch('/ui' + location.pathname + location.search, { headers: { Accept: 'application/json' } });
      if (answer.status === 401) { location.href = '/login?redirect=' + encodeURIComponent(location.pathname + location.search); return; }
      figure = await answer.json();
      if (!answer.ok) throw new Error(figure.message);
    } catch (failed) {
      failure(section, failed instanceof TypeError ? 'The server did not answer.' : failed.message);
      return;
    }
    said(section, figure);
    if (!figure.count) { if (figure.heading) blank(section, figure); else state(section, 'empty', figure.empty ?? 'There is nothing to draw: no lane of this period has a value of this metric. Choose a longer period or another metric.'); return; }
    show(section, figure, asked);
  }

  function state(section, name, sentence) {
    section.dataset.state = name;
    $('.chart-state', section).replaceChildren(sentence);
    $('.chart-state', section).hidden = name === 'drawn';
    $('.chart-canvas', section).hidden = name !== 'drawn';
    section.setAttribute('aria-busy', String(name === 'loading'));
  }

  function failure(section, sentence) {
    state(section, 'failed', '');
    const again = make('button', { type: 'button', class: 'btn retry' }, 'Try again');
    again.addEventListener('click', () => load(section));
    $('.chart-state', section).replaceChildren(make('div', { class: 'note fail', role: 'alert' }, make('span', {}, sentence + ' ', again)));
  }

  /** Nothing has been reported that could be drawn. */
  function blank(section, figure) {
    state(section, 'blank', '');
    const ways = figure.wayHref ? [make('p', { class: 'ways' }, make('a', { class: 'btn', href: figure.wayHref }, figure.way))] : [];
    $('.chart-state', section).replaceChildren(make('div', { class: 'blank begin' }, make('h2', {}, figure.heading), make('p', {}, figure.empty), ...ways));
  }

  function said(section, figure) {
    $('.chart-facts', section).replaceChildren(...figure.facts.map(fact => make('span', {}, fact)), ...(figure.outside ? [make('a', { class: 'verdict fail', href: figure.outsideHref }, figure.outside)] : []), ...figure.notes.map(note => make('span', { class: 'chart-note' }, note)));
  }

  function show(section, figure, asked) {
    state(section, 'drawn', '');
    const canvas = $('.chart-canvas', section);
    const painter = painters[section.dataset.chart];
    const chart = window.echarts.getInstanceByDom(canvas) ?? window.echarts.init(canvas, null, { renderer: 'canvas' });
    const hidden = new Set((new URLSearchParams(location.search).get('off') ?? '').split('|').filter(Boolean));
    const option = (extra, isNarrow = narrow.matches) => {
      const painted = painter.option(figure, isNarrow);
      const selected = Object.fromEntries([...hidden].map(name => [name, false]));
      return { ...frame(), ...painted, dataZoom: range(), legend: { show: false, data: painter.legend(figure).map(entry => entry.name), selected, textStyle: { color: token('ink-2') } }, ...extra };
    };
    const draw = () => {
      chart.setOption(option(), true);
      chart.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
      $('[data-chart-reset]', section).hidden = range().length === 0;
    };
    legend(section, painter.legend(figure), hidden, draw);
    $('.chart-legend', section).prepend(...(figure.limits ?? []).map(limit => make('li', { class: 'chart-limit' }, limitLegend(limit))));
    $('.chart-legend', section).append(...(painter.marks?.(figure) ?? []).map(mark => make('li', { class: 'chart-mark' }, sign(mark.index, mark.kind), mark.label)));
    chart.off('finished');
    chart.on('finished', () => {
      section.dataset.drawnAt ??= String(Math.round(performance.now()));
      section.dataset.drawnIn ??= String(Math.round(performance.now() - asked));
    });
    canvas.setAttribute('aria-label', `${figure.title}. ${figure.facts.join(', ')}. The values are in the tables below.`);
    draw();
    chart.off('click');
    chart.on('click', event => { const href = painter.href(figure, event); if (href) location.href = href; });
    chart.off('datazoom');
    chart.on('datazoom', event => { if (zoomed(event)) setTimeout(draw); });
    section.egcgChart = { chart, figure, option, draw };
    keys(section, figure, painter, hidden);
    new ResizeObserver(() => chart.resize()).observe(canvas);
  }

  /** Arrow keys go from one shape of a chart to the next, and to the next series; Enter opens what a click opens. */
  function keys(section, figure, painter, hidden) {
    const canvas = $('.chart-canvas', section);
    let at = null;
    const shapes = () => painter.shapes(figure).filter(each => !hidden.has(each.name) && each.count > 0);
    const go = (series, index) => {
      const all = shapes();
      if (all.length === 0) return;
      const of = all[(series + all.length) % all.length];
      at = { series: all.indexOf(of), index: Math.max(0, Math.min(of.count - 1, index)), of };
      const { chart } = section.egcgChart;
      chart.dispatchAction({ type: 'downplay' });
      chart.dispatchAction({ type: 'highlight', seriesIndex: of.seriesIndex, dataIndex: at.index });
      chart.dispatchAction({ type: 'showTip', seriesIndex: of.seriesIndex, dataIndex: at.index });
      $('.chart-said', section).textContent = painter.words(figure, of, at.index);
    };
    canvas.onkeydown = event => {
      const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      if (step) { event.preventDefault(); at === null ? go(0, 0) : go(at.series + step[0], step[0] ? 0 : at.index + step[1]); }
      else if (event.key === 'Enter' && at !== null) { const href = painter.href(figure, { componentType: 'series', seriesIndex: at.of.seriesIndex, dataIndex: at.index }); if (href) location.href = href; }
      else if (event.key === 'Escape') { section.egcgChart.chart.dispatchAction({ type: 'hideTip' }); at = null; }
    };
    canvas.onfocus = () => { if (at === null) $('.chart-said', section).textContent = 'Arrow keys go through the shapes, Enter opens one.'; };
  }

  /** The legend: a button for each series, pressed while it is shown. */
  function legend(section, entries, hidden, draw) {
    $('.chart-legend', section).replaceChildren(...entries.map(entry => {
      const button = make('button', { type: 'button', class: 'chart-key', 'aria-pressed': String(!hidden.has(entry.name)) }, sign(entry.index, entry.kind), entry.label);
      button.addEventListener('click', () => {
        if (!hidden.delete(entry.name)) hidden.add(entry.name);
        button.setAttribute('aria-pressed', String(!hidden.has(entry.name)));
        address({ off: [...hidden].join('|') });
        draw();
      });
      const light = type => () => section.egcgChart?.chart.dispatchAction({ type, seriesName: entry.name });
      for (const on of ['mouseenter', 'focus']) button.addEventListener(on, light('highlight'));
      for (const off of ['mouseleave', 'blur']) button.addEventListener(off, light('downplay'));
      return make('li', {}, button);
    }));
    if (entries.length > FEW) $('.chart-legend', section).append(make('li', {}, all(section, entries, hidden, draw)));
  }

  /** Hides all series, or shows them again: where there are many, one wants to see a few. */
  function all(section, entries, hidden, draw) {
    const button = make('button', { type: 'button', class: 'chart-key chart-all' }, 'Hide or show all');
    button.addEventListener('click', () => {
      const show = hidden.size > 0;
      entries.forEach(entry => show ? hidden.delete(entry.name) : hidden.add(entry.name));
      $$('.chart-key[aria-pressed]', section).forEach(key => key.setAttribute('aria-pressed', String(show)));
      address({ off: [...hidden].join('|') });
      draw();
    });
    return button;
  }

  /** Keeps what is chosen in the chart in the address. */
  function address(changes) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) { if (value) url.searchParams.set(name, value); else url.searchParams.delete(name); }
    history.replaceState(history.state, '', url);
  }

  /** Puts the range that somebody has drawn into the address; says whether there is one. */
  function zoomed(event) {
    const drawn = event.batch?.find(each => each.startValue !== undefined);
    if (drawn) address({ zoom: [drawn.startValue, drawn.endValue].map(Math.round).join(',') });
    return drawn !== undefined;
  }

  /** The range of the address, as the library takes it. */
  function range() {
    const [from, to] = (new URLSearchParams(location.search).get('zoom') ?? '').split(',').map(Number);
    return to >= from ? [{ type: 'inside', xAxisIndex: 'all', startValue: from, endValue: to, zoomOnMouseWheel: false, moveOnMouseMove: false, moveOnMouseWheel: false }] : [];
  }

  // --- pictures ---------------------------------------------------------------------------------------------------
  const WIDE = { width: 1400, height: 720 };
  function picture(section, kind) {
    const { figure, option } = section.egcgChart;
    const vector = kind === 'svg';
    const chart = window.echarts.init(vector ? null : document.createElement('div'), null, vector ? { renderer: 'svg', ssr: true, ...WIDE } : WIDE);
    chart.setOption({ ...option({
      title: { text: figure.title, left: 16, top: 10, textStyle: { color: token('ink'), fontSize: 16, fontFamily: token('font') } }, backgroundColor: token('surface'),
      toolbox: { show: false } }, false) });
    chart.setOption({ legend: { show: true, top: 38, left: 16 }, grid: { top: 90, left: 74, right: 74, bottom: 56 } });
    const name = figure.title.replace(/[^A-Za-z0-9._-]+/g, '_') + '.' + kind;
    if (vector) save(new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }), name);
    else save(binary(chart.getDataURL({ type: kind, pixelRatio: 2, backgroundColor: token('surface') })), name);
    chart.dispose();
  }

  function binary(url) {
    const [head, body] = url.split(',');
    return new Blob([Uint8Array.from(atob(body), letter => letter.charCodeAt(0))], { type: head.slice(5, head.indexOf(';')) });
  }

  function save(blob, name) {
    const link = make('a', { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-picture], [data-chart-reset], [data-print]');
    const section = target?.closest('section.chart');
    if (!section?.egcgChart) return;
    if (target.matches('[data-picture]')) picture(section, target.dataset.picture);
    else if (target.matches('[data-print]')) print();
    else { address({ zoom: '' }); target.hidden = true; section.egcgChart.draw(); }
    target.closest('details')?.removeAttribute('open');
  });

  // What filters the lanes filters the chart.
  let filtered = location.search;
  document.addEventListener('egcg:table', () => setTimeout(() => {
    const own = search => [...new URLSearchParams(search)].filter(([name]) => name.startsWith('lanes.f.') || name === 'lanes.q').join();
    if (own(filtered) !== own(location.search)) $$('section.chart[data-chart="seq"][data-ready]').forEach(load);
    filtered = location.search;
  }));

  // --- choices ----------------------------------------------------------------------------------------------------
  document.addEventListener('change', event => { if (event.target.matches('form[data-choices] select')) event.target.form.requestSubmit(); });
  const redraw = () => $$('section.chart').forEach(section => section.egcgChart?.draw());
  addEventListener('egcg:theme', redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTimeout(redraw));
  narrow.addEventListener('change', redraw);

  window.egcgCharts = { token, category, shape, dash, DAY, midnight, dayOf, isoDay, number, tip, boxTip, timeAxis, timesFrom, wordAxis, valueAxis, axisFromZero, limitLines, sharedAxes, drawBox, drawOutlier, drawRing, sign, painters, CATEGORIES };
  addEventListener('DOMContentLoaded', () => $$('section.chart[data-ready]').forEach(load));
})();

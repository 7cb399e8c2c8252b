// The control chart of an instrument: runs with centre and limits, the moving average, events, and below them the sums.
'use strict';
(() => {
  const { token, category, shape, midnight, dayOf, number, tip, timesFrom, valueAxis, painters } = window.egcgCharts;
  const LEVELS = [-3, -2, 0, 2, 3];
  const RUNS = 'Runs';
  const AVERAGE = 'Moving average (EWMA)';
  const SUMS = 'Sums (CUSUM)';

  /** Runs of one day stand beside each other. */
  const places = figure => figure.places ??= figure.day.map((day, at) => {
    const first = figure.day.indexOf(day);
    const last = figure.day.lastIndexOf(day);
    return midnight(day) + (at - first) / (last - first + 1) * 86400000;
  });
  const rules = (figure, at) => figure.broken[at].map(rule => figure.rules[rule]);
  const write = (figure, value) => `${figure.y} ${number(value, figure.decimals)}`;
  const distance = (figure, at) => figure.spread[at] === null ? 'no limits yet'
    : `${number((figure.value[at] - figure.centre[at]) / figure.spread[at], 1)} s from the centre (${number(figure.centre[at], figure.decimals)})`;

  /** A line that begins anew where the baseline does, and is not there where there is none. */
  function stepped(figure, value) {
    const data = [];
    places(figure).forEach((x, at) => {
      if (at > 0 && figure.centre[at] !== figure.centre[at - 1]) data.push([x, null]);
      data.push([x, figure.spread[at] === null ? null : value(at)]);
    });
    return data;
  }

  const look = (figure, at) => {
    const broken = rules(figure, at);
    if (broken.some(rule => rule.grade === 'OUT_OF_CONTROL')) return { symbolSize: 12, symbol: shape(3), itemStyle: { color: token('fail-mark'), borderColor: token('ink'), borderWidth: 1 } };
    if (broken.length > 0) return { symbolSize: 10, symbol: shape(1), itemStyle: { color: token('warn-mark'), borderColor: token('ink'), borderWidth: 1 } };
    return { itemStyle: { color: figure.learnt[at] ? token('surface') : category(0), borderColor: category(0), borderWidth: 1.5 } };
  };

  const plain = (name, data, more) => ({ type: 'line', name, data, showSymbol: false, silent: true, connectNulls: false, tooltip: { show: false }, ...more });

  function runs(figure) {
    return {
      type: 'line', name: RUNS, symbol: shape(0), symbolSize: 7, showAllSymbol: true, lineStyle: { width: 1.5, color: category(0), opacity: 0.75 }, itemStyle: { color: category(0) }, emphasis: { scale: 1.6 }, z: 5,
      data: places(figure).map((x, at) => ({ value: [x, figure.value[at]], ...look(figure, at) })),
      tooltip: { extraCssText: 'max-width: min(420px, 90vw); white-space: normal', formatter: on => {
        const at = on.dataIndex;
        return tip(`${figure.runs[at]} -- ${dayOf(figure.day[at])}:`, write(figure, figure.value[at]), distance(figure, at),
          ...(figure.learnt[at] ? ['one of the runs of the baseline'] : []), ...rules(figure, at).map(rule => `${rule.name}: ${rule.sentence}`));
      } } };
  }

  const limits = figure => {
    const last = figure.spread.length - 1;
    const at = level => figure.centre[last] + level * figure.spread[last];
    const lines = LEVELS.map(level => plain('Limits', stepped(figure, run => figure.centre[run] + level * figure.spread[run]), {
      lineStyle: { width: level === 0 ? 1.5 : 1, type: level === 0 ? 'solid' : Math.abs(level) === 3 ? [6, 4] : [2, 3], color: Math.abs(level) === 3 ? token('fail-mark') : token('ink-3') } }));
    // Words at the ends of the lines are points without a sign.
    const words = { type: 'scatter', name: 'Limits', silent: true, tooltip: { show: false }, symbolSize: 0.1, data: figure.spread[last] === null ? [] : LEVELS.map(level => [places(figure)[last], at(level)]),
      label: { show: true, position: 'right', distance: 6, color: token('ink-2'), fontFamily: token('font'), fontSize: 11, formatter: end => LEVELS[end.dataIndex] === 0 ? 'centre' : `${LEVELS[end.dataIndex] > 0 ? '+' : '−'}${Math.abs(LEVELS[end.dataIndex])} s` } };
    return [...lines, words];
  };

  const average = figure => [
    plain(AVERAGE, stepped(figure, at => figure.centre[at] + figure.ewma[at] * figure.spread[at]), { lineStyle: { width: 2, color: category(1) }, itemStyle: { color: category(1) }, z: 4 }),
    ...[-1, 1].map(side => plain(AVERAGE, stepped(figure, at => figure.centre[at] + side * figure.ewmaLimit[at] * figure.spread[at]), { lineStyle: { width: 1, type: [2, 2], color: category(1), opacity: 0.7 }, itemStyle: { color: category(1) } }))];

  const sums = figure => [
    ...[[1, figure.above], [-1, figure.below]].map(([side, sum]) => plain(SUMS, stepped(figure, at => side * sum[at]), { xAxisIndex: 1, yAxisIndex: 1, lineStyle: { width: 1.5, color: category(2) }, areaStyle: { color: category(2), opacity: 0.15 }, itemStyle: { color: category(2) } })),
    plain(SUMS, [], { xAxisIndex: 1, yAxisIndex: 1, itemStyle: { color: category(2) }, markLine: {
      silent: true, symbol: 'none', lineStyle: { color: token('fail-mark'), type: [6, 4], width: 1 }, label: { show: false }, data: [-1, 1].map(side => ({ yAxis: side * figure.sumLimit })) } })];

  const events = figure => plain('Events', [], { markLine: {
    silent: true, symbol: 'none', lineStyle: { color: token('ink-2'), type: 'solid', width: 1 },
    label: { color: token('ink-2'), fontFamily: token('font'), fontSize: 11, formatter: line => line.data.words },
    data: figure.events.map(event => ({ xAxis: midnight(event.day), words: event.kind + (event.fresh ? ', new baseline' : '') })) } });

  /** Sums and average are there as soon as some run has limits. */
  const limited = figure => figure.spread.some(spread => spread !== null);

  painters.control = {
    option: figure => {
      const reach = figure.value.concat(...[-3.2, 3.2].map(level => figure.centre.flatMap((centre, at) => figure.spread[at] === null ? [] : [centre + level * figure.spread[at]])));
      const far = Math.max(figure.sumLimit * 1.4, ...figure.above.map(Number), ...figure.below.map(Number));
      const time = { ...timesFrom(figure.x, places(figure)[0], places(figure)[figure.count - 1]), ...(innerWidth <= 600 ? { splitNumber: 3 } : {}) };
      const values = valueAxis(figure.y, { ends: reach });
      if (!limited(figure)) return { grid: [{ left: 64, right: 24, top: 30, bottom: 46 }], xAxis: [time], yAxis: [valueAxis(figure.y)], series: [runs(figure), events(figure)] };
      return {
        grid: [{ left: 64, right: 56, top: 30, bottom: '38%' }, { left: 64, right: 56, top: '70%', bottom: 46 }],
        xAxis: [{ ...time, name: '', axisLabel: { show: false } }, { ...time, gridIndex: 1 }],
        yAxis: [values, valueAxis('CUSUM (s)', { gridIndex: 1, min: -far, max: far, splitNumber: 2, axisLabel: { color: token('ink-2'), fontFamily: token('font'), formatter: value => number(value, 0) } })],
        series: [runs(figure), ...limits(figure), ...average(figure), ...sums(figure), events(figure)] };
    },
    legend: figure => !limited(figure) ? [{ name: RUNS, index: 0, kind: figure.learnt.every(Boolean) ? 'ring' : '', label: RUNS }] : [{ name: RUNS, index: 0, label: RUNS }, { name: AVERAGE, index: 1, kind: 'line', label: AVERAGE }, { name: SUMS, index: 2, kind: 'line', label: SUMS }],
    shapes: figure => [{ name: RUNS, seriesIndex: 0, count: figure.count }],
    words: (figure, series, at) => [figure.runs[at], dayOf(figure.day[at]), write(figure, figure.value[at]), distance(figure, at), ...rules(figure, at).map(rule => rule.name)].join(', '),
    href: (figure, event) => event.componentType === 'series' && event.seriesIndex === 0 ? '/run/' + encodeURIComponent(figure.runs[event.dataIndex]) : '' };
})();

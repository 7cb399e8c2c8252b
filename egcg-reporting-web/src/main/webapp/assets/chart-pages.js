// The charts of the pages: which series, axes and tooltips each has, and where a click leads.
'use strict';
(() => {
  const { token, category, shape, dash, midnight, dayOf, isoDay, number, tip, boxTip, timeAxis, wordAxis, valueAxis, axisFromZero, limitLines, sharedAxes, drawBox, drawOutlier, drawRing, painters } = window.egcgCharts;
  const LARGE = 3000;
  // So many points are drawn as dots of one shape: paths of that many shapes would hold up the browser for seconds.
  const DOTS = 20000;
  const sizeOf = (figure, large) => figure.count > DOTS && large ? 3 : large ? 6 : 10;
  const runHref = run => '/run/' + encodeURIComponent(run);

  // --- metrics of lanes -------------------------------------------------------------------------------------------
  const mains = figure => figure.series.filter(series => series.kind !== 'smooth');
  const laneId = (figure, series, at) => (series.id[at].startsWith('_') ? figure.runs[series.run[at]] : '') + series.id[at];
  const withPrefix = (figure, value) => `${figure.y} ${number(value, figure.decimals)}`;

  /** What is outside all limits of the reviews that hold for lanes of its series is drawn in the colour of what fails, and larger. */
  const limitsOf = (figure, series) => figure.limits.filter(limit => !limit.series || limit.series.includes(series.name));
  const isOutside = (limits, value) => limits.length > 0 && limits.every(limit => limit.least ? value < limit.value : value > limit.value);
  const place = (limits, x, value, size) => isOutside(limits, value)
    ? { value: [x, value], symbolSize: size + 3, itemStyle: { color: token('fail-mark'), borderColor: token('ink'), borderWidth: 1, opacity: 1 } }
    : [x, value];

  /** Thousands of points go to the library as plain numbers, which it need not take apart. */
  function points(figure, series, large) {
    const limits = limitsOf(figure, series);
    if (!large) return series.x.map((day, at) => place(limits, midnight(day), series.y[at], 10));
    const numbers = new Float64Array(2 * series.x.length);
    for (let at = 0; at < series.x.length; at++) { numbers[2 * at] = midnight(series.x[at]); numbers[2 * at + 1] = series.y[at]; }
    return numbers;
  }

  function pointSeries(figure, series, index) {
    const large = series.x.length > LARGE;
    return {
      type: 'scatter', name: series.name, symbol: shape(index, large), symbolSize: sizeOf(figure, large), large, largeThreshold: LARGE, progressive: 0,
      itemStyle: { color: category(index), opacity: large ? 0.55 : 0.85 }, data: points(figure, series, large), emphasis: { focus: 'series', scale: 1.6 }, dimensions: ['x', 'y'],
      tooltip: { formatter: at => tip(`${laneId(figure, series, at.dataIndex)} -- ${dayOf(series.x[at.dataIndex])}:`, withPrefix(figure, series.y[at.dataIndex])) } };
  }

  /** Among thousands of points, what is outside a limit is drawn once more above them; a click goes through to the point. */
  function failingSeries(figure, series) {
    const data = [], limits = limitsOf(figure, series);
    series.y.forEach((value, at) => { if (isOutside(limits, value)) data.push([midnight(series.x[at]), value]); });
    return { type: 'scatter', name: series.name, silent: true, symbol: 'circle', symbolSize: sizeOf(figure, true) + 1, large: true, largeThreshold: LARGE, progressive: 0, z: 4, itemStyle: { color: token('fail-mark'), opacity: 1 }, data };
  }

  function meanSeries(figure, series, index) {
    const limits = limitsOf(figure, series);
    return {
      type: series.line ? 'line' : 'scatter', name: series.name, symbol: shape(index), symbolSize: 9, lineStyle: { width: 2, type: dash(index), color: category(index) }, itemStyle: { color: category(index) },
      showAllSymbol: true, emphasis: { focus: 'series', scale: 1.6 }, data: series.x.map((day, at) => place(limits, midnight(day), series.y[at], 9)),
      tooltip: { formatter: at => tip(`${series.tip} -- ${dayOf(series.x[at.dataIndex])}:`, withPrefix(figure, series.y[at.dataIndex]), `mean of ${series.n[at.dataIndex]} lane${series.n[at.dataIndex] === 1 ? '' : 's'}`) } };
  }

  function smoothSeries(figure, series) {
    const index = mains(figure).indexOf(figure.series[series.of]);
    return {
      type: 'line', name: series.name, smooth: 0.3, smoothMonotone: 'x', showSymbol: false, z: 3, lineStyle: { width: 2, type: dash(index), color: category(index) }, itemStyle: { color: category(index) },
      data: series.x.map((day, at) => [midnight(day), series.y[at]]), tooltip: { formatter: () => tip(series.name) } };
  }

  function boxSeries(figure, series, index, days, of) {
    const places = new Map(days.map((day, at) => [day, at]));
    const write = value => withPrefix(figure, value), limits = limitsOf(figure, series);
    return [
      { type: 'custom', name: series.name, renderItem: drawBox(index, of, index), itemStyle: { color: category(index) }, encode: { x: 0, y: [1, 2, 3, 4, 5] },
        data: series.x.map((day, at) => [places.get(day), ...series.box[at]]),
        tooltip: { formatter: at => { const i = at.dataIndex; return boxTip(series.tip, timeOf(figure, series.x[i]), series.box[i], write, [`${series.n[i]} lane${series.n[i] === 1 ? '' : 's'}`]); } } },
      { type: 'custom', name: series.name, renderItem: drawOutlier(index, of, index, value => isOutside(limits, value)), itemStyle: { color: category(index) }, encode: { x: 0, y: 1 },
        data: series.outliers.map(([at, value]) => [places.get(series.x[at]), value]),
        tooltip: { formatter: at => { const [i, value, run, id] = series.outliers[at.dataIndex]; return tip(`${(id.startsWith('_') ? figure.runs[run] : '') + id} -- ${dayOf(series.x[i])}:`, write(value), 'outlier'); } } }];
  }

  /** Days, or the weeks or months in which they are gathered: where each begins. */
  const timeOf = (figure, day) => figure.bin === 'month' ? dayOf(day).replace(/^\d+ /, '') : figure.bin === 'week' ? 'week of ' + dayOf(day) : dayOf(day);
  const endOf = (figure, day) => { const at = new Date(day * 86400000); return figure.bin === 'week' ? day + 6 : figure.bin === 'month' ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0) / 86400000 : day; };
  const isBoxes = figure => mains(figure)[0].kind === 'boxes';
  const seriesOfLanes = figure => {
    if (isBoxes(figure)) {
      const days = [...new Set(figure.series.flatMap(series => series.x))].sort((a, b) => a - b);
      return figure.series.flatMap((series, index) => boxSeries(figure, series, index, days, figure.series.length));
    }
    const main = mains(figure);
    return figure.series.map(series => series.kind === 'smooth' ? smoothSeries(figure, series) : series.kind === 'points' ? pointSeries(figure, series, main.indexOf(series)) : meanSeries(figure, series, main.indexOf(series)));
  };
  const boxDays = figure => [...new Set(figure.series.flatMap(series => series.x))].sort((a, b) => a - b).map(day => timeOf(figure, day));

  /** The lanes behind a box or a mean: of one run they are that run's page, else rows of the table. */
  function lanesHref(figure, series, at) {
    if (series.run[at] >= 0) return runHref(figure.runs[series.run[at]]);
    const group = figure.groupFilter === '-' ? '' : `&lanes.f.${figure.groupFilter}=${encodeURIComponent(series.name)}`;
    const days = figure.bin ? `${isoDay(series.x[at])}..${isoDay(endOf(figure, series.x[at]))}` : isoDay(series.x[at]);
    return `${figure.lanesHref}&lanes.f.date=${days}${group}#t-lanes`;
  }

  painters.seq = {
    option: (figure, isNarrow) => {
      const series = seriesOfLanes(figure);
      if (!isBoxes(figure)) mains(figure).filter(one => one.kind === 'points' && one.x.length > LARGE).forEach(one => series.push(failingSeries(figure, one)));
      // The limits are a series of their own: where they were part of another one, its points did not answer.
      if (figure.limits.length > 0) series.push({ type: 'line', name: 'Limits', data: [], silent: true, markLine: limitLines(figure.limits, isNarrow, isNarrow ? 'end' : undefined) });
      const ends = figure.limits.map(limit => limit.value);
      const beside = isNarrow && figure.limits.length > 0 ? { grid: { left: 64, right: 50, top: 22, bottom: 46 } } : {};
      return { ...beside, xAxis: isBoxes(figure) ? wordAxis(figure.x, boxDays(figure)) : timeAxis(figure.x), yAxis: valueAxis(figure.y, { ends }), series };
    },
    legend: figure => mains(figure).map((series, index) => ({ name: series.name, index, kind: series.kind === 'points' && series.x.length > LARGE ? 'large' : '', label: `${series.name} (${number(series.lanes, 0)} lane${series.lanes === 1 ? '' : 's'})` }))
      .concat(figure.series.filter(series => series.kind === 'smooth').map(series => ({ name: series.name, index: mains(figure).indexOf(figure.series[series.of]), kind: 'line', label: series.name }))),
    marks: figure => figure.outside ? [{ index: 0, kind: 'outside', label: 'Outside its limit' }] : [],
    shapes: figure => isBoxes(figure)
      ? figure.series.flatMap((series, at) => [{ name: series.name, seriesIndex: 2 * at, count: series.x.length, series }, { name: series.name, seriesIndex: 2 * at + 1, count: series.outliers.length, series, outliers: true }])
      : figure.series.map((series, at) => ({ name: series.name, seriesIndex: at, count: series.kind === 'smooth' ? 0 : series.x.length, series })),
    words: (figure, { series, outliers }, at) => outliers
      ? `${series.tip}, ${dayOf(series.x[series.outliers[at][0]])}, outlier ${withPrefix(figure, series.outliers[at][1])}`
      : series.box ? `${series.tip}, ${dayOf(series.x[at])}, median ${withPrefix(figure, series.box[at][2])}` : `${series.tip}, ${dayOf(series.x[at])}, ${withPrefix(figure, series.y[at])}${isOutside(limitsOf(figure, series), series.y[at]) ? ', outside its limit' : ''}`,
    href: (figure, event) => {
      if (event.componentType !== 'series') return '';
      if (!isBoxes(figure)) {
        const series = figure.series[event.seriesIndex];
        if (!series) return '';
        return series.kind === 'points' ? runHref(figure.runs[series.run[event.dataIndex]]) : series.kind === 'means' ? lanesHref(figure, series, event.dataIndex) : '';
      }
      const series = figure.series[Math.floor(event.seriesIndex / 2)];
      return event.seriesIndex % 2 === 1 ? runHref(figure.runs[series.outliers[event.dataIndex][2]]) : lanesHref(figure, series, event.dataIndex);
    } };

  // --- turnaround -------------------------------------------------------------------------------------------------
  const TAT = 1; // the colour of boxes and means
  const weeks = value => `${number(value, 1)} weeks`;
  const longest = figure => Math.max(...figure.groups.flatMap(group => group.box), ...figure.outliers.map(([, value]) => value), ...figure.limits.map(limit => limit.value));
  /** On a phone there is no room for a quarter and its year beside each other. */
  const inTwoLines = (axis, isPhone) => !isPhone ? axis : { ...axis, nameGap: 42, axisLabel: { ...axis.axisLabel, fontSize: 11, lineHeight: 13, formatter: word => word.replace(/[ -]/, '\n') } };
  painters.tat = {
    option: (figure, isNarrow) => {
      const words = figure.groups.map(group => group.name), isPhone = isNarrow && innerWidth <= 600;
      const mean = group => `avg TAT -- ${group.name}:`;
      return {
        grid: { left: 64, right: 64, top: 22, bottom: isPhone ? 58 : 46 },
        xAxis: inTwoLines(wordAxis(figure.x, words), isPhone),
        yAxis: sharedAxes({ name: figure.y, most: longest(figure) }, { name: 'Number of sample', most: Math.max(...figure.groups.map(group => group.n)), position: 'right', nameRotate: 270, splitLine: { show: false } }),
        series: [
          { type: 'bar', name: 'Number of sample', yAxisIndex: 1, barMaxWidth: 60, itemStyle: { color: token('idle-mark'), opacity: 0.35, borderColor: token('line-strong'), borderWidth: 1 }, data: figure.groups.map(group => group.n),
            tooltip: { formatter: at => tip(`${words[at.dataIndex]}:`, `${number(figure.groups[at.dataIndex].n, 0)} sample${figure.groups[at.dataIndex].n === 1 ? '' : 's'}`) } },
          { type: 'custom', name: 'Turn around time', renderItem: drawBox(0, 1, TAT, false), itemStyle: { color: category(TAT) }, encode: { x: 0, y: [1, 2, 3, 4, 5] }, z: 3, data: figure.groups.map((group, at) => [at, ...group.box]),
            tooltip: { formatter: at => boxTip('TAT', words[at.dataIndex], figure.groups[at.dataIndex].box, weeks, []) } },
          { type: 'custom', name: 'Turn around time', renderItem: drawRing(TAT), itemStyle: { color: category(TAT) }, encode: { x: 0, y: 1 }, z: 4, data: figure.outliers.map(([at, value]) => [at, value]),
            tooltip: { formatter: at => { const [group, value, sample] = figure.outliers[at.dataIndex]; return tip(`${sample} -- ${words[group]}:`, weeks(value), 'outlier'); } } },
          { type: 'line', name: 'Avg Turn around time', symbol: shape(2), symbolSize: 9, showAllSymbol: true, z: 5, lineStyle: { width: 2, color: category(2) }, itemStyle: { color: category(2) }, data: figure.groups.map(group => group.mean),
            tooltip: { formatter: at => tip(mean(figure.groups[at.dataIndex]), weeks(figure.groups[at.dataIndex].mean)) } },
          ...(figure.limits.length > 0 ? [{ type: 'line', name: 'Target', data: [], silent: true, markLine: limitLines(figure.limits, isNarrow) }] : [])] };
    },
    legend: () => [{ name: 'Number of sample', index: 0, kind: 'column', label: 'Number of sample' }, { name: 'Turn around time', index: TAT, kind: 'box', label: 'Turn around time' }, { name: 'Avg Turn around time', index: 2, kind: 'both', label: 'Avg Turn around time' }],
    marks: figure => figure.outliers.length > 0 ? [{ index: TAT, kind: 'ring', label: 'Outlier: one sample' }] : [],
    shapes: figure => [0, 1, 3].map(seriesIndex => ({ name: ['Number of sample', 'Turn around time', '', 'Avg Turn around time'][seriesIndex], seriesIndex, count: figure.groups.length }))
      .concat([{ name: 'Turn around time', seriesIndex: 2, count: figure.outliers.length }]),
    words: (figure, { seriesIndex }, at) => seriesIndex === 2 ? `${figure.outliers[at][2]}, ${weeks(figure.outliers[at][1])}, outlier`
      : `${figure.groups[at].name}, ${[`${number(figure.groups[at].n, 0)} sample${figure.groups[at].n === 1 ? '' : 's'}`, `median ${weeks(figure.groups[at].box[2])}`, '', `mean ${weeks(figure.groups[at].mean)}`][seriesIndex]}`,
    href: (figure, event) => {
      if (event.componentType !== 'series') return '';
      if (event.seriesIndex === 2) return '/sample/' + encodeURIComponent(figure.outliers[event.dataIndex][2]);
      return `${figure.samplesHref}&samples.f.group=${encodeURIComponent(figure.groups[event.dataIndex].name)}#t-samples`;
    } };

  // --- activity of pipelines --------------------------------------------------------------------------------------
  const isCrowded = (series, isNarrow) => series.values.length > (isNarrow ? 30 : 120);
  /** What is 0 throughout is no line; where all are, they are. */
  const isSeen = (figure, series) => series.values.some(value => value > 0) || figure.series.every(other => !other.values.some(value => value > 0));
  painters.activity = {
    option: (figure, isNarrow) => ({
      xAxis: timeAxis(figure.x), yAxis: axisFromZero(figure.y, { minInterval: 1 }),
      series: figure.series.map((series, index) => ({
        type: 'line', name: series.name, symbol: shape(index), symbolSize: isCrowded(series, isNarrow) ? 5 : 9, showSymbol: series.values.some(value => value > 0), showAllSymbol: !isCrowded(series, isNarrow), lineStyle: { width: 2, type: dash(index), color: category(index) }, itemStyle: { color: category(index) },
        triggerLineEvent: true, data: !isSeen(figure, series) ? [] : series.values.map((value, at) => value > 0 ? [midnight(figure.first + at), value] : { value: [midnight(figure.first + at), value], itemStyle: { opacity: 0 } }),
        tooltip: { formatter: at => tip(`${series.name} -- ${dayOf(figure.first + at.dataIndex)}:`, number(series.values[at.dataIndex], 0)) } })) }),
    legend: figure => figure.series.map((series, index) => ({ name: series.name, index, kind: 'course', label: series.name })).filter(entry => isSeen(figure, figure.series[entry.index])),
    shapes: figure => figure.series.map((series, seriesIndex) => ({ name: series.name, seriesIndex, count: isSeen(figure, series) ? series.values.length : 0, series })),
    words: (figure, { series }, at) => `${series.name}, ${dayOf(figure.first + at)}, ${number(series.values[at], 0)}`,
    href: (figure, event) => event.componentType === 'series' && event.dataIndex !== undefined ? `${figure.workHref}&day=${isoDay(figure.first + event.dataIndex)}#t-work` : '' };
})();

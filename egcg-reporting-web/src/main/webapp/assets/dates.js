// Days and moments as pages write them: figures in tables and addresses, words wherever else people read; the server's Dates does the same.
// Functions take milliseconds that read in UTC what a clock on the wall shows; onClock makes them of a moment.
'use strict';
window.egcgDates = (() => {
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const PARTS = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
  const figures = wall => new Date(wall).toISOString().slice(0, 10);
  const month = wall => `${MONTHS[new Date(wall).getUTCMonth()]} ${new Date(wall).getUTCFullYear()}`;
  const dayOfYear = wall => `${new Date(wall).getUTCDate()} ${MONTHS[new Date(wall).getUTCMonth()]}`;
  const day = wall => `${dayOfYear(wall)} ${new Date(wall).getUTCFullYear()}`;
  const clock = wall => new Date(wall).toISOString().slice(11, 16);
  const clockSecond = wall => new Date(wall).toISOString().slice(11, 19);
  const minute = wall => `${day(wall)} ${clock(wall)}`;
  /** What the clocks of a zone show at a moment; those of the browser if none is named. */
  const onClock = (moment, zone) => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { ...PARTS, timeZone: zone }).formatToParts(moment).map(part => [part.type, Number(part.value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  };
  return { figures, month, dayOfYear, day, clock, clockSecond, minute, onClock };
})();

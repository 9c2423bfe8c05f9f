// A small calendar beside date fields, for those who would rather look than type. The text field alone suffices.
// Days come from the browser's own Persian calendar; a date is kept as noon UTC, so that no time zone moves it.
(() => {
  'use strict';

  const language = document.documentElement.lang;
  const day = 86400000;
  const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const monthName = new Intl.DateTimeFormat(`${language}-u-ca-persian`, { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' });
  const weekdayLong = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const shown = text => language === 'fa' ? text.replace(/[0-9]/g, d => String.fromCharCode(0x6f0 + +d)) : text;
  const latin = text => text.replace(/[۰-۹٠-٩]/g, d => d.charCodeAt(0) & 0xf);

  const jalali = date => {
    const found = Object.fromEntries(parts.formatToParts(date).map(part => [part.type, part.value]));
    return { year: +found.year, month: +found.month, day: +found.day };
  };
  // Composed here: the browser's own long Persian form puts the year first.
  const title = date => `${monthName.format(date)} ${shown(String(jalali(date).year))}`;
  const spoken = date => `${weekdayLong.format(date)} ${shown(String(jalali(date).day))} ${title(date)}`;
  const written = date => {
    const { year, month, day: dayOfMonth } = jalali(date);
    return shown(`${year}/${String(month).padStart(2, '0')}/${String(dayOfMonth).padStart(2, '0')}`);
  };
  const plus = (date, days) => new Date(date.getTime() + days * day);
  const firstOfMonth = date => plus(date, 1 - jalali(date).day);
  // Any month has 29 to 31 days, so 35 days from its first is in the next month and one day before it in the one before.
  const nextMonth = date => firstOfMonth(plus(firstOfMonth(date), 35));
  const previousMonth = date => firstOfMonth(plus(firstOfMonth(date), -1));
  const sameDayOf = (month, dayOfMonth) => {
    const date = plus(month, dayOfMonth - 1);
    return jalali(date).month === jalali(month).month ? date : plus(nextMonth(month), -1);
  };
  const read = text => {
    const match = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(latin(text.trim()));
    if (!match) return null;
    const [year, month, dayOfMonth] = match.slice(1).map(Number);
    const guess = Date.UTC(year + 621, 2, 21, 12) + ((month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + dayOfMonth - 1) * day;
    for (let shift = -2; shift <= 2; shift++) {
      const date = new Date(guess + shift * day);
      const found = jalali(date);
      if (found.year === year && found.month === month && found.day === dayOfMonth) return date;
    }
    return null;
  };
  const today = () => { const now = new Date(); return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), 12)); };
  const columnOf = date => (date.getUTCDay() + 1) % 7; // the week begins on Saturday

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  function open(field, [label, previous, next, close]) {
    const chosen = read(field.value);
    let focused = chosen ?? today();
    const heading = element('h2', { 'aria-live': 'polite' });
    const body = element('tbody');
    const saturday = new Date(Date.UTC(2026, 10, 21, 12));
    const week = Array.from({ length: 7 }, (_, i) => plus(saturday, i));
    const head = element('thead', {}, element('tr', {}, ...week.map(date =>
      element('th', { scope: 'col', abbr: weekdayLong.format(date) }, weekday.format(date)))));
    const button = (text, name) => element('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', 'aria-label': name, title: name }, text);
    const rtl = document.documentElement.dir === 'rtl';
    const back = button(rtl ? '›' : '‹', previous);
    const forth = button(rtl ? '‹' : '›', next);
    const end = button('×', close);
    const dialog = element('dialog', { class: 'calendar', 'aria-label': label },
      element('div', { class: 'calendar-head' }, back, heading, forth, end), element('table', {}, head, body));

    const draw = focusDay => {
      heading.textContent = title(focused);
      const month = jalali(focused).month;
      const rows = [];
      let row = null;
      for (let date = firstOfMonth(focused); jalali(date).month === month; date = plus(date, 1)) {
        if (!row || columnOf(date) === 0) {
          row = element('tr', {}, ...Array.from({ length: columnOf(date) }, () => element('td')));
          rows.push(row);
        }
        const here = date.getTime() === focused.getTime();
        const cell = element('button', {
          type: 'button', tabindex: here ? '0' : '-1', 'aria-label': spoken(date),
          'aria-pressed': String(chosen?.getTime() === date.getTime()),
        }, shown(String(jalali(date).day)));
        if (date.getTime() === today().getTime()) cell.setAttribute('aria-current', 'date');
        cell.addEventListener('click', () => { field.value = written(date); dialog.close(); });
        row.append(element('td', {}, cell));
      }
      body.replaceChildren(...rows);
      if (focusDay) body.querySelector('[tabindex="0"]').focus();
    };
    const turn = (month, focusDay) => { focused = sameDayOf(month, jalali(focused).day); draw(focusDay); };

    back.addEventListener('click', () => turn(previousMonth(focused)));
    forth.addEventListener('click', () => turn(nextMonth(focused)));
    end.addEventListener('click', () => dialog.close());
    body.addEventListener('keydown', event => {
      const onward = rtl ? 'ArrowLeft' : 'ArrowRight';
      const backward = rtl ? 'ArrowRight' : 'ArrowLeft';
      const move = days => { focused = plus(focused, days); draw(true); };
      switch (event.key) {
        case onward: move(1); break;
        case backward: move(-1); break;
        case 'ArrowDown': move(7); break;
        case 'ArrowUp': move(-7); break;
        case 'Home': move(-columnOf(focused)); break;
        case 'End': move(6 - columnOf(focused)); break;
        case 'PageDown': turn(nextMonth(focused), true); break;
        case 'PageUp': turn(previousMonth(focused), true); break;
        default: return;
      }
      event.preventDefault();
    });
    dialog.addEventListener('close', () => { dialog.remove(); field.focus(); });
    document.body.append(dialog);
    draw(false);
    dialog.showModal();
    body.querySelector('[tabindex="0"]').focus();
  }

  const equip = root => {
    for (const field of root.querySelectorAll('input[data-calendar]:not([data-equipped])')) {
      field.dataset.equipped = '';
      const words = field.dataset.calendar.split(/[;؛]\s*/);
      const opener = element('button', { type: 'button', class: 'btn btn-outline-secondary', 'aria-label': words[0], title: words[0], 'aria-haspopup': 'dialog' }, '▦');
      opener.addEventListener('click', () => open(field, words));
      const line = element('div', { class: 'date-line' });
      field.replaceWith(line);
      line.append(field, opener);
    }
  };
  equip(document);
  document.addEventListener('htmx:afterSettle', () => equip(document));
})();

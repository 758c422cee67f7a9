"use strict";
// What the page can do beside being read. Nothing here asks a network for anything, and without it nothing is missing.
(() => {
  const told = JSON.parse(document.getElementById("controls").textContent);
  const words = told.words;
  const digits = [...told.digits];
  const local = (n) => String(n).replace(/\d/g, (digit) => digits[digit]);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const button = (text, press) => {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", press);
    return made;
  };
  const cards = [...document.querySelectorAll("article.exercise")];
  const said = make("p", { role: "status", class: "controls" });
  const bars = new Map(cards.map((card) => [card, make("div", { class: "controls" })]));
  for (const [card, bar] of bars) card.append(bar);

  // Read aloud: only with voices that are on this device, because others send the words to somebody's server.
  const own = { "zh-Hans": /^(zh|cmn)(-hans)?(-(cn|sg))?$/i, fil: /^(fil|tl)(-|$)/i }[told.lang.replace(/-[A-Z]{2}$/, "")]
    || new RegExp("^" + told.lang.split("-")[0] + "(-|$)", "i");
  const voice = () => {
    const found = speechSynthesis.getVoices().filter((one) => one.localService && own.test(one.lang.replace("_", "-")));
    return found.find((one) => one.lang.replace("_", "-").startsWith(told.lang)) || found[0];
  };
  let reading = null;
  const stop = () => {
    const was = reading;
    reading = null;
    if (!was) return;
    was.pressed.textContent = words.read_aloud;
    was.pressed.setAttribute("aria-pressed", "false");
    for (const one of document.querySelectorAll(".spoken")) one.classList.remove("spoken");
    speechSynthesis.cancel();
  };
  const read = (block, pressed) => {
    const mine = reading && reading.pressed === pressed;
    stop();
    if (mine) return;
    const texts = [...block.querySelectorAll("h2, h3, p, li, figcaption")].filter((one) => !one.closest(".controls"));
    const turn = (reading = { pressed });
    pressed.textContent = words.stop_reading;
    pressed.setAttribute("aria-pressed", "true");
    const next = (number) => {
      if (reading !== turn) return;
      if (number > 0) texts[number - 1].classList.remove("spoken");
      if (number === texts.length) { stop(); return; }
      const text = new SpeechSynthesisUtterance(texts[number].textContent.replace(/\s+/g, " "));
      text.voice = voice();
      text.lang = text.voice.lang;
      text.rate = 0.9;
      text.onend = () => next(number + 1);
      text.onerror = () => { if (reading === turn) stop(); };
      texts[number].classList.add("spoken");
      speechSynthesis.speak(text);
    };
    next(0);
  };
  const offer = () => {
    if (document.querySelector(".aloud") || !voice()) return;
    const panel = document.querySelector("section.safety");
    const places = [...bars, ...(panel ? [[panel, make("div", { class: "controls" })]] : [])];
    for (const [block, bar] of places) {
      const aloud = button(words.read_aloud, () => read(block, aloud));
      aloud.className = "aloud";
      aloud.setAttribute("aria-pressed", "false");
      bar.append(aloud);
      if (block === panel) panel.append(bar);
    }
  };
  if ("speechSynthesis" in window) {
    offer();
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", offer);
    window.addEventListener("pagehide", stop);
  }

  // A timer for what is held or lasts. One runs at a time.
  let running = null;
  const halt = (message) => {
    if (!running) return;
    clearInterval(running.every);
    running.left.remove();
    running.pressed.textContent = running.name;
    running = null;
    said.textContent = message;
  };
  const start = (pressed, seconds, name) => {
    const mine = running && running.pressed === pressed;
    halt("");
    if (mine) return;
    const end = Date.now() + seconds * 1000;
    const left = make("span", { class: "left", role: "timer", "aria-live": "off" }, local(seconds));
    pressed.after(left);
    pressed.textContent = words.stop_timer;
    said.textContent = "";
    const every = setInterval(() => {
      const rest = Math.ceil((end - Date.now()) / 1000);
      left.textContent = local(Math.max(rest, 0));
      if (rest > 0) return;
      halt(words.time_up);
      if (navigator.vibrate) navigator.vibrate(300);
    }, 200);
    running = { pressed, left, every, name };
    pressed.closest("article").append(said);
  };
  for (const card of cards) {
    for (const [seconds, name] of told.timers[card.dataset.id] || []) {
      const pressed = button(name, () => start(pressed, seconds, name));
      bars.get(card).prepend(pressed);
    }
  }

  // One exercise at a time.
  if (cards.length > 1) {
    let at = 0;
    const place = make("span", { "aria-live": "polite" });
    const show = (to) => {
      at = to;
      cards.forEach((card, number) => card.classList.toggle("current", number === at));
      place.textContent = fill(words.place, { n: local(at + 1), all: local(cards.length) });
      back.disabled = at === 0;
      on.disabled = at === cards.length - 1;
    };
    const back = button(words.previous, () => show(at - 1));
    const on = button(words.next, () => show(at + 1));
    const steps = make("div", { class: "controls turning" }, back, on, place);
    const single = button(words.one_at_a_time, () => {
      const now = document.body.classList.toggle("single");
      single.textContent = now ? words.all_at_once : words.one_at_a_time;
      steps.hidden = !now;
    });
    steps.hidden = true;
    cards[0].before(make("div", { class: "controls" }, single), steps);
    show(0);
  }

  // The diary, kept by this browser and nowhere else.
  const diary = document.querySelector("section.diary");
  const list = diary && diary.querySelector(".entries");
  if (list && told.days) {
    const store = "handout diary " + told.key + " " + location.pathname;
    let state = {};
    let kept = true;
    try {
      const saved = JSON.parse(localStorage.getItem(store) || "{}");
      if (saved && typeof saved === "object") state = saved;
      localStorage.setItem(store, JSON.stringify(state));  // so that it is known at once whether it can be kept
      if (!Object.keys(state).length) localStorage.removeItem(store);
    } catch (error) { kept = false; }
    const keep = () => {
      try { localStorage.setItem(store, JSON.stringify(state)); } catch (error) { kept = false; }
      note.textContent = kept ? words.diary_kept : words.diary_lost;
    };
    const note = make("p", { class: "kept" }, kept ? words.diary_kept : words.diary_lost);
    const entries = [...list.children];
    const mine = () => (state[day] = state[day] || {});
    let day = 1;
    const fields = entries.map((entry, number) => {
      const text = entry.textContent;
      if (!entry.classList.contains("pain")) {
        const all = told.daily[number] || 1;
        const ticks = Array.from({ length: all }, (_, time) => {
          const which = all > 1 ? ": " + fill(words.place, { n: local(time + 1), all: local(all) }) : "";
          const tick = make("input", { type: "checkbox", "aria-label": text + which });
          tick.addEventListener("change", () => { mine()[number + "." + time] = tick.checked; keep(); mark(); });
          return tick;
        });
        const name = make("label", {}, text);
        ticks[0].id = "tick" + number;
        name.htmlFor = ticks[0].id;
        return { number, ticks, row: make("div", { class: "tick" }, ...ticks, name) };
      }
      const pain = make("select", {}, make("option", { value: "" }, "–"),
        ...told.scale.map((degree, value) => make("option", { value: String(value) }, degree)));
      pain.addEventListener("change", () => { mine().pain = pain.value; keep(); mark(); });
      return { number, pain, row: make("label", { class: "tick" }, make("span", {}, text), pain) };
    });
    const legend = make("legend", {});
    const sheet = make("fieldset", {}, legend, ...fields.map((field) => field.row));
    const named = (n) => fill(words.diary_day, { n: local(n), all: local(told.days) });
    const days = Array.from({ length: told.days }, (_, index) => {
      const one = button(local(index + 1), () => turnTo(index + 1));
      one.setAttribute("aria-label", named(index + 1));
      return one;
    });
    const written = (n) => Object.values(state[n] || {}).some((value) => value !== false && value !== "");
    const mark = () => days.forEach((one, index) => {
      one.classList.toggle("done", written(index + 1));
      one.setAttribute("aria-current", String(index + 1 === day));
    });
    const turnTo = (n) => {
      day = n;
      legend.textContent = named(n);
      for (const field of fields) {
        if (field.ticks) {
          field.ticks.forEach((tick, time) => { tick.checked = Boolean((state[n] || {})[field.number + "." + time]); });
        } else field.pain.value = (state[n] || {}).pain || "";
      }
      mark();
    };
    const clear = button(words.diary_delete, () => {
      if (!window.confirm(words.diary_ask)) return;
      state = {};
      try { localStorage.removeItem(store); } catch (error) { kept = false; }
      turnTo(1);
    });
    list.hidden = true;
    list.after(make("ul", { class: "controls days" }, ...days.map((one) => make("li", {}, one))), sheet, note,
      make("div", { class: "controls" }, clear));
    let last = 0;
    for (let n = 1; n <= told.days; n += 1) if (written(n)) last = n;
    turnTo(Math.min(last + (last ? 0 : 1), told.days));
  }
})();

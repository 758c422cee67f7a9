"use strict";
(() => {
  const sheet = JSON.parse(document.getElementById("sheet").textContent);
  const store = "handout review " + sheet.language;
  const fields = ["name", "role"];
  const status = document.getElementById("status");
  let state = { reviewer: {}, lines: {} };
  let kept = true;
  try {
    const saved = JSON.parse(localStorage.getItem(store) || "null");
    if (saved && typeof saved === "object" && saved.lines) state = saved;
  } catch (error) { kept = false; }

  const keep = () => {
    try { localStorage.setItem(store, JSON.stringify(state)); } catch (error) { kept = false; }
  };
  const answer = (hash) => (state.lines[hash] = state.lines[hash] || { tick: false, remark: "", propose: "" });
  const lines = [...document.querySelectorAll(".line")];

  const count = () => {
    const read = lines.filter((line) => line.classList.contains("read")).length;
    const said = lines.filter((line) => { const a = state.lines[line.id]; return a && (a.remark || a.propose); }).length;
    status.textContent = read + " of " + lines.length + " read, " + said + " with a remark or proposal." +
      (kept ? "" : " This browser keeps nothing: save before you close the page.");
  };

  for (const line of lines) {
    const mine = state.lines[line.id];
    const tick = line.querySelector("input[type=checkbox]");
    if (mine) {
      tick.checked = mine.tick;
      for (const key of ["remark", "propose"]) {
        const field = line.querySelector("[data-key=" + key + "]");
        if (field && mine[key]) { field.value = mine[key]; line.querySelector(".more").hidden = false; }
      }
    }
    const show = () => line.classList.toggle("read", tick.checked);
    show();
    tick.addEventListener("change", () => { answer(line.id).tick = tick.checked; show(); keep(); count(); });
    for (const field of line.querySelectorAll("[data-key]")) {
      field.addEventListener("input", () => {
        const raw = field.dataset.raw;
        answer(line.id)[field.dataset.key] = field.value === raw ? "" : field.value;
        keep(); count();
      });
    }
    const open = line.querySelector("button");
    const more = line.querySelector(".more");
    const told = () => open.setAttribute("aria-expanded", String(!more.hidden));
    told();
    open.addEventListener("click", () => {
      more.hidden = !more.hidden; told();
      if (!more.hidden) more.querySelector("textarea").focus();
    });
  }

  for (const key of fields) {
    const field = document.getElementById(key);
    field.value = state.reviewer[key] || "";
    field.addEventListener("input", () => { state.reviewer[key] = field.value; keep(); });
  }

  document.getElementById("next").addEventListener("click", () => {
    const open = lines.find((line) => !line.classList.contains("read"));
    if (open) { open.scrollIntoView({ block: "center" }); open.querySelector("input").focus(); }
  });

  const answers = () => ({
    form: "handout review 1", routine: sheet.routine, language: sheet.language, country: sheet.country,
    reviewer: { name: state.reviewer.name || "", role: state.reviewer.role || "" },
    lines: lines.filter((line) => line.id in state.lines || line.classList.contains("read")).map((line) => {
      const mine = state.lines[line.id] || {};
      return { hash: line.id, slot: line.dataset.slot, words: line.querySelector(".own").textContent,
        tick: line.classList.contains("read"), remark: mine.remark || "", propose: mine.propose || "" };
    }),
  });

  document.getElementById("save").addEventListener("click", () => {
    const text = JSON.stringify(answers(), null, 1);
    document.getElementById("copy").value = text;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "review." + sheet.routine + "." + sheet.language + ".json";
    link.click();
    URL.revokeObjectURL(link.href);
    status.textContent = "Saved as " + link.download + ". Send that file back.";
  });
  count();
})();

/* Finds words in a timeline, keeps what is chosen in the address, and shows what a marked date means as soon as it is
   pointed at. Without it every page is whole: the controls choose by the stylesheet, a button opens a date. */
"use strict";
(() => {
  const main = document.getElementById("content");
  const find = document.querySelector(".find");
  if (find) timeline();
  if ("popover" in HTMLElement.prototype) document.querySelectorAll(".prose a.mark").forEach(opens);

  function timeline() {
    const entries = [...main.querySelectorAll(".entry")];
    const count = main.querySelector(".find__count");
    const search = find.querySelector("[type=search]");
    const radios = [...find.querySelectorAll("[type=radio]")];
    const shown = ".entry:not([hidden])";
    const texts = new Map();
    let newest = false;

    search.closest("[hidden]").hidden = false;
    find.classList.add("find--scripted");
    restore();
    find.addEventListener("input", () => { apply(); keep(); });
    addEventListener("hashchange", reveal);
    addEventListener("popstate", restore);

    function apply() {
      const chosen = radios.filter(radio => radio.checked && radio.id).map(radio => radio.id);
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      const choosy = chosen.length + words.length > 0;
      let number = 0;
      for (const entry of entries) {
        entry.hidden = !(chosen.every(name => entry.classList.contains(name)) && words.every(word => text(entry).includes(word)));
        if (!entry.hidden) number++;
      }
      main.querySelectorAll(".unordered, .month, .year").forEach(part => part.hidden = !part.querySelector(shown));
      order(radios.some(radio => radio.value === "newest" && radio.checked));
      main.querySelectorAll(".gap").forEach(gap => gap.hidden = choosy);
      const said = !choosy ? "" : number ? count.dataset.found : count.dataset.none;
      count.textContent = said.replace("{shown}", number).replace("{all}", entries.length);
    }

    /* Where the stylesheet cannot turn what is read along with what is seen. */
    function order(wanted) {
      if (wanted === newest || CSS.supports("reading-flow", "flex-visual")) return;
      newest = wanted;
      for (const list of main.querySelectorAll(".told, .year__months, .entries, .unordered__entries")) {
        list.append(...[...list.children].reverse());
      }
    }

    function keep() {
      const state = new URLSearchParams();
      for (const control of [search, ...radios.filter(radio => radio.checked)]) {
        if (control.value) state.set(control.name, control.value);
      }
      const address = (state.size ? "?" + state : location.pathname) + location.hash;
      try { history.replaceState(null, "", address); } catch { /* A page opened as a file may have no other address. */ }
    }

    function restore() {
      const state = new URLSearchParams(location.search);
      search.value = state.get("words") ?? "";
      for (const radio of radios) radio.checked = radio.value === "";
      for (const radio of radios) if (radio.value && state.get(radio.name) === radio.value) radio.checked = true;
      if (state.size && (search.value || radios.some(radio => radio.checked && radio.value))) find.open = true;
      apply();
      reveal();
    }

    function reveal() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest("[hidden]") || !main.contains(target)) return;
      search.value = "";
      for (const radio of radios) if (radio.name !== "order") radio.checked = radio.value === "";
      apply();
      keep();
      target.scrollIntoView();
    }

    function text(entry) {
      if (!texts.has(entry)) {
        const parts = entry.querySelectorAll(".entry__date, .entry__body > :not(.workings)");
        texts.set(entry, plain([...parts].map(part => part.textContent).join(" ")));
      }
      return texts.get(entry);
    }
  }

  function plain(words) {
    return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /* What pointing or focus opens stays while the pointer is on it, and Esc closes it (WCAG 2.2, 1.4.13). */
  function opens(link) {
    const button = link.nextElementSibling?.matches(".mark__more") ? link.nextElementSibling : null;
    const note = button && document.getElementById(button.getAttribute("popovertarget"));
    if (!note) return;
    let leaving;
    const show = () => {
      clearTimeout(leaving);
      if (!note.matches(":popover-open")) note.showPopover({ source: button });
    };
    const leave = () => {
      leaving = setTimeout(() => { if (![button, link].includes(document.activeElement) && !note.contains(document.activeElement)) note.hidePopover(); }, 300);
    };
    link.addEventListener("pointerenter", event => { if (event.pointerType === "mouse") leaving = setTimeout(show, 250); });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(); });
    note.addEventListener("pointerenter", () => clearTimeout(leaving));
    for (const part of [link, note]) part.addEventListener("pointerleave", event => {
      clearTimeout(leaving);
      if (event.pointerType === "mouse") leave();
    });
    link.addEventListener("blur", leave);
  }
})();

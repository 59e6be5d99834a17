// Starts Seatwork, and says in the page when that is not possible: it never stays blank and never loads forever.
//
// A plain script at the head of the page and not a module, because it sets the theme before anything is painted.
// Trunk writes its tag and names the program's two files there: data-js (the glue) and data-wasm (the program).
"use strict";

(() => {
  const script = document.currentScript;

  const WORDS = {
    en: {
      banner: "Training simulation – no real accounts",
      loading: "Loading…",
      slow: "This takes longer than usual. Reload the page; if that does not help, the site may not be served completely.",
      title: "Seatwork could not start",
      noWebAssembly:
        "This browser cannot run Seatwork: WebAssembly is missing or switched off. Use a current version of Chrome, Edge, " +
        "Firefox or Safari, or allow WebAssembly in the browser’s security settings.",
      notLoaded:
        "A part of Seatwork could not be loaded, or was changed on the way. Check the connection and reload the page. If " +
        "that does not help, the site is not served completely: tell whoever provides it.",
      fromFile: "Seatwork was opened as a file. It has to be opened through a web server, with an address that begins with http.",
      notStarted:
        "Seatwork was loaded but could not start. Reload the page; if it happens again, use a current version of Chrome, " +
        "Edge, Firefox or Safari.",
      crashTitle: "Seatwork has stopped",
      crash: "An error in the program has stopped Seatwork. Saved changes are safe. Reload the page to go on working.",
      reload: "Reload",
      details: "Details",
    },
    de: {
      banner: "Trainingssimulation – keine echten Konten",
      loading: "Wird geladen …",
      slow:
        "Das dauert länger als sonst. Laden Sie die Seite neu; hilft das nicht, wird die Website vielleicht nicht " +
        "vollständig ausgeliefert.",
      title: "Seatwork konnte nicht starten",
      noWebAssembly:
        "Dieser Browser kann Seatwork nicht ausführen: WebAssembly fehlt oder ist abgeschaltet. Verwenden Sie eine aktuelle " +
        "Version von Chrome, Edge, Firefox oder Safari, oder erlauben Sie WebAssembly in den Sicherheitseinstellungen des Browsers.",
      notLoaded:
        "Ein Teil von Seatwork konnte nicht geladen werden oder wurde unterwegs verändert. Prüfen Sie die Verbindung und laden " +
        "Sie die Seite neu. Hilft das nicht, wird die Website nicht vollständig ausgeliefert: Sagen Sie es dem, der sie bereitstellt.",
      fromFile:
        "Seatwork wurde als Datei geöffnet. Es muss über einen Webserver geöffnet werden, mit einer Adresse, die mit http beginnt.",
      notStarted:
        "Seatwork wurde geladen, konnte aber nicht starten. Laden Sie die Seite neu; geschieht es wieder, verwenden Sie eine " +
        "aktuelle Version von Chrome, Edge, Firefox oder Safari.",
      crashTitle: "Seatwork wurde angehalten",
      crash:
        "Ein Fehler im Programm hat Seatwork angehalten. Gespeicherte Änderungen sind sicher. Laden Sie die Seite neu, um " +
        "weiterzuarbeiten.",
      reload: "Neu laden",
      details: "Einzelheiten",
    },
  };

  // What the person chose before: `1 <checksum> dark de <role>`. The program checks it thoroughly; here
  // only the known words count, and whatever else stands there (or storage that is blocked) means the browser's settings.
  function readPreferences() {
    try {
      const stored = localStorage.getItem("seatwork/preferences") ?? "";
      const [, theme, language] = /^[1-4] [0-9a-f]{8} (\S+) (\S+) /.exec(stored) ?? [];
      return {
        theme: ["light", "dark"].includes(theme) ? theme : undefined,
        language: ["en", "de"].includes(language) ? language : undefined,
      };
    } catch {
      return {};
    }
  }

  const preferences = readPreferences();
  const language = preferences.language ?? (/^de\b/i.test(navigator.language) ? "de" : "en");
  const words = WORDS[language];
  if (preferences.theme) document.documentElement.dataset.theme = preferences.theme;
  if (preferences.language) document.documentElement.lang = preferences.language;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function reloadButton() {
    const button = element("button", { type: "button", class: "boot-reload" }, words.reload);
    button.addEventListener("click", () => location.reload());
    return button;
  }

  // Puts what went wrong in the place of the skeleton.
  function fail(problem, error) {
    console.error(error ?? problem);
    const place = document.querySelector("#boot main");
    // The program has taken over the page already and stopped after that.
    if (!place) return crash();
    const alert = element("div", { role: "alert", class: "boot-failure" });
    place.replaceChildren(alert);
    alert.append(element("h2", {}, words.title), element("p", {}, words[problem]), reloadButton());
    if (error) alert.append(element("details", {}, element("summary", {}, words.details), element("p", {}, String(error))));
  }

  // Shows, above everything, that the program has stopped. A modal dialog, because one may be open already, and what
  // lies under it no longer answers.
  function crash() {
    if (document.getElementById("crash")) return;
    const alert = element("div", { id: "crash", role: "alert", lang: language });
    const dialog = element("dialog", { class: "boot-crash", "aria-label": words.crashTitle }, alert);
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    alert.append(element("h2", {}, words.crashTitle), element("p", {}, words.crash), reloadButton());
    alert.querySelector("button").focus();
  }

  function stopsTheProgram(error) {
    return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  }

  addEventListener("error", (event) => stopsTheProgram(event.error) && crash());
  addEventListener("unhandledrejection", (event) => stopsTheProgram(event.reason) && crash());

  async function load(address) {
    // Trunk wrote the checksum of the file into its preload link: a damaged or changed program is not started.
    const preload = [...document.querySelectorAll('link[rel="preload"]')].find((link) => link.href === address);
    const response = await fetch(address, preload?.integrity ? { integrity: preload.integrity } : {});
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  }

  async function start() {
    if (typeof WebAssembly !== "object" || !WebAssembly.instantiate) return fail("noWebAssembly");
    let glue, program;
    try {
      const [js, wasm] = [script.dataset.js, script.dataset.wasm].map((name) => new URL(name, document.baseURI).href);
      [glue, program] = await Promise.all([import(js), load(wasm)]);
    } catch (error) {
      return fail(location.protocol === "file:" ? "fromFile" : "notLoaded", error);
    }
    try {
      await glue.default({ module_or_path: program });
    } catch (error) {
      fail(stopsTheProgram(error) ? "crash" : "notStarted", error);
    }
  }

  // The skeleton and Trunk's preload links stand after this script.
  document.addEventListener("DOMContentLoaded", () => {
    const boot = document.getElementById("boot");
    boot.lang = language;
    for (const part of boot.querySelectorAll("[data-boot]")) part.textContent = words[part.dataset.boot];
    start();
  });
})();

// Starts Seatwork, and shows a message in the page when it cannot start or has stopped.
//
// A classic script rather than a module, so that it sets the theme before the first paint. Trunk
// writes its tag, with the program's files: data-js (JavaScript glue) and data-wasm (WebAssembly).
"use strict";

(() => {
  const { js: gluePath, wasm: programPath, worker, version, embedded } =
    document.currentScript.dataset;

  // The page itself has the English ones of the skeleton.
  const WORDS = {
    en: {
      title: "Seatwork couldn't start",
      noWebAssembly:
        "This browser can't run Seatwork: WebAssembly is missing or turned off. Use a current " +
        "version of Chrome, Edge, Firefox or Safari, or allow WebAssembly in the browser's " +
        "security settings.",
      notLoaded:
        "Part of Seatwork couldn't be loaded or was changed on the way. Check the connection and " +
        "reload the page. If that doesn't help, files are missing from the site: contact the " +
        "person who provides it.",
      fromFile:
        "This file is only part of Seatwork and must be opened through a web server. To open " +
        "Seatwork with a double-click, use the file seatwork.html beside it.",
      forbidden:
        "The security policy (Content-Security-Policy) of this site doesn't let Seatwork run. " +
        "Contact the person who provides it: docs/hosting.md says what Seatwork needs.",
      notStarted:
        "Seatwork was loaded but couldn't start. Reload the page. If it happens again, use a " +
        "current version of Chrome, Edge, Firefox or Safari.",
      crashTitle: "Seatwork has stopped",
      crash:
        "An error in the program has stopped Seatwork. Saved changes are safe. Reload the page " +
        "to continue.",
      reload: "Reload",
      details: "Details",
    },
    de: {
      banner: "Trainingssimulation – keine echten Konten",
      loading: "Wird geladen …",
      welcome: "Willkommen bei Seatwork",
      introduction:
        "Seatwork simuliert das Partner Center, damit Sie lernen können, Benutzer und Lizenzen " +
        "von Kunden zu verwalten. Alle Firmen und Personen darin sind frei erfunden. Probieren " +
        "Sie aus, was Sie möchten: An echten Konten ändert sich nichts, und nichts verlässt " +
        "diesen Browser.",
      slow:
        "Das dauert länger als sonst. Laden Sie die Seite neu. Wenn das nicht hilft, fehlen auf " +
        "der Website vielleicht Dateien.",
      title: "Seatwork konnte nicht starten",
      noWebAssembly:
        "Dieser Browser kann Seatwork nicht ausführen: WebAssembly fehlt oder ist ausgeschaltet. " +
        "Verwenden Sie eine aktuelle Version von Chrome, Edge, Firefox oder Safari, oder " +
        "erlauben Sie WebAssembly in den Sicherheitseinstellungen des Browsers.",
      notLoaded:
        "Ein Teil von Seatwork konnte nicht geladen werden oder wurde unterwegs verändert. " +
        "Prüfen Sie die Verbindung und laden Sie die Seite neu. Wenn das nicht hilft, fehlen " +
        "auf der Website Dateien: Wenden Sie sich an die Person, die sie bereitstellt.",
      fromFile:
        "Diese Datei ist nur ein Teil von Seatwork und muss über einen Webserver geöffnet " +
        "werden. Für einen Doppelklick gibt es daneben die Datei seatwork.html.",
      forbidden:
        "Die Sicherheitsrichtlinie (Content-Security-Policy) dieser Website lässt Seatwork nicht " +
        "laufen. Wenden Sie sich an die Person, die sie bereitstellt: In docs/hosting.md steht, " +
        "was Seatwork braucht.",
      notStarted:
        "Seatwork wurde geladen, konnte aber nicht starten. Laden Sie die Seite neu. Wenn " +
        "das wieder geschieht, verwenden Sie eine aktuelle Version von Chrome, Edge, Firefox " +
        "oder Safari.",
      crashTitle: "Seatwork wurde angehalten",
      crash:
        "Ein Fehler im Programm hat Seatwork angehalten. Gespeicherte Änderungen sind sicher. " +
        "Laden Sie die Seite neu, um weiterzuarbeiten.",
      reload: "Neu laden",
      details: "Einzelheiten",
    },
  };

  // The key of this copy's preferences: copies in different folders have keys of their own.
  function preferencesKey() {
    const folder = location.pathname.replace(/[^/]*$/, "");
    return folder === "/" ? "seatwork/preferences" : `seatwork:${folder}preferences`;
  }

  // Reads the stored choices. Unknown or damaged ones, and blocked storage, mean the browser's own.
  function readPreferences() {
    try {
      const stored = JSON.parse(localStorage.getItem(preferencesKey()));
      const { theme, language, welcomed } = stored ?? {};
      return {
        theme: ["light", "dark"].includes(theme) ? theme : undefined,
        language: ["en", "de"].includes(language) ? language : undefined,
        welcomed: welcomed === true,
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
  // Before the first paint, so that a first visit begins with its welcome.
  if (!preferences.welcomed && ["", "#", "#/"].includes(location.hash)) {
    document.documentElement.dataset.firstVisit = "";
  }

  function createElement(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const heading = (text) => createElement("h2", {}, text);
  const paragraph = (text) => createElement("p", {}, text);

  function reloadButton() {
    const attributes = { type: "button", class: "boot-reload" };
    const button = createElement("button", attributes, words.reload);
    button.addEventListener("click", () => location.reload());
    return button;
  }

  // A policy of the host's may be stricter than that of the page. The browser may say so only after
  // the program has failed.
  let isForbidden = false;
  let failure;
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    isForbidden ||= /^(connect|script)-src/.test(effectiveDirective);
    if (isForbidden && failure) showFailure(...failure);
  });

  // Replaces the skeleton by a message.
  function showFailure(problem, error) {
    console.error(error ?? problem);
    failure = [problem, error];
    const main = document.querySelector("#boot main");
    // Without a skeleton, the program had already started.
    if (!main) return showCrash();
    const alert = createElement("div", { role: "alert", class: "boot-failure" });
    main.replaceChildren(alert);
    const text = words[isForbidden ? "forbidden" : problem];
    alert.append(heading(words.title), paragraph(text), reloadButton());
    if (error) {
      const summary = createElement("summary", {}, words.details);
      alert.append(createElement("details", {}, summary, paragraph(String(error))));
    }
  }

  // Says that the program has stopped, in a modal dialog: it covers a dialog that may be open.
  function showCrash() {
    if (document.getElementById("crash")) return;
    const alert = createElement("div", { id: "crash", role: "alert", lang: language });
    const attributes = { class: "boot-crash", "aria-label": words.crashTitle };
    const dialog = createElement("dialog", attributes, alert);
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    // Screen readers announce what is added to an alert that is already in the page.
    alert.append(heading(words.crashTitle), paragraph(words.crash), reloadButton());
    alert.querySelector("button").focus();
  }

  function isCrash(error) {
    return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  }

  addEventListener("error", (event) => isCrash(event.error) && showCrash());
  addEventListener("unhandledrejection", (event) => isCrash(event.reason) && showCrash());

  // Fetches the program with the checksum of its preload link, so that a changed one never runs.
  async function fetchProgram(address) {
    const preloads = [...document.querySelectorAll('link[rel="preload"]')];
    const integrity = preloads.find((link) => link.href === address)?.integrity;
    const response = await fetch(address, integrity ? { integrity } : {});
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  }

  // In the one file, the glue is a module beside this script and the program a compressed text.
  async function unpackProgram() {
    const text = document.getElementById("program").textContent;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(unpacked).arrayBuffer();
  }

  async function start() {
    if (typeof WebAssembly !== "object" || !WebAssembly.instantiate) {
      return showFailure("noWebAssembly");
    }
    const absolute = (path) => new URL(path, document.baseURI).href;
    let glue, program;
    try {
      const loading = embedded === undefined
        ? [import(absolute(gluePath)), fetchProgram(absolute(programPath))]
        : [globalThis.seatworkGlue, unpackProgram()];
      [glue, program] = await Promise.all(loading);
    } catch (error) {
      return showFailure(location.protocol === "file:" ? "fromFile" : "notLoaded", error);
    }
    try {
      await glue.default({ module_or_path: program });
    } catch (error) {
      showFailure(isCrash(error) ? "crash" : "notStarted", error);
    }
  }

  // A browser's first use of `Intl` reads its tables of languages. That takes longer than anything
  // that the first screen does, so it happens while the network is waited for, in two turns.
  function warmUpIntl() {
    setTimeout(() => new Intl.Collator(language));
    setTimeout(() => new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }));
  }

  // Keeps the site for later visits without a network. Only the finished site has a worker; without
  // one, as over http, everything works but that.
  function keepForOffline() {
    // Where storage is blocked, even asking for it may fail.
    try {
      if (!worker || !navigator.serviceWorker) return;
    } catch {
      return;
    }
    const activate = (registration) => registration.waiting?.postMessage("activate");
    // A new version says so. The program shows it; this page goes on with its own files.
    navigator.serviceWorker.addEventListener("message", async ({ data }) => {
      if (data === version) return activate(await navigator.serviceWorker.ready);
      document.documentElement.dataset.update = data;
      dispatchEvent(new Event("seatwork-update"));
    });
    navigator.serviceWorker.register(worker).then((registration) => {
      // A tool that blocks workers, as the browser's own automation, may answer with none.
      if (!registration) return;
      // One that was found during the visit before takes over, with the files that this page has.
      // While the worker before it still answers, Chromium may put that off until the page goes.
      setTimeout(() => activate(registration), 2_000);
      setInterval(() => registration.update().catch(() => {}), 3600_000);
    }).catch((error) => console.info(`Seatwork does not work offline: ${error}`));
  }

  // Waits for the skeleton and Trunk's preload links, which follow this script.
  document.addEventListener("DOMContentLoaded", () => {
    const boot = document.getElementById("boot");
    boot.lang = language;
    for (const part of boot.querySelectorAll("[data-boot]")) {
      part.textContent = words[part.dataset.boot] ?? part.textContent;
    }
    start();
    warmUpIntl();
    keepForOffline();
  });
})();

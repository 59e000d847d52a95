"use strict";
(() => {
  const { element, plain, operations, searchable, operationEntry, problemEntry, events, changes, alone } = window.portalPages;
  const page = document.getElementById("page");
  const place = document.getElementById("portal");
  const loaded = new Map();
  let language = (localStorage.getItem("language") || navigator.language).startsWith("en") ? "en" : "vi";
  let signedIn = false;

  const texts = () => window.portalTexts[language];

  // Each thing is fetched once; a failure is tried again at the next visit.
  function load(url) {
    if (!loaded.has(url)) {
      const request = fetch(url, { headers: { Accept: "application/json" } }).then((answer) => {
        if (!answer.ok) {
          throw Object.assign(new Error(url), { status: answer.status });
        }
        return answer.headers.get("Content-Type").includes("json") ? answer.json() : answer.text();
      });
      request.catch(() => loaded.delete(url));
      loaded.set(url, request);
    }
    return loaded.get(url);
  }

  function tryOut(contract, operation) {
    window.portal = SwaggerUIBundle({
      spec: alone(contract, operation),
      dom_id: "#portal",
      docExpansion: "full",
      defaultModelsExpandDepth: -1,
      oauth2RedirectUrl: window.location.origin + "/platform/v1/portal/oauth2-redirect.html",
      requestInterceptor: (request) => {
        if (!request.headers || !request.url.startsWith(window.location.origin + "/")) {
          return request;
        }
        // A new key for each try; without it every POST would be refused.
        if (request.method === "POST" && !request.headers["Idempotency-Key"]) {
          request.headers["Idempotency-Key"] = '"' + crypto.randomUUID() + '"';
        }
        if (request.headers.Authorization) {
          // Whoever is logged in by a session as well sends one credential, not two.
          request.credentials = "omit";
        } else if (signedIn) {
          request.headers["X-Congvu-Csrf"] = "1";
        }
        return request;
      }
    });
    window.portal.initOAuth({ clientId: "congvu-portal", usePkceWithAuthorizationCodeGrant: true, scopes: "openid" });
  }

  async function showOperations(wanted) {
    const contract = await load("/platform/v1/openapi");
    const all = operations(contract);
    const one = all.find((operation) => operation.id === wanted);
    if (one) {
      page.replaceChildren(
        element("p", {}, element("a", { href: "#/operations" }, "← " + texts().back)),
        element("h2", {}, (language === "vi" && one.node["x-summary-vi"]) || one.node.summary),
        element("p", { class: "hint" }, `${texts().permission}: ${one.node["x-permission"]}. ${texts().tryHint}`));
      tryOut(contract, one);
    } else {
      page.replaceChildren(
        searchable(texts().searchOperations, texts().hint, texts().found, all, "", (each) => operationEntry(each, language, texts())),
        element("p", {}, element("a", { href: "/platform/v1/openapi" }, texts().contract)));
    }
  }

  async function showProblems(wanted) {
    const all = (await load("/platform/v1/problems")).items.map((problem) => ({
      ...problem, text: plain(Object.values(problem.titles).concat(Object.values(problem.details), problem.code).join(" "))
    }));
    if (wanted && !all.some((problem) => problem.code === wanted)) {
      page.replaceChildren(element("p", { role: "alert" }, texts().notFound));
      return;
    }
    page.replaceChildren(searchable(
      texts().searchProblems, texts().hint, texts().found, all, wanted || "", (each) => problemEntry(each, language, texts())));
  }

  async function showEvents() {
    try {
      const catalogue = await load("/platform/v1/asyncapi");
      page.replaceChildren(
        typeof catalogue === "string" ? element("pre", { tabindex: "0" }, catalogue) : events(catalogue, language, texts()),
        element("p", {}, element("a", { href: "/platform/v1/asyncapi" }, texts().eventsSource)));
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      page.replaceChildren(element("p", { role: "status" }, texts().noEvents));
    }
  }

  async function showChanges() {
    page.replaceChildren(changes(await load("/platform/v1/portal/changelog.json"), language, texts()));
  }

  const pages = { operations: showOperations, problems: showProblems, events: showEvents, changes: showChanges };

  async function show() {
    const [name, wanted] = window.location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
    const known = Object.hasOwn(pages, name) ? name : "operations";
    document.querySelectorAll("nav a").forEach((link) => {
      if (link.getAttribute("href") === `#/${known}`) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    });
    place.replaceChildren();
    page.replaceChildren(element("p", {}, texts().loading));
    try {
      await pages[known](wanted);
    } catch {
      page.replaceChildren(element("p", { role: "alert" }, texts().failed));
    }
  }

  async function knowCaller() {
    const answer = await fetch("/platform/v1/client");
    signedIn = answer.ok;
    document.getElementById("who").textContent = signedIn ? (await answer.json()).name || "" : texts().nobody;
    document.getElementById("login").hidden = signedIn;
    document.getElementById("logout").hidden = !signedIn;
  }

  function speak() {
    document.documentElement.lang = language;
    document.querySelectorAll("[data-text]").forEach((part) => { part.textContent = texts()[part.dataset.text]; });
    document.querySelectorAll("[data-label]").forEach((part) => part.setAttribute("aria-label", texts()[part.dataset.label]));
    const other = document.getElementById("language");
    other.textContent = texts().other;
    other.lang = language === "vi" ? "en" : "vi";
  }

  document.getElementById("language").addEventListener("click", () => {
    language = language === "vi" ? "en" : "vi";
    localStorage.setItem("language", language);
    speak();
    knowCaller();
    show();
  });
  document.getElementById("logout").addEventListener("click", async () => {
    const answer = await fetch("/platform/v1/session/logout", { method: "POST", headers: { "X-Congvu-Csrf": "1" } });
    const ended = answer.ok ? await answer.json() : {};
    await knowCaller();
    if (!ended.endedAtIssuer) {
      document.getElementById("who").textContent += " · " + texts().remain;
    }
  });
  window.addEventListener("hashchange", show);
  speak();
  knowCaller();
  show();
})();

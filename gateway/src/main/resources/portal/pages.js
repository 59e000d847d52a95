"use strict";
// Builds the parts of the page. Text is always set as text, so nothing of a contract can become markup.
(() => {
  const METHODS = ["get", "post", "put", "patch", "delete"];

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  // Without accents, so that "danh gia" finds "Đánh giá".
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function matches(text, asked) {
    return plain(asked).split(/\s+/).every((word) => text.includes(word));
  }

  function operations(contract) {
    const all = [];
    for (const [path, item] of Object.entries(contract.paths)) {
      for (const method of METHODS.filter((name) => item[name])) {
        const node = item[method];
        all.push({
          path, method, node, id: node.operationId, tag: (node.tags || [""])[0],
          text: plain([node.operationId, path, node.summary, node["x-summary-vi"], node["x-permission"], ...(node.tags || [])].join(" "))
        });
      }
    }
    return all.sort((one, other) => one.tag.localeCompare(other.tag) || one.path.localeCompare(other.path));
  }

  // A box to search in, and a list that shows what fits; as many as can be looked at.
  function searchable(label, hint, found, entries, asked, show) {
    const box = element("input", { type: "search", id: "search", placeholder: hint, autocomplete: "off", value: asked });
    const count = element("p", { role: "status", class: "count" });
    const list = element("ul", { class: "list" });
    const fill = () => {
      const fitting = entries.filter((entry) => matches(entry.text, box.value));
      count.textContent = `${fitting.length} ${found}`;
      list.replaceChildren(...fitting.map(show));
    };
    box.addEventListener("input", fill);
    fill();
    return element("div", {}, element("label", { for: "search" }, label), box, count, list);
  }

  function operationEntry(operation, language, texts) {
    const summary = (language === "vi" && operation.node["x-summary-vi"]) || operation.node.summary || operation.id;
    const open = operation.node["x-permission"] === "public";
    return element("li", {},
      element("a", { href: `#/operations/${operation.id}` },
        element("span", { class: `method ${operation.method}` }, operation.method.toUpperCase()), " ", summary),
      element("code", {}, operation.path),
      element("small", {}, `${operation.tag} · ${texts.permission}: ${open ? texts.everybody : operation.node["x-permission"] || ""}`));
  }

  function problemEntry(problem, language, texts) {
    return element("li", { id: problem.code },
      element("a", { href: `#/problems/${problem.code}` }, problem.titles[language]),
      element("code", {}, problem.code),
      element("p", {}, problem.details[language]),
      element("small", {}, `${texts.status} ${problem.status}${problem.retryable ? ` · ${texts.retryable}` : ""}`));
  }

  function events(catalogue, language, texts) {
    const messages = { ...((catalogue.components || {}).messages || {}) };
    for (const channel of Object.values(catalogue.channels || {})) {
      Object.assign(messages, channel.messages || {});
    }
    const entries = Object.entries(messages).filter(([, message]) => !message.$ref).map(([name, message]) => {
      const summary = (language === "vi" && message["x-summary-vi"]) || message.summary || message.title || "";
      return { name, summary, description: message.description || "", text: plain(`${name} ${summary} ${message.description || ""}`) };
    });
    return searchable(texts.events, texts.hint, texts.found, entries, "", (event) => element("li", {},
      element("strong", {}, event.name), element("p", {}, event.summary), element("p", {}, event.description)));
  }

  function changes(log, language, texts) {
    return element("div", {}, ...log.map((release) => element("section", {},
      element("h2", {}, `${release.version} `, element("time", { datetime: release.date }, release.date)),
      element("ul", { class: "list" }, ...release.changes.map((change) => element("li", {},
        element("strong", {}, `${texts[change.kind]}: `), change[language]))))));
  }

  // The contract with one operation, which is all that has to be drawn to try it.
  function alone(contract, operation) {
    const item = { [operation.method]: operation.node };
    if (contract.paths[operation.path].parameters) {
      item.parameters = contract.paths[operation.path].parameters;
    }
    return { ...contract, servers: [{ url: window.location.origin }], tags: [], paths: { [operation.path]: item } };
  }

  window.portalPages = { element, plain, operations, searchable, operationEntry, problemEntry, events, changes, alone };
})();

// Checks that need to know whether a schema stands in requests, in answers, or in both.
const METHODS = ["get", "put", "post", "patch", "delete"];
const walks = new WeakMap();

function operations(document) {
  const all = [];
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      if (item[method]) {
        all.push({ path: ["paths", path, method], node: item[method] });
      }
    }
  }
  return all;
}

function resolve(document, node) {
  const reference = node?.$ref;
  return reference ? reference.slice(2).split("/").reduce((at, part) => at?.[part], document) : node;
}

// Every schema of a body, once, with the place where it is written.
function collect(document, schema, place, found) {
  if (!schema || typeof schema !== "object" || found.has(schema)) {
    return;
  }
  found.set(schema, place);
  if (schema.$ref?.startsWith("#/components/schemas/")) {
    const name = schema.$ref.split("/")[3];
    collect(document, document.components.schemas[name], ["components", "schemas", name], found);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    collect(document, property, [...place, "properties", name], found);
  }
  for (const part of ["items", "additionalProperties"]) {
    collect(document, schema[part], [...place, part], found);
  }
  for (const part of ["allOf", "anyOf", "oneOf"]) {
    (schema[part] ?? []).forEach((each, index) => collect(document, each, [...place, part, index], found));
  }
}

function walk(document) {
  let known = walks.get(document);
  if (!known) {
    known = { asked: new Map(), answered: new Map() };
    for (const { path, node } of operations(document)) {
      const body = resolve(document, node.requestBody);
      content(body, [...path, "requestBody"], known.asked);
      (node.parameters ?? []).forEach((parameter, index) =>
        collect(document, parameter.schema, [...path, "parameters", index, "schema"], known.asked));
      for (const [status, response] of Object.entries(node.responses ?? {})) {
        content(resolve(document, response), [...path, "responses", status], known.answered);
      }
    }
    walks.set(document, known);
  }
  return known;

  function content(holder, place, found) {
    for (const [type, media] of Object.entries(holder?.content ?? {})) {
      if (type.endsWith("json") || type.startsWith("multipart/")) {
        collect(document, media.schema, [...place, "content", type, "schema"], found);
      }
    }
  }
}

const has = (schema, type) => [schema.type].flat().includes(type);
const isBoundedString = (schema) =>
  !has(schema, "string") || ["maxLength", "enum", "format", "const", "$ref"].some((name) => name in schema);
const isBoundedArray = (schema) => !has(schema, "array") || "maxItems" in schema;
const fault = (message) => (place) => ({ message, path: place });

function failing(schemas, isGood, message) {
  return [...schemas].filter(([schema]) => !isGood(schema)).map(([, place]) => fault(message)(place));
}

function only(schemas, others) {
  return new Map([...schemas].filter(([schema]) => !others.has(schema)));
}

function properties(document) {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
    Object.entries(schema.properties ?? {}).map(([property, node]) => ({
      node,
      path: ["components", "schemas", name, "properties", property],
    })));
}

const checks = {
  uniqueOperationIds(document) {
    const seen = new Set();
    return operations(document)
      .filter(({ node }) => node.operationId && (seen.has(node.operationId) || !seen.add(node.operationId)))
      .map(({ node, path }) => fault(`operationId ${node.operationId} is used twice`)(path));
  },
  securityOrPublic(document) {
    return operations(document)
      .filter(({ node, path }) => {
        const secured = (node.security ?? []).length > 0;
        const open = node["x-permission"] === "public" || path[1].startsWith("/platform/v1/session/");
        return secured === open;
      })
      .map(({ path }) => fault("needs security, or x-permission public")(path));
  },
  problemsByReference(document) {
    return operations(document).flatMap(({ node, path }) =>
      Object.entries(node.responses ?? {})
        .filter(([status, response]) => Number(status) >= 400 && !response.$ref)
        .map(([status]) => fault(`answer ${status} is not a shared one`)([...path, "responses", status])));
  },
  refusalExample(document) {
    return operations(document)
      .filter(({ node }) => !Object.entries(node.responses ?? {}).some(([status, response]) =>
        Number(status) >= 400 && resolve(document, response)?.content?.["application/problem+json"]?.example))
      .map(({ path }) => fault("no refusal has an example")(path));
  },
  successExample(document) {
    return operations(document)
      .filter(({ node }) => {
        const media = Object.entries(node.responses ?? {})
          .filter(([status]) => Number(status) < 300)
          .map(([, response]) => resolve(document, response)?.content?.["application/json"])
          .filter(Boolean);
        return media.length > 0 && !media.some((each) => each.example || each.examples
          || resolve(document, each.schema)?.example || resolve(document, each.schema)?.examples);
      })
      .map(({ path }) => fault("no answer has an example")(path));
  },
  closedRequests(document) {
    const { asked, answered } = walk(document);
    return failing(only(asked, answered), (schema) => !schema.properties || "additionalProperties" in schema,
      "an object of a request lets unknown properties pass");
  },
  boundedRequestStrings: (document) => failing(walk(document).asked, isBoundedString, "a string of a request has no bound"),
  boundedRequestArrays: (document) => failing(walk(document).asked, isBoundedArray, "an array of a request has no bound"),
  boundedAnswerStrings: (document) =>
    failing(only(walk(document).answered, walk(document).asked), isBoundedString, "a string of an answer has no bound"),
  boundedAnswerArrays: (document) =>
    failing(only(walk(document).answered, walk(document).asked), isBoundedArray, "an array of an answer has no bound"),
  extensibleAnswers: (document) =>
    failing(only(walk(document).answered, walk(document).asked), (schema) => !schema.enum || schema.enum.length === 1 || schema["x-extensible-enum"],
      "an enumeration of an answer does not say that more values may come"),
  describedProperties: (document) => properties(document)
    .filter(({ node }) => !node.description && !resolve(document, node)?.description)
    .map(({ path }) => fault("no description")(path)),
  exampleProperties: (document) => properties(document)
    .filter(({ node }) => {
      const meant = { ...resolve(document, node), ...node };
      return ["string", "integer", "number", "boolean"].some((type) => has(meant, type))
        && !["example", "examples", "enum", "const"].some((name) => name in meant)
        && !["uuid", "date", "date-time"].includes(meant.format);
    })
    .map(({ path }) => fault("no example")(path)),
};

export default function promises(document, options) {
  return checks[options.check](document);
}

/**
 * What a client does: ask in public, list, act on a version of a record, and understand a refusal.
 *
 *   node example.js https://congvu.example ACCESS_TOKEN
 */
import { congvu, done, newKey, Refused } from "./congvu.js";

const [baseUrl, token] = process.argv.slice(2);
if (!baseUrl || !token) {
  throw new Error("usage: node example.js BASE_URL ACCESS_TOKEN");
}

// Public operations need no login.
const anybody = congvu({ baseUrl, language: "en" });
const vacancies = done(await anybody.GET("/selection/v1/public/vacancies", { params: { query: { limit: 5 } } }));
console.log("vacancies:", vacancies.items?.length ?? 0);

// A list, page by page; the cursor goes back as it came.
const officer = congvu({ baseUrl, token: async () => token, language: "en" });
let cursor: string | undefined;
const codes: string[] = [];
do {
  const page = done(await officer.GET("/evaluation/v1/units", { params: { query: { limit: 200, cursor } } }));
  for (const unit of page.items ?? []) {
    if ("code" in unit && unit.code) {
      codes.push(unit.code);
    }
  }
  cursor = page.page?.next ?? undefined;
} while (cursor !== undefined);
console.log("units:", codes.length);

// An act on a record: the version that was read, and a key that makes a repetition harmless.
const first = done(await officer.GET("/evaluation/v1/units", { params: { query: { limit: 1 } } })).items?.[0];
const unit = done(await officer.GET("/evaluation/v1/units/{id}", { params: { path: { id: first?.id ?? "" } } }));
const correct = (version: string) =>
  officer.POST("/evaluation/v1/units/{id}/actions/correct", {
    params: {
      path: { id: unit.id ?? "" },
      header: { "If-Match": version, "Idempotency-Key": newKey() },
      query: { validateOnly: true },
    },
    body: {
      reason: { code: "RECORDED_WRONGLY", text: "Ví dụ về thư viện gọi API" },
      data: { from: unit.validFrom ?? "", inForce: true, name: `${unit.name} (ví dụ)` },
    },
  });
const checked = await correct(unit.etag ?? "");
console.log("act:", checked.response.status, checked.error?.code ?? "accepted");

// Somebody else was faster: the problem says so, by a code that never changes its meaning.
try {
  done(await correct('"0"'));
} catch (refused) {
  if (!(refused instanceof Refused)) {
    throw refused;
  }
  console.log("refused:", refused.problem.status, refused.problem.code);
}

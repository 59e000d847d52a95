import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./contract.js";

/** A refusal or failure; decide on code, show title and detail. */
export type Problem = components["schemas"]["Problem"] | components["schemas"]["GatewayProblem"];

export interface Options {
  /** Address of the gateway, for example https://congvu.example */
  baseUrl: string;
  /** Gives the access token for each request; nothing for public operations. */
  token?: () => Promise<string>;
  language?: "vi" | "en";
}

/** A client of all services: each path, parameter, body and answer has its type. */
export function congvu(options: Options) {
  const client = createClient<paths>({ baseUrl: options.baseUrl });
  const headers: Middleware = {
    async onRequest({ request }) {
      request.headers.set("Accept-Language", options.language ?? "vi");
      if (options.token) {
        request.headers.set("Authorization", `Bearer ${await options.token()}`);
      }
      return request;
    },
  };
  client.use(headers);
  return client;
}

/** A new key for a new intent. Keep it and send it again when an answer was lost: the act then happens once. */
export function newKey(): string {
  return `"${crypto.randomUUID()}"`;
}

/** Thrown for every answer that is no success. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
  }
}

/** The data of an answer, or a Refused. */
export function done<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.error !== undefined || answer.data === undefined) {
    throw new Refused(answer.error ?? { type: "about:blank", title: "no answer", status: 0, code: "client.no-answer", traceId: "" });
  }
  return answer.data;
}

window.portal = SwaggerUIBundle({
  url: "/platform/v1/openapi",
  dom_id: "#portal",
  deepLinking: true,
  filter: true,
  docExpansion: "none",
  oauth2RedirectUrl: window.location.origin + "/platform/v1/portal/oauth2-redirect.html",
  // A new key for each try; without it every POST would be refused.
  requestInterceptor: (request) => {
    if (request.method === "POST" && request.headers && !request.headers["Idempotency-Key"] && request.url.startsWith(window.location.origin)) {
      request.headers["Idempotency-Key"] = '"' + crypto.randomUUID() + '"';
    }
    // Whoever is logged in by a session as well sends one credential, not two.
    if (request.headers && request.headers.Authorization) {
      request.credentials = "omit";
    }
    return request;
  }
});
window.portal.initOAuth({ clientId: "congvu-portal", usePkceWithAuthorizationCodeGrant: true, scopes: "openid" });

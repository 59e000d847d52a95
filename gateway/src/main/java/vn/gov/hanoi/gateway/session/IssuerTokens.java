package vn.gov.hanoi.gateway.session;

import java.time.Instant;

/**
 * What the issuer gave for a code or a refresh token.
 *
 * @param access sent to the services
 * @param refresh good once; empty if the issuer gave none
 * @param accessUntil end of the access token
 * @param id tells who logged in; empty if none was given, or once it was read
 */
record IssuerTokens(String access, String refresh, Instant accessUntil, String id) {}

/**
 * People who come with a browser: they log in at the issuer, the gateway keeps their tokens in a cookie that only the
 * gateway can read, and turns the cookie into a bearer token towards the services. No token is in the browser in clear,
 * and no unsafe request is done with a session unless it comes from a page of our own origin.
 */
@NullMarked
package vn.gov.hanoi.gateway.session;

import org.jspecify.annotations.NullMarked;

/**
 * Remembers for a short time who a token is of, so that its signature is not computed again for each request.
 * Only verified tokens are kept, found by the digest of the whole token, bounded in number and time, and forgotten when the issuer's keys change;
 * nothing of a request is kept. All other requests are verified as if there were no memory.
 */
@NullMarked
package vn.gov.hanoi.kernel.token;

import org.jspecify.annotations.NullMarked;

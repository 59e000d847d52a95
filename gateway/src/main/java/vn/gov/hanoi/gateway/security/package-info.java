/**
 * Who calls: bearer tokens verified against the identity provider's keys, and the answer to who-am-I.
 */
@NullMarked
package vn.gov.hanoi.gateway.security;

import org.jspecify.annotations.NullMarked;

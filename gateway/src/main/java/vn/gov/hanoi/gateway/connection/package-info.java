/** When a connection of a client is closed by us. */
@NullMarked
package vn.gov.hanoi.gateway.connection;

import org.jspecify.annotations.NullMarked;

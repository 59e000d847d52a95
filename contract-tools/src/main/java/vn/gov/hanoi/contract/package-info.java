/**
 * The contract of the suite as a file. What is committed equals what the built services say; what was released stays true for
 * its clients; our rules of style hold by count.
 */
@NullMarked
package vn.gov.hanoi.contract;

import org.jspecify.annotations.NullMarked;

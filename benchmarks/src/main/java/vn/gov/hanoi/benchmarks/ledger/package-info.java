/**
 * B7: postings to the ledger over HTTP beside the same statement driven straight at the database. Both write the same rows
 * in the same database and run, one after the other. The books must add up afterwards.
 */
@NullMarked
package vn.gov.hanoi.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;

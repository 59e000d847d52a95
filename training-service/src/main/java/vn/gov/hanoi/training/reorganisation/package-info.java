/**
 * What a reorganisation of units means here. While it is planned, this service answers with what stands under its units; the answer is an
 * event in the transaction that takes the draft (ADR 008). Once it is applied, what its units hold in open plans is drafted as a decision
 * (ADR 035): free money and quota by shares, commitments and classes as a whole, to nobody but successors, in the same block and funding
 * source; the sums of a source and of a line are the same before and after, nothing moves before somebody approved it, and what is free of a
 * unit that ended waits. Law: State Budget Law 83/2015/QH13; Decree 101/2017/NĐ-CP, by which service commitments go with the officer.
 */
@NullMarked
package vn.gov.hanoi.training.reorganisation;

import org.jspecify.annotations.NullMarked;

/**
 * Proposals (đề xuất nhu cầu): units say what the plan of a year should hold; the unit above takes up their lines, the City costs them.
 * Each line goes on once and can be traced both ways; a submitted proposal never changes unless it is returned with a reason; nobody
 * returns what is their own, and nobody decides a plan from lines that they proposed. Law: Circular 36/2018/TT-BTC (estimates of a year).
 */
@NullMarked
package vn.gov.hanoi.training.proposal;

import org.jspecify.annotations.NullMarked;

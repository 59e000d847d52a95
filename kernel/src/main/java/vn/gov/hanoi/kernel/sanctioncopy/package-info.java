/**
 * What evaluation-service tells of discipline, kept for the services that must refuse what a sanction, or a case that is considered, forbids.
 * Invariants: the newest revision of a sanction counts, the end of a case is told once, nothing here is counted from the law of today: the
 * teller stored each last day. Law: Decree 112/2020/NĐ-CP, Decree 172/2025/NĐ-CP.
 */
@NullMarked
package vn.gov.hanoi.kernel.sanctioncopy;

import org.jspecify.annotations.NullMarked;

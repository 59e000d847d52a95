/**
 * Discipline (kỷ luật): the case from the detection to its end, and the sanction with what it forbids until when. Forms, months of effect and
 * deadlines are data by period of law ({@code discipline/VN-DISCIPLINE.yaml}).
 *
 * <p>Invariants: nobody decides the own case or what he or she has proposed; a decision is never overwritten, a later revision stands in its
 * place; last days are computed when it is decided and stored, so a change of law moves none; a sanction is in force on its first and its
 * last day and ends by itself; an acquittal ends it from its day on, and what was before stays. Cases and sanctions are nobody else's to
 * know. Law: Decree 112/2020, Decree 172/2025 from 01/07/2025 (legal_check).
 */
@NullMarked
package vn.gov.hanoi.evaluation.discipline;

import org.jspecify.annotations.NullMarked;

/**
 * Caps on the top grade: how many of whom may be "hoàn thành xuất sắc nhiệm vụ". The room lists candidates and judges what the decider
 * picked; it never picks itself, since the choice belongs to the authority. All numbers are whole or exact decimals. Law: 3814-QĐ/TU of
 * 16/05/2018 (30 % and 40 % of the rated, monthly); Decree 335/2025 of 21/12/2025, art. 20 cl. 5 (20 %, annual).
 */
@NullMarked
package vn.gov.hanoi.evaluation.quota;

import org.jspecify.annotations.NullMarked;

/**
 * Training that leads to a degree (đào tạo trình độ): a unit proposes an officer, somebody else decides, the officer is sent and comes back.
 * Who is sent meets every condition of the decree of the day of sending, or it was waived by a decision; nobody decides on the own proposal.
 * Law: Decree 101/2017/NĐ-CP, from 01/07/2025 Decree 171/2025/NĐ-CP; no training while a sanction has effect or a case is considered.
 */
@NullMarked
package vn.gov.hanoi.training.degree;

import org.jspecify.annotations.NullMarked;

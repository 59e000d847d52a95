/**
 * Training needs (nhu cầu bồi dưỡng): from annual classifications whose level or consequence calls for training, from people and
 * managers, and from main posts that require it. One need at most is open for an officer, criterion and year; who asked and whose
 * need it is never confirm it; nothing is deleted. Law: Decree 335/2025 art. 23 cl. 3, Decree 171/2025; what calls for training is data.
 */
@NullMarked
package vn.gov.hanoi.training.need;

import org.jspecify.annotations.NullMarked;

/**
 * Sanctions of officers as evaluation-service told them, and what they forbid on a day. The newest revision of a case counts, whatever order
 * the events come in; days were computed by the owner and are never computed again. Law: Decree 112/2020, Decree 172/2025.
 */
@NullMarked
package vn.gov.hanoi.selection.sanction;

import org.jspecify.annotations.NullMarked;

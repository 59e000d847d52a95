/**
 * Appointments of leaders that selection-service has decided, carried out in the directory on their first day. Whatever order they are told
 * in and however often, the newest told state of an appointment counts; one that the directory refuses is kept, shown to operators and
 * told back with the rule. A decision takes effect on its day; a new head ends the post of the one before: Decree 138/2020, 116/2024, 170/2025.
 */
@NullMarked
package vn.gov.hanoi.evaluation.appointment;

import org.jspecify.annotations.NullMarked;

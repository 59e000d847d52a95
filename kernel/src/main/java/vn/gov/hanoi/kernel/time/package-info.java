/**
 * The one clock of the suite and the zone of the City. Nothing else asks the system for the time; a legal date is a
 * date in Asia/Ho_Chi_Minh. Tests and drills replace the clock here.
 */
@NullMarked
package vn.gov.hanoi.kernel.time;

import org.jspecify.annotations.NullMarked;

/**
 * Service that is promised for a degree (cam kết phục vụ), and the cases of costs that may have to be paid back (đền bù chi phí đào tạo).
 * A commitment follows the officer to whatever unit keeps the person today, and ends by itself; nothing becomes a debt but by the decision of
 * a council, and a debt is paid by parts that are the whole. Law: Decree 101/2017/NĐ-CP, Decree 171/2025/NĐ-CP, by the day of sending.
 */
@NullMarked
package vn.gov.hanoi.training.commitment;

import org.jspecify.annotations.NullMarked;

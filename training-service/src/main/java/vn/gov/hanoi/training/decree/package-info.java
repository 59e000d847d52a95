/**
 * What the decrees say of training that leads to a degree: who may be sent, how long one serves afterwards, what is paid back. Dated data
 * and pure functions over it; the rule is that of the day of sending, and every answer names its evidence, its rounding and its legal basis.
 * Law: Decree 101/2017/NĐ-CP, from 01/07/2025 Decree 171/2025/NĐ-CP; entries that are our reading carry confidence ASSUMED.
 */
@NullMarked
package vn.gov.hanoi.training.decree;

import org.jspecify.annotations.NullMarked;

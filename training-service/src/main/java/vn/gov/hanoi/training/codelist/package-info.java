/**
 * Code lists of training by period of law: types (đào tạo, bồi dưỡng), forms and contents, each with the days it is valid.
 * A code is good on a day or it is not; a list never forgets what it said before, and the service cannot change it.
 * Law: Decrees 101/2017/NĐ-CP, 89/2021/NĐ-CP (from 10/12/2021) and 171/2025/NĐ-CP (civil servants, from 01/07/2025).
 */
@NullMarked
package vn.gov.hanoi.training.codelist;

import org.jspecify.annotations.NullMarked;

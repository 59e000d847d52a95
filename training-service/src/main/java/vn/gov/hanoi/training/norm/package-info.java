/**
 * Cost norms (định mức chi): what a class may cost by item, as dated data, and the pure function that makes a cost sheet of it.
 * Each day is judged by the norm of that day; above a ceiling is a warning, or a refusal where the norm says so; đồng are whole, and
 * each rounding is named. Law: Circulars 36/2018/TT-BTC, 06/2023/TT-BTC (from 20/03/2023), 100/2025/TT-BTC (from 28/10/2025).
 */
@NullMarked
package vn.gov.hanoi.training.norm;

import org.jspecify.annotations.NullMarked;

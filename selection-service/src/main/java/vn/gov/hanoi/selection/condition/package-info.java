/**
 * Conditions of candidates as data, and the plain functions that compare them with what is known about a person. A condition is met, not
 * met or unknown: what no source tells is unknown and never met; every finding names the records it rests on. Nothing here knows a
 * framework, the clock or the database. Law: 2424/BNV-CCVC of 09/05/2017 and the rules of appointment (138/2020, 116/2024, 170/2025).
 */
@NullMarked
package vn.gov.hanoi.selection.condition;

import org.jspecify.annotations.NullMarked;

/**
 * Units of the City, officers and their posts in time. A unit has one parent, fixed at creation, and one head on a day; an officer
 * has one main post at a time. Codes are those of Decision 20/2020/QĐ-TTg; every change is told on directory.unit or directory.officer.
 */
@NullMarked
package vn.gov.hanoi.evaluation.unit;

import org.jspecify.annotations.NullMarked;

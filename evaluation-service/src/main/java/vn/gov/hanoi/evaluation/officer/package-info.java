/**
 * Officers of the City (cán bộ, công chức, viên chức, người lao động) and their posts in time. An officer has one main post at a time, a
 * unit one head on a day, and a post lies within the days of its unit. The 12-digit personal number is kept sealed and shown masked (Law
 * 91/2025/QH15); every change but an absence is told on directory.officer.
 */
@NullMarked
package vn.gov.hanoi.evaluation.officer;

import org.jspecify.annotations.NullMarked;

/**
 * Objections of candidates to their written marks (phúc khảo): in writing, within the time that begins with the publication, one for each paper. Two of
 * another board mark again; all outcomes are told together, and a new mark supersedes the first. Who objected is for the person, for who handles the
 * applications and for who inspects to know. Law: recruitment rules by analogy, 15 and 15 days; Civil Code 2015 art. 148 on days off.
 */
@NullMarked
package vn.gov.hanoi.selection.objection;

import org.jspecify.annotations.NullMarked;

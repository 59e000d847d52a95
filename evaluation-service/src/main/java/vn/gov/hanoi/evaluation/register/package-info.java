/**
 * The register of rule sets: every version of every document of rules, periodic or annual, from its first draft on. A draft is published on
 * trial by somebody who did not write it, and made official by the legal check of the City; what is published never changes again. Rule sets
 * belong to the whole City: everybody with a role reads them, and only from the City itself are they written. Law: the documents themselves say.
 */
@NullMarked
package vn.gov.hanoi.evaluation.register;

import org.jspecify.annotations.NullMarked;

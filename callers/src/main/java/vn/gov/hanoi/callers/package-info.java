/**
 * What a call says of itself: for which organisation, to what purpose, in which case and for whom; and the rules that the credential
 * sets to it. The gateway and each service ask the same code with the same data, so that neither trusts the other.
 * Law: 91/2025/QH15 and Decree 356/2025/NĐ-CP on personal data; the law behind each purpose stands with it in the list.
 */
@NullMarked
package vn.gov.hanoi.callers;

import org.jspecify.annotations.NullMarked;

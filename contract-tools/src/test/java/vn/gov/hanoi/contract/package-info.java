@NullMarked
package vn.gov.hanoi.contract;

import org.jspecify.annotations.NullMarked;

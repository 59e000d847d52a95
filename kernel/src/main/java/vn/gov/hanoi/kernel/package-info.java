/**
 * Small library of the three services. It knows no rule of the domain and depends on no service.
 * What only one service needs does not belong here.
 */
@NullMarked
package vn.gov.hanoi.kernel;

import org.jspecify.annotations.NullMarked;

/**
 * Load at a constant rate through several gateways, as a load balancer would send it: it looks at their readiness, and tries another
 * one only if no connection could be made. What fails otherwise has failed for the caller, and is counted.
 */
@NullMarked
package vn.gov.hanoi.localstack.load;

import org.jspecify.annotations.NullMarked;

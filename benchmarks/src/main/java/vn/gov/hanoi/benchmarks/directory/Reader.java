package vn.gov.hanoi.benchmarks.directory;

import java.util.UUID;

/**
 * Somebody who reads lists.
 *
 * @param level root, mid or leaf
 * @param user name of the demo user
 * @param unitCode own unit, which bounds what is seen
 */
record Reader(String level, String user, String unitCode, UUID unitId) {}

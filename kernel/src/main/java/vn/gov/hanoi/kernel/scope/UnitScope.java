package vn.gov.hanoi.kernel.scope;

import java.util.UUID;

/**
 * The part of the organisation a call may touch: a unit and everything below it. In SQL:
 * {@code unit_id in (select id from units_within(:scope))}.
 */
public record UnitScope(UUID rootUnitId) {}

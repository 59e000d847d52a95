package vn.gov.hanoi.training.commitment;

import java.util.UUID;

/** An officer who studies or studied, with code, name and unit as they were when the record was made. */
public record Learner(UUID officerId, String code, String name, UUID unitId, String unitCode, String unitName) {}

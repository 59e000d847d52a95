package vn.gov.hanoi.localstack.city;

/** A place in a unit that an officer fills; title is final. */
record Post(UnitRow unit, OfficerRow.Position position, OfficerRow.Category category, String title) {}

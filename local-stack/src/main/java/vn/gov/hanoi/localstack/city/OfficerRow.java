package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;

/**
 * One synthetic officer of the import file with the main assignment.
 *
 * @param personalNumber 12 digits made up here, never those of a person
 */
public record OfficerRow(
        String officerCode,
        String fullName,
        Category category,
        Sex sex,
        LocalDate birthDate,
        String personalNumber,
        String unitCode,
        Position position,
        String title,
        LocalDate validFrom,
        String decisionNumber) {

    /** Heads and deputies hold a leading post (chức vụ lãnh đạo). */
    public boolean leader() {
        return position != Position.STAFF;
    }

    /** Legal category of a person in the City's service. */
    public enum Category {
        CADRE,
        CIVIL_SERVANT,
        PUBLIC_EMPLOYEE,
        CONTRACT_WORKER,
        COMMUNE_PART_TIME
    }

    public enum Sex {
        MALE,
        FEMALE
    }

    /** Place in the unit; a unit has one head. */
    public enum Position {
        HEAD,
        DEPUTY_HEAD,
        STAFF
    }
}

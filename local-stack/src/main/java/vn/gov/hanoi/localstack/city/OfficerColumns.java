package vn.gov.hanoi.localstack.city;

import java.util.ArrayList;
import java.util.List;

/** Which columns the file of officers has. */
public enum OfficerColumns {
    /** What every file must have. */
    REQUIRED,
    /** Also sex and personal number. */
    ALL;

    List<String> names() {
        var names = new ArrayList<>(List.of(
                "officerCode",
                "fullName",
                "category",
                "birthDate",
                "unitCode",
                "position",
                "title",
                "leader",
                "validFrom",
                "decisionNumber"));
        if (this == ALL) {
            names.addAll(List.of("sex", "personalNumber"));
        }
        return List.copyOf(names);
    }

    /** Cells in the order of the names. */
    Object[] cells(OfficerRow row) {
        var cells = new ArrayList<Object>(List.of(
                row.officerCode(),
                row.fullName(),
                row.category(),
                row.birthDate(),
                row.unitCode(),
                row.position(),
                row.title(),
                row.leader(),
                row.validFrom(),
                row.decisionNumber()));
        if (this == ALL) {
            cells.addAll(List.of(row.sex(), row.personalNumber()));
        }
        return cells.toArray();
    }
}

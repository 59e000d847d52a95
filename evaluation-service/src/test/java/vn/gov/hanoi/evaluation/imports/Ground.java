package vn.gov.hanoi.evaluation.imports;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;

/** A department of its own for each test, so that no test sees the rows of another. */
record Ground(String code, String editor) {
    static final String UNITS = "code,name,type,parentCode,validFrom,validTo\n";
    static final String OFFICERS =
            "officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\n";

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger NEXT_OFFICER = new AtomicInteger();

    /** A new department under the City, with an editor who sees nothing else. */
    static Ground department() {
        var city = city();
        var code = "H26.I%3s"
                .formatted(Integer.toString(NEXT.incrementAndGet(), 36))
                .replace(' ', '0')
                .toUpperCase(Locale.ROOT);
        unit(Map.of(
                "code", code, "name", "Sở " + code, "type", "DEPARTMENT", "parentId", city, "validFrom", "2018-01-01"));
        return new Ground(code, editorOf(code, "editor-" + code));
    }

    static String editorOf(String unit, String name) {
        return Tokens.user(name)
                .unit(unit)
                .roles("directory-reader", "directory-editor")
                .token();
    }

    private static UUID city() {
        if (Database.count("select count(*) from units") == 0) {
            unit(Map.of("code", "H26", "name", "Thành phố Hà Nội", "type", "CITY", "validFrom", "2018-01-01"));
        }
        return (UUID)
                Database.query("select unit_of_code('H26') as id").getFirst().get("id");
    }

    private static void unit(Map<String, Object> body) {
        Api.as(editorOf("H26", "city-editor"))
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post("/evaluation/v1/units")
                .then()
                .statusCode(201);
    }

    String unit(String group) {
        return code + "." + group;
    }

    /** A row about a division of the department. */
    String unitRow(String group) {
        return "%s,Phòng %s,DIVISION,%s,2019-01-01,\n".formatted(unit(group), group, code);
    }

    static String officerCode() {
        return "NK%07d".formatted(NEXT_OFFICER.incrementAndGet());
    }

    /** A row about somebody in the department. */
    String officerRow(String officerCode) {
        return "%s,Nguyễn Văn An,CIVIL_SERVANT,1980-02-29,%s,STAFF,Chuyên viên,false,2019-06-01,12/QĐ-SNV\n"
                .formatted(officerCode, code);
    }

    /** Rows about that many people, whose codes begin with the prefix. */
    String officerRows(String prefix, int number) {
        var rows = new StringBuilder(OFFICERS);
        for (int i = 1; i <= number; i++) {
            rows.append(officerRow("%s%05d".formatted(prefix, i)));
        }
        return rows.toString();
    }
}

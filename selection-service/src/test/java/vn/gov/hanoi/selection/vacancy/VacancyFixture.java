package vn.gov.hanoi.selection.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ruleset.Medium;
import vn.gov.hanoi.selection.ruleset.SelectionDefaults;

/** Vacancies, units and rules of the year 2020. */
final class VacancyFixture {
    static final LocalDate TODAY = LocalDate.of(2020, 3, 16);
    static final Stamp STAMP = new Stamp(Instant.parse("2020-03-16T02:00:00Z"), "person-1");
    static final Stamp LATER = new Stamp(Instant.parse("2020-03-17T02:00:00Z"), "person-2");
    static final SelectionDefaults RULES =
            new SelectionDefaults(2, 20, Set.of(Medium.values()), Set.of("DIVISION", "PUBLIC_UNIT"));
    private static final UUID UNIT = UUID.fromString("0197c363-ff40-7a11-8c02-5b1d0e77a9c4");

    private VacancyFixture() {}

    static DirectoryUnit division() {
        return unit("DIVISION", LocalDate.of(2018, 1, 1), null);
    }

    static DirectoryUnit unit(String type, LocalDate from, @Nullable LocalDate to) {
        return new DirectoryUnit(UNIT, "H26.1.3", "Phòng Cải cách hành chính", type, from, to);
    }

    static NewVacancy wanted(int minimumCandidates) {
        return new NewVacancy(
                UNIT,
                " Trưởng phòng Cải cách hành chính ",
                1,
                minimumCandidates,
                "2424/BNV-CCVC",
                new Decision("112/QĐ-SNV", LocalDate.of(2020, 3, 2), "Sở Nội vụ"));
    }

    static Vacancy draft() {
        return Vacancy.open(wanted(2), division(), TODAY, RULES, STAMP);
    }

    static Announcement announcement(LocalDate day) {
        return new Announcement(day, day, day.plusDays(30), List.of(Medium.values()));
    }
}

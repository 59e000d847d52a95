package vn.gov.hanoi.evaluation.monthly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.advisory.AdviserQueries;
import vn.gov.hanoi.evaluation.advisory.AdviserQueries.Surroundings;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Person;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Evaluator;
import vn.gov.hanoi.evaluation.ruleset.Evaluator.Role;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * Who has which part in rating somebody, by the evaluator matrix of the rule set on the last day of the period. Whether the caller is one
 * of them is for the authority of the day to say; here stands what the rules want: a person or a collective, and which channels there are.
 *
 * @param decider null if the matrix does not name the person
 * @param channels supporting ones, in the order of the matrix
 */
record Evaluators(@Nullable Evaluator decider, List<Channel> channels) {
    static final Evaluators NONE = new Evaluators(null, List.of());

    Evaluators {
        channels = List.copyOf(channels);
    }

    /**
     * A supporting channel.
     *
     * @param adviserUnitId whose head holds it; null if nobody has recorded that
     */
    record Channel(Evaluator row, @Nullable UUID adviserUnitId) {
        String code() {
            return row.holder();
        }
    }

    /** Whether it matters what stands around the unit of the post: only heads are named in the matrix one by one. */
    static boolean lookAround(Person person) {
        return person.position() == Position.HEAD;
    }

    /** @param around the unit of the post, on the last day of the period */
    static Evaluators of(PeriodicRules rules, Period period, Person person, Surroundings around) {
        var inForce = rules.evaluators().stream()
                .filter(row -> row.isInForce(period.last()))
                .toList();
        return subjects(person, around)
                .map(subject -> inForce.stream()
                        .filter(row -> row.subject().equals(subject.code()))
                        .toList())
                .filter(rows -> !rows.isEmpty())
                .map(rows -> new Evaluators(decider(rows).orElse(null), channels(rows, around)))
                .findFirst()
                .orElse(NONE);
    }

    /** The codes of the matrix that fit the person, the closest first. */
    private static Stream<Subject> subjects(Person person, Surroundings around) {
        if (person.position() != Position.HEAD) {
            return Stream.of(Subject.DEPUTY_OR_STAFF);
        }
        if (!person.unitId().equals(person.ratingUnitId())) {
            // "Specialised" is a division to which a line of advice leads: no directory says it otherwise.
            boolean specialised = around.advisers().keySet().stream().anyMatch(Evaluators::isLine);
            return specialised
                    ? Stream.of(Subject.SPECIALISED_DIVISION_HEAD, Subject.DEPUTY_OR_STAFF)
                    : Stream.of(Subject.DEPUTY_OR_STAFF);
        }
        return switch (person.unitType()) {
            case WARD, COMMUNE, TOWNSHIP -> Stream.of(Subject.COMMUNE_CHAIRMAN);
            case PUBLIC_UNIT -> Stream.concat(Stream.of(Subject.PUBLIC_UNIT_HEAD), ofTheCity(around));
            case CITY, DEPARTMENT, EQUIVALENT, DISTRICT, DIVISION -> ofTheCity(around);
        };
    }

    /** Heads of departments and agencies, and of units under the City People's Committee. */
    private static Stream<Subject> ofTheCity(Surroundings around) {
        return around.above() == UnitType.CITY ? Stream.of(Subject.AGENCY_HEAD) : Stream.empty();
    }

    private static boolean isLine(String channel) {
        return !channel.equals(AdviserQueries.DISTRICT_CHAIRMAN);
    }

    private static Optional<Evaluator> decider(List<Evaluator> rows) {
        return rows.stream().filter(row -> row.role() == Role.DECIDER).findFirst();
    }

    private static List<Channel> channels(List<Evaluator> rows, Surroundings around) {
        var found = new ArrayList<Channel>();
        for (var row : rows) {
            if (row.role() == Role.ADVISORY_CHANNEL) {
                found.add(new Channel(row, around.advisers().get(row.holder())));
            }
        }
        return found;
    }

    Optional<Channel> channel(String code) {
        return channels.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Codes of the persons rated in the matrices that rule sets have; others are for people whom the directory does not tell apart. */
    private enum Subject {
        DEPUTY_OR_STAFF,
        SPECIALISED_DIVISION_HEAD,
        COMMUNE_CHAIRMAN,
        PUBLIC_UNIT_HEAD,
        AGENCY_HEAD;

        String code() {
            return name();
        }
    }
}

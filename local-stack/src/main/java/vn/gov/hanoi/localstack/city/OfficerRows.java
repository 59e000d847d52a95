package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Synthetic officers of the City, the same ones for the same seed: first one head for every unit, then deputies and staff in the proportions of
 * the City's headcount. The first n officers do not change when more are asked for. No row describes a real person.
 */
public final class OfficerRows {
    /** The whole City by the quota of 2025, part-time commune workers aside. */
    public static final int WHOLE_CITY = 161_000;

    private final City2020 city;
    private final long seed;
    private final Staffing staffing = Staffing.read();
    private final NamePool names = NamePool.read();

    public OfficerRows(City2020 city, long seed) {
        this.city = city;
        this.seed = seed;
    }

    /**
     * Officers in import order, made one by one.
     *
     * @param count number of officers, 0 to {@link #WHOLE_CITY}
     */
    public Stream<OfficerRow> stream(int count) {
        if (count < 0 || count > WHOLE_CITY) {
            throw new IllegalArgumentException("officers must be 0 to " + WHOLE_CITY + ", not " + count);
        }
        // Random, not SplittableRandom: its sequence is part of the Java specification, so a seed means the same
        // everywhere.
        var random = new Random(seed);
        var posts = new PostSequence(staffing, new UnitRows(city).all(), random);
        return Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> officer(number, posts.next(), random));
    }

    /** Import files of kind OFFICERS of at most that many rows each, in order. */
    public Stream<String> csvFiles(int count, int rowsPerFile) {
        var rows = stream(count).iterator();
        return Stream.generate(() -> {
                    var chunk = new ArrayList<OfficerRow>();
                    while (rows.hasNext() && chunk.size() < rowsPerFile) {
                        chunk.add(rows.next());
                    }
                    return chunk;
                })
                .takeWhile(chunk -> !chunk.isEmpty())
                .map(OfficerRows::csv);
    }

    private static String csv(List<OfficerRow> rows) {
        var csv = new CsvText(
                "officerCode",
                "fullName",
                "category",
                "birthDate",
                "unitCode",
                "position",
                "title",
                "leader",
                "validFrom",
                "decisionNumber");
        rows.forEach(row -> csv.row(
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
        return csv.toString();
    }

    private OfficerRow officer(int number, Post post, RandomGenerator random) {
        var sex = random.nextInt(100) < staffing.femalePercent() ? Staffing.Sex.FEMALE : Staffing.Sex.MALE;
        return new OfficerRow(
                String.format(Locale.ROOT, "CB%07d", number),
                names.name(sex, random),
                post.category(),
                day(staffing.birth().from(sex), staffing.birth().to(post.position()), random),
                post.unit().code(),
                post.position(),
                post.title(),
                day(post.unit().validFrom(), LocalDate.parse(staffing.assignedTo()), random),
                1 + random.nextInt(6_999) + "/QĐ-MẪU");
    }

    private static LocalDate day(LocalDate from, LocalDate toInclusive, RandomGenerator random) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, toInclusive) + 1));
    }
}

package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        var numbers = new PersonalNumbers();
        return Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> officer(number, posts.next(), numbers, random));
    }

    /** Import files of kind OFFICERS of at most that many rows each, in order. */
    public Stream<String> csvFiles(int count, int rowsPerFile, OfficerColumns columns) {
        var rows = stream(count).iterator();
        return Stream.generate(() -> {
                    var csv = new CsvText(new StringBuilder(), columns.names());
                    var written = 0;
                    for (; rows.hasNext() && written < rowsPerFile; written++) {
                        csv.row(columns.cells(rows.next()));
                    }
                    return written == 0 ? "" : csv.toString();
                })
                .takeWhile(csv -> !csv.isEmpty());
    }

    /** Writes one import file of kind OFFICERS; no more than a row is in memory at a time. */
    public void write(int count, OfficerColumns columns, Appendable out) {
        var csv = new CsvText(out, columns.names());
        stream(count).forEachOrdered(row -> csv.row(columns.cells(row)));
    }

    private OfficerRow officer(int number, Post post, PersonalNumbers numbers, RandomGenerator random) {
        var sex = random.nextInt(100) < staffing.femalePercent() ? OfficerRow.Sex.FEMALE : OfficerRow.Sex.MALE;
        var name = names.name(sex, random);
        var birthDate = day(staffing.birth().from(sex), staffing.birth().to(post.position()), random);
        return new OfficerRow(
                String.format(Locale.ROOT, "CB%07d", number),
                name,
                post.category(),
                sex,
                birthDate,
                numbers.next(sex, birthDate.getYear()),
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

package vn.gov.hanoi.benchmarks.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Latencies;

/**
 * Lists of 50 officers over HTTP, directly at the service, one connection, one call after the other. Half of the calls start at a random cursor
 * of a walk over all that the reader sees, the others at the beginning with a random category. Every page is compared with the oracle.
 */
final class Lists {
    private static final String OFFICERS = "/evaluation/v1/officers?limit=";
    private static final int PAGE = 50;
    private static final int STEP = 500;
    private static final int WARM_UP = 400;
    private static final int LEAST = 20;
    /** A slow list shall not hold the whole run; how many calls there were is in the report. */
    private static final long MOST_NANOS = 30_000_000_000L;

    private static final List<String> CATEGORIES =
            List.of("CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE", "CONTRACT_WORKER", "COMMUNE_PART_TIME");
    private static final long SEED = 11;

    private final Api api;
    private final Reader reader;
    private final People people;
    private final List<String> cursors = new ArrayList<>();
    private final List<UUID> all;

    Lists(Api api, Reader reader, People people) {
        this.api = api;
        this.reader = reader;
        this.people = people;
        this.all = people.within(reader.unitId(), null);
    }

    /** A question with the ids that must come back. */
    private record Question(String path, List<UUID> expected) {}

    /** Times of pages from a cursor and of filtered first pages. */
    record Times(Latencies pages, Latencies filtered) {
        String row(Reader reader, int visible) {
            return String.format(
                    Locale.ROOT,
                    "%s (%s) | %,d | %d | %s | %d | %s",
                    reader.level(),
                    reader.unitCode(),
                    visible,
                    pages.count(),
                    pages.cells(),
                    filtered.count(),
                    filtered.cells());
        }
    }

    int visible() {
        return all.size();
    }

    Times measure(int requests) {
        collectCursors();
        var pages = pageQuestions();
        var filtered = filterQuestions();
        var random = new Random(SEED);
        var end = System.nanoTime() + MOST_NANOS / 2;
        for (var i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
            ask(i % 2 == 0 ? pick(pages, random) : pick(filtered, random));
        }
        return new Times(times(pages, requests / 2, random), times(filtered, requests / 2, random));
    }

    private Latencies times(List<Question> questions, int calls, Random random) {
        var times = LongStream.builder();
        var end = System.nanoTime() + MOST_NANOS;
        for (var i = 0; i < calls && (i < LEAST || System.nanoTime() < end); i++) {
            times.add(ask(pick(questions, random)));
        }
        return new Latencies(times.build().toArray());
    }

    private static Question pick(List<Question> questions, Random random) {
        return questions.get(random.nextInt(questions.size()));
    }

    /** Walks over what the reader sees, to the end if the time allows, which is the first thing that must be right. */
    private void collectCursors() {
        var walked = new ArrayList<UUID>();
        var path = OFFICERS + STEP;
        var end = System.nanoTime() + MOST_NANOS;
        var more = true;
        while (more && (cursors.size() < LEAST || System.nanoTime() < end)) {
            var page = api.get(path);
            walked.addAll(ids(page));
            var cursor = page.at("/page/next");
            more = cursor.isTextual();
            if (more) {
                cursors.add(URLEncoder.encode(cursor.asText(), StandardCharsets.UTF_8));
                path = OFFICERS + STEP + "&cursor=" + cursors.getLast();
            }
        }
        compare("walk of " + reader.user(), walked, more ? all.subList(0, walked.size()) : all);
    }

    private List<Question> pageQuestions() {
        var questions = new ArrayList<Question>();
        questions.add(new Question(OFFICERS + PAGE, first(all)));
        for (var i = 0; i < cursors.size(); i++) {
            questions.add(new Question(
                    OFFICERS + PAGE + "&cursor=" + cursors.get(i), first(all.subList((i + 1) * STEP, all.size()))));
        }
        return questions;
    }

    private List<Question> filterQuestions() {
        return CATEGORIES.stream()
                .map(category -> new Question(
                        OFFICERS + PAGE + "&category=" + category, first(people.within(reader.unitId(), category))))
                .toList();
    }

    private static List<UUID> first(List<UUID> ids) {
        return ids.subList(0, Math.min(PAGE, ids.size()));
    }

    /** @return nanoseconds until the whole body was there */
    private long ask(Question question) {
        var start = System.nanoTime();
        var body = api.getText(question.path());
        var nanos = System.nanoTime() - start;
        compare(question.path(), ids(Api.json(body)), question.expected());
        return nanos;
    }

    private static void compare(String what, List<UUID> found, List<UUID> expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    what + ": " + found.size() + " officers that are not the expected " + expected.size());
        }
    }

    private static List<UUID> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(officer -> UUID.fromString(officer.path("id").asText()))
                .toList();
    }
}

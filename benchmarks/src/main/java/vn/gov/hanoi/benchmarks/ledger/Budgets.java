package vn.gov.hanoi.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.localstack.city.City2020;
import vn.gov.hanoi.localstack.city.UnitRows;

/** Opens accounts as the City does: one decision with a block for each. */
final class Budgets {
    private static final long ROOMY = 100_000_000_000_000L;
    private static final int LIMIT = 500;
    private static final int ATTEMPTS = 120;

    private final Api keeper;
    private final Api planner;
    private final Path file;

    /** @param file to be written and imported */
    Budgets(Api keeper, Api planner, Path file) {
        this.file = file;
        this.keeper = keeper;
        this.planner = planner;
    }

    /** @return accounts with room for everything, and a last one that holds only so much */
    List<UUID> open(int year, int roomy, long lastVnd) {
        importUnits();
        var blocks = IntStream.rangeClosed(0, roomy)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"code\":\"B%03d\",\"name\":\"Khối %d\",\"fundingSource\":\"CITY_BUDGET\",\"budgetVnd\":%d,\"status\":\"ASSIGNED\",\"lines\":[{\"code\":\"L%03d\",\"name\":\"Chỉ tiêu\",\"classes\":1,\"places\":1}]}",
                        i,
                        i,
                        i < roomy ? ROOMY : lastVnd,
                        i))
                .collect(Collectors.joining(",", "[", "]"));
        decide("{\"year\":" + year + ",\"kind\":\"ASSIGN\",\"decision\":{\"number\":\"1/QĐ-ĐO\",\"signedOn\":\"" + year
                + "-01-15\",\"issuer\":\"H26\"},\"legalBasis\":\"Đo hiệu năng\",\"blocks\":" + blocks + "}");
        return accounts();
    }

    /** The accounts that are there, in the order in which they were opened. */
    List<UUID> accounts() {
        return StreamSupport.stream(
                        planner.get("/training/v1/accounts?limit=" + LIMIT)
                                .path("items")
                                .spliterator(),
                        false)
                .map(account -> UUID.fromString(account.path("id").asText()))
                .toList();
    }

    private void importUnits() {
        try {
            Files.writeString(file, new UnitRows(City2020.read()).csv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var accepted = Api.json(keeper.upload("UNITS", "PARTIAL", file).body());
        keeper.follow(accepted.path("id").asText(), _ -> {});
    }

    /** The service learns of the units a moment later. */
    private void decide(String decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                planner.postJson("/training/v1/plan-decisions", decision);
                return;
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("unit-unknown")) {
                    throw e;
                }
                LockSupport.parkNanos(500_000_000L);
            }
        }
    }
}

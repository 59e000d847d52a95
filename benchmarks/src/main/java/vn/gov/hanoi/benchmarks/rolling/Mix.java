package vn.gov.hanoi.benchmarks.rolling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.localstack.load.Request;

/** What is asked: of ten requests seven read, two record a unit of the directory, one posts to the ledger; each change with a key of its own. */
final class Mix {
    private static final String READER = "giang.do";
    private static final List<String> READS = List.of(
            "/evaluation/v1/units?limit=20",
            "/evaluation/v1/officers?limit=20",
            "/training/v1/accounts?limit=20",
            "/selection/v1/vacancies?limit=20");
    private static final int OF = 10;
    private static final int POSTING = 9;
    private static final int UNIT = 7;
    /** The cheapest posting, so that no account runs out. */
    private static final long AMOUNT_VND = 1;

    private final String parent;
    private final String account;
    private final String run =
            Long.toString(System.currentTimeMillis() % 2_000_000_000L, 36).toUpperCase(Locale.ROOT);

    Mix(Api editor, Api planner) {
        this.parent =
                editor.get("/evaluation/v1/units?code=H26.1").at("/items/0/id").asText();
        this.account = roomy(planner.get("/training/v1/accounts?limit=100").path("items"));
    }

    private static String roomy(JsonNode accounts) {
        return accounts.get(0).path("id").asText();
    }

    Request request(long number) {
        int place = (int) (number % OF);
        if (place == POSTING) {
            return Request.post(
                    "posting",
                    "binh.tran",
                    "/training/v1/ledger-entries",
                    "{\"accountId\":\"" + account + "\",\"kind\":\"COMMITMENT\",\"amountVnd\":" + AMOUNT_VND
                            + ",\"description\":\"" + mark() + "\"}");
        }
        if (place >= UNIT) {
            var code = "H26.1.RR." + Long.toString(number, 36).toUpperCase(Locale.ROOT);
            return Request.post(
                    "unit",
                    "an.nguyen",
                    "/evaluation/v1/units",
                    "{\"code\":\"" + code + "\",\"name\":\"" + mark() + "\",\"type\":\"DIVISION\",\"parentId\":\""
                            + parent + "\",\"validFrom\":\"2020-01-01\"}");
        }
        return Request.get("read", READER, READS.get((int) (number / OF + place) % READS.size()));
    }

    /** Stands in everything that this run writes. */
    String mark() {
        return "Thay từng phiên bản " + run;
    }
}

package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** The failed rows of an import, as a person reads them. */
final class RowErrors {
    private RowErrors() {}

    /** Each as cell, code and suggestion; checks on the way that both languages say all of it. */
    static List<String> of(Files.Imported imported) {
        var vietnamese = read(imported, "vi");
        var english = read(imported, "en");
        for (int i = 0; i < vietnamese.size(); i++) {
            requireTexts(vietnamese.get(i), english.get(i));
        }
        return vietnamese.stream()
                .map(row -> row.get("cell") + " " + row.get("code") + " "
                        + suggestion(row).get("code"))
                .toList();
    }

    private static List<Map<String, Object>> read(Files.Imported imported, String language) {
        return Api.as(imported.token())
                .header("Accept-Language", language)
                .get(imported.href() + "/rows?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items");
    }

    private static void requireTexts(Map<String, Object> vietnamese, Map<String, Object> english) {
        assertThat(List.of(
                        vietnamese.get("detail"),
                        english.get("detail"),
                        suggestion(vietnamese).get("detail"),
                        suggestion(english).get("detail")))
                .as(vietnamese.toString())
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text.toString()).contains(" ").doesNotContain("{", ".detail"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> suggestion(Map<String, Object> row) {
        return (Map<String, Object>) row.get("suggestion");
    }
}

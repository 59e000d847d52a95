package vn.gov.hanoi.localstack.city;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the suite shows it on a day.
 *
 * @param parentId null for the City alone
 */
public record DirectoryUnit(
        UUID id,
        String code,
        String name,
        String type,
        @Nullable UUID parentId) {
    private static final Set<String> COMMUNES = Set.of("WARD", "COMMUNE", "TOWNSHIP");

    /** Ward, commune or township. */
    public boolean isCommune() {
        return COMMUNES.contains(type);
    }

    /** The name without the word for its kind: "Phúc Xá" for "Phường Phúc Xá". */
    public String shortName() {
        return name.replaceFirst("^(Phường|Thị trấn|Xã) ", "");
    }
}

package vn.gov.hanoi.training.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.codelist.CodeListApi.CodeView;
import vn.gov.hanoi.training.codelist.CodeListApi.Names;

/** Door to the code lists. */
@ApplicationScoped
public class CodeListQueries {
    private static final String ENTRIES = """
            select code, name_vi, name_en, valid_from, valid_to, legal_basis, mark, legal_check from code_list_entries
            where list = :list and daterange(valid_from, valid_to) @> cast(:day as date) order by position, code""";

    private static final String VALID = """
            select count(*) from code_list_entries
            where list = :list and code = :code and daterange(valid_from, valid_to) && daterange(:first, :last, '[]')""";

    private final EntityManager entities;

    CodeListQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Why the code cannot be used between the two days; empty if it is valid on one of them at least, or null. Refusal:
     * training.code-not-in-force.
     */
    @Transactional
    public Optional<Refusal> refusal(
            CodeListName list, @Nullable String code, LocalDate first, LocalDate last, String pointer) {
        if (code == null) {
            return Optional.empty();
        }
        var found = (Number) entities.createNativeQuery(VALID)
                .setParameter("list", list.path())
                .setParameter("code", code)
                .setParameter("first", first)
                .setParameter("last", last)
                .getSingleResult();
        return found.longValue() > 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                TrainingProblem.CODE_NOT_IN_FORCE,
                                "list",
                                list.path(),
                                "value",
                                code,
                                "from",
                                first.toString(),
                                "to",
                                last.toString())
                        .at(pointer));
    }

    /** Codes that are valid on the day, in the order of the law. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<CodeView> on(CodeListName list, LocalDate day) {
        var rows = (List<Tuple>) entities.createNativeQuery(ENTRIES, Tuple.class)
                .setParameter("list", list.path())
                .setParameter("day", day)
                .getResultList();
        return rows.stream().map(CodeListQueries::view).toList();
    }

    private static CodeView view(Tuple row) {
        return new CodeView(
                row.get("code", String.class),
                new Names(row.get("name_vi", String.class), row.get("name_en", String.class)),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("legal_basis", String.class),
                row.get("mark", String.class),
                row.get("legal_check", Boolean.class));
    }
}

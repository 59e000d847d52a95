package vn.gov.hanoi.training.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;

/**
 * The only writer of entries, set-based on purpose: any number of postings is one call of {@code ledger_post}, which locks
 * the accounts, judges each posting, and adds entry, sums, key and audit entry of those that are allowed.
 */
@ApplicationScoped
class LedgerRepository {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final String POST = "select * from ledger_post(?::json, ?::uuid[], ?)";

    /** Shorter than a transaction may last; what is not done by then is rolled back as a whole. */
    private static final int LONGEST_SECONDS = 10;

    private final EntityManager entities;
    private final DataSource database;
    private final Clock clock;

    LedgerRepository(EntityManager entities, DataSource database, Clock clock) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
    }

    /** A posting as {@code ledger_post} reads it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            int n,
            UUID id,
            UUID account,
            EntryKind kind,
            @Nullable AccountSide debit,
            @Nullable AccountSide credit,
            @Nullable Long amount,
            String description,
            @Nullable UUID commitment,
            @Nullable UUID reverses,
            @Nullable UUID transfer,
            @Nullable UUID decision,
            @Nullable String expires,
            @Nullable String document,
            @JsonProperty("document_on") @Nullable String documentOn,
            @JsonProperty("for_class") boolean forClass,
            @JsonProperty("asked_at") String askedAt,
            String actor,
            boolean direct,
            @Nullable String scope,
            @Nullable String key,
            @Nullable String request,
            @Nullable String action,
            @Nullable UUID audit,
            String client,
            String trace,
            @Nullable String organisation,
            @Nullable String purpose,
            @JsonProperty("case_number") @Nullable String caseNumber,
            @JsonProperty("caller_user") @Nullable String callerUser) {
        static Row of(int n, Order order, String at) {
            var posting = order.posting();
            var uses = posting.uses();
            var caller = order.caller();
            var direct = order.direct();
            var key = direct == null ? null : direct.key();
            return new Row(
                    n,
                    posting.id(),
                    posting.accountId(),
                    posting.kind(),
                    posting.kind().debit(),
                    posting.kind().credit(),
                    posting.amount() == null ? null : posting.amount().dong(),
                    posting.description(),
                    uses.commitmentId(),
                    uses.reversesId(),
                    uses.transferId(),
                    uses.decisionId(),
                    text(uses.expiresOn()),
                    uses.document() == null ? null : uses.document().number(),
                    uses.document() == null ? null : text(uses.document().signedOn()),
                    direct == null,
                    at,
                    caller.subject(),
                    direct != null,
                    direct == null ? null : caller.unitCode(),
                    key == null ? null : HexFormat.of().formatHex(key.scope()),
                    key == null ? null : HexFormat.of().formatHex(key.request()),
                    order.audited(),
                    order.audited() == null ? null : Ids.next(),
                    caller.client(),
                    direct == null ? Trace.id() : direct.traceId(),
                    caller.declared().organisation(),
                    caller.declared().purpose(),
                    caller.declared().caseNumber(),
                    caller.declared().user());
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /** Posts all in the caller's transaction or throws the first refusal; waits for accounts that others hold. */
    List<PostedEntry> postAll(List<Order> orders) {
        return post(orders).stream()
                .map(verdict -> {
                    if (!verdict.isPosted()) {
                        throw verdict.refused();
                    }
                    return verdict.entry();
                })
                .toList();
    }

    /** Posts what is allowed in the caller's transaction; waits for accounts that others hold. */
    List<Verdict> post(List<Order> orders) {
        entities.flush();
        return post(orders, true);
    }

    /**
     * One round trip; outside a transaction it is one of its own.
     *
     * @param waiting false if accounts that others hold are to be left out as {@link Verdict.Outcome#ACCOUNT_BUSY}
     * @return a verdict for each, in the same order
     */
    List<Verdict> post(List<Order> orders, boolean waiting) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POST)) {
            statement.setString(1, rows(orders));
            statement.setString(2, accounts(orders));
            statement.setBoolean(3, waiting);
            statement.setQueryTimeout(LONGEST_SECONDS);
            var verdicts = new Verdict[orders.size()];
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    verdicts[rows.getInt("n") - 1] = verdict(rows);
                }
            }
            return Arrays.asList(verdicts);
        } catch (SQLException e) {
            throw new IllegalStateException("postings cannot be written", e);
        }
    }

    private String rows(List<Order> orders) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        var rows = new ArrayList<Row>(orders.size());
        for (var order : orders) {
            rows.add(Row.of(rows.size() + 1, order, at));
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("postings cannot be told", e);
        }
    }

    private static String accounts(List<Order> orders) {
        return orders.stream()
                .map(order -> order.posting().accountId().toString())
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable AccountSide side(@Nullable String name) {
        return name == null ? null : AccountSide.valueOf(name);
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        var moment = row.getObject("at_moment", OffsetDateTime.class);
        return new Verdict(
                Verdict.Outcome.valueOf(row.getString("verdict")),
                row.getObject("entry", UUID.class),
                row.getObject("at_seq", Long.class),
                moment == null ? null : moment.toInstant(),
                row.getObject("amount", Long.class),
                side(row.getString("debit")),
                side(row.getString("credit")),
                row.getObject("commitment", UUID.class),
                row.getObject("plan", UUID.class),
                row.getObject("figure", Long.class));
    }
}

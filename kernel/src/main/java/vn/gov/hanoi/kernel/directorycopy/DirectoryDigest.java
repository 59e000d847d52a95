package vn.gov.hanoi.kernel.directorycopy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a copy of the directory equals its source: SHA-256 over one line of text for each unit and each officer, by id. The
 * text of a line is defined here alone; source and copies only say where their columns are. Rows are streamed, so memory
 * stays flat.
 */
@ApplicationScoped
public class DirectoryDigest {
    /** Limit for the transaction of a caller who asks for a digest; the usual one is for requests of milliseconds. */
    public static final int TRANSACTION_SECONDS = 60;

    private static final int FETCH = 1_000;

    /** For the sorting before the first row; the caller's transaction bounds the whole. The whole City takes about three seconds. */
    private static final int LIMIT_SECONDS = 30;

    /** Text of a row in PostgreSQL's own form: quoted where needed, so that no two rows share a text. */
    private static final String UNITS = """
            select row(u.id, u.sequence,
                (select array_agg(row(s.valid_from, s.valid_to, s.name, s.type, s.parent_id)::text order by s.valid_from)
                    from (%2$s) s where s.unit_id = u.id),
                (select array_agg(row(c.scheme, c.valid_from, c.valid_to, c.code)::text order by c.scheme collate "C", c.valid_from)
                    from (%3$s) c where c.unit_id = u.id),
                (select array_agg(row(l.to_unit_id, l.share, l.effective_on, l.decision_number)::text
                        order by l.effective_on, l.to_unit_id, l.decision_number collate "C")
                    from (%4$s) l where l.from_unit_id = u.id))::text
            from (%1$s) u order by u.id""";

    private static final String OFFICERS = """
            select row(o.id, o.sequence, o.officer_code, o.full_name, p.posts)::text
            from (%1$s) o left join (
                select a.officer_id, array_agg(row(a.id, a.unit_id, a.position, a.title, a.leader, a.main, a.kind, a.category,
                    a.valid_from, a.valid_to)::text order by a.id) as posts
                from (%2$s) a group by a.officer_id) p on p.officer_id = o.id
            order by o.id""";

    private final DataSource database;

    DirectoryDigest(DataSource database) {
        this.database = database;
    }

    /**
     * Where the columns are: queries with the names of the read copy.
     *
     * @param units id, sequence of the last event
     * @param states unit_id, name, type, parent_id, valid_from, valid_to
     * @param codes unit_id, scheme, code, valid_from, valid_to
     * @param successions from_unit_id, to_unit_id, share, effective_on, decision_number
     * @param officers id, sequence, officer_code, full_name
     * @param posts officer_id, id, unit_id, position, title, leader, main, kind, category, valid_from, valid_to
     */
    public record Columns(
            String units, String states, String codes, String successions, String officers, String posts) {}

    @Schema(name = "DirectoryDigest", description = "Equal digests mean equal directories, event by event")
    public record View(
            @Schema(description = "Units with their dated states, codes and successors")
            Part units,

            @Schema(description = "Officers with their posts")
            Part officers) {}

    @Schema(name = "DigestPart", description = "Number and digest of records")
    public record Part(
            @Schema(description = "Number of records") long count,

            @Schema(description = "SHA-256 over the records by id, hexadecimal", maxLength = 64)
            String sha256) {}

    /** Reads everything; inside the caller's transaction, because only there rows are streamed. */
    public View of(Columns columns) {
        return new View(
                part(UNITS.formatted(columns.units(), columns.states(), columns.codes(), columns.successions())),
                part(OFFICERS.formatted(columns.officers(), columns.posts())));
    }

    private Part part(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            statement.setQueryTimeout(LIMIT_SECONDS);
            var digest = MessageDigest.getInstance("SHA-256");
            long count = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    digest.update(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                    count++;
                }
            }
            return new Part(count, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("directory digest cannot be computed", e);
        }
    }
}

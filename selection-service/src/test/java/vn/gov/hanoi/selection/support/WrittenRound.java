package vn.gov.hanoi.selection.support;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** A written round as it ends, put into the tables: the way there has tests of its own, and takes long. */
final class WrittenRound {
    private static final byte[] NOTHING = {0};

    private WrittenRound() {}

    /** Published so long ago that nobody can object. */
    static void published(UUID round) {
        Database.execute("""
                insert into written_exams (id, stage, starts_on, starts_at, minutes, rules_on, scheme, scheme_digest,
                    first_key_officer, first_key_subject, first_key_at, second_key_officer, second_key_subject, second_key_at,
                    decision_number, decision_signed_on, decision_issuer, published_on, objections_until, remark_until,
                    remark_stage, version, created_at, created_by, changed_at, changed_by)
                values (?, 'PUBLISHED', current_date - 60, '08:00', 180, current_date, ?, repeat('0', 64),
                    uuidv7(), 'one', now(), uuidv7(), 'two', now(), '1/QĐ', current_date - 40, 'Sở Nội vụ', current_date - 40,
                    current_date - 25, current_date - 10, 'NONE', 0, now(), 'x', now(), 'x')""", round, NOTHING);
    }

    /** @param points null for somebody who was absent */
    static void marked(UUID round, UUID application, @Nullable String points, int number) {
        var paper = UUID.randomUUID();
        Database.execute(
                "insert into papers (id, exam_id, application_id, number, room, attendance, handed_in, incidents, version) "
                        + "values (?, ?, ?, ?, 'A1', ?, ?, 0, 0)",
                paper,
                round,
                application,
                number,
                points == null ? "ABSENT" : "PRESENT",
                points != null);
        if (points != null) {
            var script = UUID.randomUUID();
            var owner = ByteBuffer.allocate(16)
                    .putLong(paper.getMostSignificantBits())
                    .putLong(paper.getLeastSignificantBits());
            Database.execute(
                    "insert into scripts (id, exam_id, code, owner, content) values (?, ?, ?, ?, ?)",
                    script,
                    round,
                    "P" + number,
                    sealed(owner.array(), "script-owner:" + script),
                    NOTHING);
            mark(round, paper, script, "MARKING", points);
        }
    }

    /** Another mark by the second marking. */
    static void superseded(UUID round, UUID application, String points) {
        var row = Database.query(
                        "select p.id, s.id as script from papers p join scripts s on s.exam_id = p.exam_id and s.code = 'P' || p.number "
                                + "where p.application_id = ?",
                        application)
                .getFirst();
        mark(round, (UUID) row.get("id"), (UUID) row.get("script"), "REMARKING", points);
    }

    private static void mark(UUID round, @Nullable Object paper, @Nullable Object script, String phase, String points) {
        var receipt = new LinkedHashMap<String, @Nullable Object>();
        receipt.put("paperId", paper);
        receipt.put("code", "P");
        receipt.put("mean", points);
        receipt.put("deductionPercent", 0);
        receipt.put("exact", points);
        receipt.put("points", points);
        receipt.put("passed", new BigDecimal(points).compareTo(BigDecimal.valueOf(50)) >= 0);
        receipt.put("sheets", List.of());
        var id = UUID.randomUUID();
        Database.execute(
                "insert into written_marks (id, exam_id, script_id, phase, content) values (?, ?, ?, ?, ?)",
                id,
                round,
                script,
                phase,
                sealed(CanonicalJson.write(receipt).getBytes(StandardCharsets.UTF_8), "written-mark:" + id));
    }

    private static byte[] sealed(byte[] plain, String context) {
        var key = ConfigProvider.getConfig().getValue("congvu.sealing.key", String.class);
        return new Sealer(key).seal(plain, context);
    }
}

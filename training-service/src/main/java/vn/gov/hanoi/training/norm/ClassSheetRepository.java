package vn.gov.hanoi.training.norm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores cost sheets of classes byte for byte, whatever norms come later. */
@ApplicationScoped
class ClassSheetRepository {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String ADD = """
            insert into class_cost_sheets
                (class_id, number, sheet, places, hours, total_vnd, within_norms_vnd, findings, recorded_at, recorded_by)
            select :class, coalesce(max(number), 0) + 1, :sheet, :places, :hours, :total, :within, :findings, :at, :by
            from class_cost_sheets where class_id = :class""";

    private final EntityManager entities;

    ClassSheetRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID classId, CostSheet sheet, Instant at, String by) {
        entities.createNativeQuery(ADD)
                .setParameter("class", classId)
                .setParameter("sheet", write(sheet))
                .setParameter("places", sheet.places())
                .setParameter("hours", sheet.hours())
                .setParameter("total", sheet.totalVnd())
                .setParameter("within", sheet.withinNorms())
                .setParameter("findings", sheet.findings().size())
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<ClassSheet> of(UUID classId) {
        var sql = """
                select number, sheet, within_norms_vnd, recorded_at, recorded_by from class_cost_sheets
                where class_id = :class order by number desc""";
        var rows = (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("class", classId)
                .getResultList();
        return rows.stream()
                .map(row -> new ClassSheet(
                        row.get("number", Integer.class),
                        read(row.get("sheet", String.class)),
                        row.get("within_norms_vnd", Long.class),
                        row.get("recorded_at", Instant.class),
                        row.get("recorded_by", String.class)))
                .toList();
    }

    private static CostSheet read(String json) {
        try {
            return JSON.readValue(json, CostSheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cost sheet cannot be read", e);
        }
    }

    private static String write(CostSheet sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cost sheet cannot be written", e);
        }
    }
}

package vn.gov.hanoi.training.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.norm.ClassCosts;
import vn.gov.hanoi.training.norm.CostSheet;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalLineRequest;

/** Computes the cost sheets of lines and keeps them as they were computed, whatever norms come later. */
@ApplicationScoped
class CostSheets {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final ClassCosts costs;

    CostSheets(ClassCosts costs) {
        this.costs = costs;
    }

    /** The sheets by index of the line. Refusals: those of the costing, at the line. */
    Map<Integer, CostedLine> of(List<ProposalLineRequest> lines) {
        var costed = new HashMap<Integer, CostedLine>();
        for (int i = 0; i < lines.size(); i++) {
            var request = lines.get(i).costSheet();
            if (request != null) {
                var sheet = costs.sheet(request, "/lines/" + i + "/costSheet");
                costed.put(i, new CostedLine(sheet.totalVnd(), write(sheet)));
            }
        }
        return costed;
    }

    static @Nullable CostSheet read(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, CostSheet.class);
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

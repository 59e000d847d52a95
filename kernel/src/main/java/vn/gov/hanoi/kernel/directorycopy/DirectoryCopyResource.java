package vn.gov.hanoi.kernel.directorycopy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Shows operators how far the read copy of the directory is. Callers ask the owner for units and officers, not this copy. */
@Path("/ops/directory-copy")
@Tag(name = "Directory Copy", description = "What this service knows of units and officers, for operators")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
@EndpointDisabled(name = "congvu.directory-copy.enabled", stringValue = "false")
class DirectoryCopyResource {
    static final DirectoryDigest.Columns COPY = new DirectoryDigest.Columns(
            "select * from units",
            "select * from unit_states",
            "select * from unit_codes",
            "select * from unit_successions",
            "select * from officers",
            "select * from assignments");

    private final DataSource database;
    private final DirectoryDigest digests;
    private final Clock clock;

    DirectoryCopyResource(DataSource database, DirectoryDigest digests, Clock clock) {
        this.database = database;
        this.digests = digests;
        this.clock = clock;
    }

    @Schema(name = "DirectoryCopy")
    record CopyView(
            @Schema(description = "Units in the copy", examples = "1200")
            long units,

            @Schema(description = "Officers in the copy", examples = "161000")
            long officers,

            @Schema(description = "When the newest unit arrived", nullable = true) @Nullable
            Instant lastEventAt,

            @Schema(description = "What must equal the digest of the source; absent unless asked for")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            DirectoryDigest.@Nullable View digest) {}

    @Schema(name = "UnitCopy")
    record UnitView(
            @Schema(description = "Unit") UUID id,

            @Schema(description = "Electronic code", maxLength = 35, examples = "H26.23")
            String code,

            @Schema(description = "Name", maxLength = 500, examples = "Phòng Mẫu")
            String name,

            @Schema(description = "Kind of unit", maxLength = 40, examples = "DIVISION")
            String type,

            @Schema(description = "Unit above; null for the City", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "Day after the last; null while it goes on", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Sequence of the newest event of the unit", minimum = "1", examples = "3")
            long sequence) {}

    @GET
    @RolesAllowed("operator")
    @Transactional
    @TransactionConfiguration(timeout = DirectoryDigest.TRANSACTION_SECONDS)
    @Operation(operationId = "getDirectoryCopy", summary = "Size and age of the read copy")
    @Extension(name = "x-summary-vi", value = "Quy mô và độ mới của bản sao danh bạ")
    @Extension(name = "x-permission", value = "operator")
    @Extension(name = "x-audit", value = "NONE")
    public CopyView summary(
            @Parameter(
                            description = "true: also the digest over all records, which takes seconds",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("digest")
                    String digest)
            throws SQLException {
        var wanted = Params.flag("digest", digest) ? digests.of(COPY) : null;
        var sql =
                "select (select count(*) from units), (select count(*) from officers), (select max(received_at) from units)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            var last = rows.getObject(3, OffsetDateTime.class);
            return new CopyView(rows.getLong(1), rows.getLong(2), last == null ? null : last.toInstant(), wanted);
        }
    }

    @GET
    @Path("/units/{id}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(operationId = "getUnitCopy", summary = "A unit as this service knows it, as it is today")
    @Extension(name = "x-summary-vi", value = "Đơn vị theo bản sao của dịch vụ này, tính đến hôm nay")
    @Extension(name = "x-permission", value = "operator")
    @Extension(name = "x-audit", value = "NONE")
    public UnitView unit(@Parameter(description = "Id of the unit") @PathParam("id") UUID id) throws SQLException {
        var sql = """
                select n.id, n.code, n.name, n.type, n.parent_id, n.valid_from, n.valid_to, u.sequence
                from units u cross join lateral unit_on(u.id, ?) n where u.id = ?""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, LocalDate.now(clock));
            statement.setObject(2, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Refused(KernelProblem.NOT_FOUND);
                }
                return new UnitView(
                        id,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getLong(8));
            }
        }
    }
}

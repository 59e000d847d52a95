package vn.gov.hanoi.kernel.directorycopy;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Shows operators how far the read copy of the directory is. Callers ask the owner for units and officers, not this copy. */
@Path("/ops/directory-copy")
@Tag(name = "Directory Copy")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
@EndpointDisabled(name = "congvu.directory-copy.enabled", stringValue = "false")
class DirectoryCopyResource {
    private final DataSource database;

    DirectoryCopyResource(DataSource database) {
        this.database = database;
    }

    @Schema(name = "DirectoryCopy")
    record CopyView(
            long units,
            long officers,

            @Schema(description = "When the newest unit arrived", nullable = true) @Nullable
            Instant lastEventAt) {}

    @Schema(name = "UnitCopy")
    record UnitView(
            UUID id,
            String code,
            String name,
            String type,
            @Schema(nullable = true) @Nullable UUID parentId,
            LocalDate validFrom,
            @Schema(nullable = true) @Nullable LocalDate validTo,
            long sequence) {}

    @GET
    @RolesAllowed("operator")
    @Transactional
    @Operation(operationId = "getDirectoryCopy", summary = "Size and age of the read copy")
    public CopyView summary() throws SQLException {
        var sql =
                "select (select count(*) from units), (select count(*) from officers), (select max(received_at) from units)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            var last = rows.getObject(3, OffsetDateTime.class);
            return new CopyView(rows.getLong(1), rows.getLong(2), last == null ? null : last.toInstant());
        }
    }

    @GET
    @Path("/units/{id}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(operationId = "getUnitCopy", summary = "A unit as this service knows it")
    public UnitView unit(@PathParam("id") UUID id) throws SQLException {
        var sql = "select id, code, name, type, parent_id, valid_from, valid_to, sequence from units where id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
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

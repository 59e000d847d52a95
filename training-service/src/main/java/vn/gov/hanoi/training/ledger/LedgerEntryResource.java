package vn.gov.hanoi.training.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryRequest;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryView;
import vn.gov.hanoi.training.listing.ListParams;

/** Entries of the ledger. */
@Path("/ledger-entries")
@Tag(name = "Ledger Entries", description = "Double entries that never change")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class LedgerEntryResource {
    /** An entry never changes, so it has one version. */
    private static final long ONLY_VERSION = 1;

    private final PostEntry postEntry;
    private final LedgerQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    LedgerEntryResource(PostEntry postEntry, LedgerQueries queries, Writes writes, CurrentCaller caller) {
        this.postEntry = postEntry;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listLedgerEntries",
            summary = "Entries of accounts in your scope, by account and sequence",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Bút toán của các tài khoản trong phạm vi"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<LedgerEntryView> list(
            @Parameter(description = "Only of this plan") @QueryParam("planId") @Nullable String planId,
            @Parameter(description = "Only of this account") @QueryParam("accountId") @Nullable String accountId,
            @Parameter(description = "Only of this kind, for example COMMITMENT") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "Only what was recorded up to this moment") @QueryParam("knownAt") @Nullable
                    String knownAt,
            @BeanParam ListParams page) {
        var filter = new LedgerQueries.EntryFilter(
                Params.uuid("planId", planId),
                Params.uuid("accountId", accountId),
                Params.oneOf(EntryKind.class, "kind", kind),
                Params.instant("knownAt", knownAt));
        return queries.entries(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getLedgerEntry",
            summary = "One entry",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một bút toán"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<LedgerEntryView> get(@Parameter(description = "Id of the entry") @PathParam("id") UUID id) {
        return RestResponse.ResponseBuilder.ok(queries.entry(id, caller.get()))
                .header(HttpHeaders.ETAG, Etags.of(ONLY_VERSION))
                .build();
    }

    @POST
    @RolesAllowed({"training-organiser", "training-accountant"})
    @Operation(
            operationId = "createLedgerEntry",
            summary = "Commit, release, spend, refund, settle or reverse",
            description =
                    "Many postings of one moment share one statement and one commit; each has its own verdict. The answer leaves after the commit.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Cam kết, giải phóng, chi, hoàn trả, quyết toán hoặc đảo bút toán"),
                @Extension(name = "x-permission", value = "training-organiser, training-accountant"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = LedgerEntryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull LedgerEntryRequest request) {
        var who = caller.get();
        return writes.isTrial()
                ? writes.once(request, () -> postEntry.authorise(request, who), () -> postEntry.tryOut(request, who))
                : writes.keptBy(request, key -> postEntry.post(request, who, key));
    }
}

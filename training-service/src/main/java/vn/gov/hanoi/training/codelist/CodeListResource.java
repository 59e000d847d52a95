package vn.gov.hanoi.training.codelist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.codelist.CodeListApi.CodeListView;

/** Code lists as they are on a day. */
@Path("/code-lists/{list}")
@Tag(name = "Code Lists")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class CodeListResource {
    private final CodeListQueries lists;
    private final Scopes scopes;
    private final CurrentCaller caller;
    private final Clock clock;

    CodeListResource(CodeListQueries lists, Scopes scopes, CurrentCaller caller, Clock clock) {
        this.lists = lists;
        this.scopes = scopes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getCodeList",
            summary = "Types, forms or contents of training that are valid on a day",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Loại hình, hình thức, nội dung đào tạo, bồi dưỡng tại một ngày"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = CodeListView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since")
    public Response get(
            @Parameter(description = "training-types, training-forms or training-contents") @PathParam("list")
                    String list,
            @Parameter(description = "Day; default today in Hanoi") @QueryParam("asOf") @Nullable String asOf,
            @Parameter(description = "ETag of the list that the caller has") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch) {
        scopes.of(caller.get());
        var name = Arrays.stream(CodeListName.values())
                .filter(each -> each.path().equals(list))
                .findFirst()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var day = Objects.requireNonNullElseGet(Params.date("asOf", asOf), () -> LocalDate.now(clock));
        var view = new CodeListView(list, day, lists.on(name, day));
        var etag = "\"" + Integer.toHexString(view.hashCode()) + "\"";
        var answer = etag.equals(ifNoneMatch) ? Response.notModified() : Response.ok(view);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
                .build();
    }
}
